import type { Both, Question } from '@zhitongche/survey';

/** Why somebody who came to a counter is not satisfied: what 国办发〔2019〕51号 has people judge, of place and staff. */
export const SERVICE_REASONS: Readonly<Record<string, Both>> = {
  slow: { zh: '办理时间长', en: 'It took too long' },
  unclear: { zh: '没有一次说清要什么', en: 'What was needed was not said at once' },
  trips: { zh: '跑了多趟', en: 'I had to come several times' },
  attitude: { zh: '服务态度不好', en: 'The staff were not friendly' },
  skill: { zh: '业务不熟', en: 'The staff did not know the matter' },
  platform: { zh: '系统不好用', en: 'The system was hard to use' },
  guide: { zh: '办事指南不准', en: 'The guide was wrong' },
};

/** Why somebody who was received, taken along or taught is not satisfied. */
export const EVENT_REASONS: Readonly<Record<string, Both>> = {
  programme: { zh: '日程安排不合适', en: 'The programme did not suit' },
  content: { zh: '内容用处不大', en: 'The content was of little use' },
  people: { zh: '陪同或讲解不到位', en: 'Guidance or interpretation fell short' },
  place: { zh: '场地、交通或食宿不好', en: 'Venue, transport or lodging were poor' },
  told: { zh: '通知不及时、不清楚', en: 'We were told late or unclearly' },
};

/** Why somebody inside, or a partner, is not satisfied. */
export const WORK_REASONS: Readonly<Record<string, Both>> = {
  slow: { zh: '办理慢', en: 'It was slow' },
  quality: { zh: '质量不好', en: 'The quality was poor' },
  contact: { zh: '联系不上、沟通不畅', en: 'Hard to reach' },
  fit: { zh: '与需要不符', en: 'It did not meet the need' },
};

/** What everybody may add in words. */
export const WORDS: Question = {
  kind: 'text',
  key: 'words',
  ask: {
    zh: '您还想说什么（不要写姓名和电话）',
    en: 'Anything you wish to add (no names or numbers, please)',
  },
};

/** A single thing to give a level to. */
export const scale = (key: string, zh: string, en: string): Question => ({
  kind: 'scale',
  key,
  ask: { zh, en },
});
