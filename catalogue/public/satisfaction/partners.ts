import { ask } from './ask.ts';
import { EVENT_REASONS, scale, SERVICE_REASONS, WORK_REASONS } from './reasons.ts';

const year = { zh: '您对这一年的工作满意吗？', en: 'How satisfied are you with this year’s work?' };

/** 服务对象: persons and organisations served by whatever no other group names. */
export const served = ask('service', {
  who: { zh: '服务对象', en: 'persons and organisations served' },
  judges: ['case', 'order', 'year'],
  ask: { zh: '您对这次办理满意吗？', en: 'How was this handled?' },
  scales: [scale('speed', '快慢', 'Speed'), scale('clear', '一次说清', 'Told at once')],
  reasons: SERVICE_REASONS,
});

/** 使用人员: users of systems, equipment, prints and bought services. */
export const users = ask('users', {
  who: { zh: '使用人员', en: 'users' },
  judges: ['order', 'year'],
  ask: { zh: '您对所用的系统、设备或服务满意吗？', en: 'How satisfied are you with what you use?' },
  scales: [scale('works', '好用', 'Works well'), scale('help', '出了问题有人管', 'Help when it fails')],
  reasons: WORK_REASONS,
});

/** 工作人员: staff, once a year. */
export const staff = ask('staff', {
  who: { zh: '工作人员', en: 'staff' },
  judges: ['year'],
  ask: year,
  scales: [scale('means', '经费和条件', 'Means'), scale('rules', '制度清楚', 'Clear rules')],
  reasons: WORK_REASONS,
});

/** 人大代表、政协委员: deputies. */
export const deputies = ask('deputies', {
  who: { zh: '代表委员', en: 'deputies' },
  judges: ['year', 'order'],
  ask: { zh: '您对建议提案的办理满意吗？', en: 'How was your proposal handled?' },
  scales: [scale('reply', '答复', 'Reply')],
  reasons: WORK_REASONS,
});

/** 党员. */
export const party = ask('party', {
  who: { zh: '党员', en: 'party members' },
  judges: ['year', 'course'],
  ask: { zh: '您对党组织活动满意吗？', en: 'How were the activities of the party organisation?' },
  scales: [scale('content', '内容', 'Content')],
  reasons: EVENT_REASONS,
});

/** 友城和合作伙伴. */
export const partners = ask('partners', {
  who: { zh: '友城伙伴', en: 'partner cities' },
  judges: ['year', 'reception'],
  ask: { zh: '您对与我们的往来满意吗？', en: 'How satisfied are you with our exchanges?' },
  scales: [scale('contact', '联络', 'Contact')],
  reasons: WORK_REASONS,
});

/** 受众: readers of country information and the sister-city pages. */
export const audience = ask('audience', {
  who: { zh: '受众', en: 'readers' },
  judges: ['year'],
  ask: { zh: '您对我们发布的内容满意吗？', en: 'How do you like what we publish?' },
  scales: [scale('useful', '有用', 'Useful')],
  reasons: WORK_REASONS,
});
