import { choice, choices, country, date, form, options, page, table, text } from '@zhitongche/form';

const FIELDS = {
  politics: '政界',
  business: '经贸',
  science: '科教',
  culture: '文化',
  media: '媒体',
  chinese: '侨界',
};
const HONOURS = { citizen: '荣誉市民', medal: '友谊奖', envoy: '友好使者', adviser: '国际顾问' };
const MET = { came: '来访', went: '出访会见', online: '视频', letter: '书信' };

/** What is known of a friend abroad; likes and contact are personal, taboos are for whoever receives. */
export const friendForm = form({
  who: page('基本情况', {
    name: text('中文称呼', { max: 60, required: true, width: 4 }),
    original: text('外文姓名', { max: 80, required: true, width: 4 }),
    country: country('国家（地区）', { required: true, width: 4 }),
    city: text('城市', { max: 60, width: 4 }),
    post: text('单位和职务', { max: 120, required: true, width: 8 }),
    fields: choices('领域', options(FIELDS), { required: true, width: 8 }),
    contact: text('联系方式', { max: 200, lines: 2, width: 8, sensitivity: 'personal' }),
    checkedOn: date('联系方式核对日期', { width: 4 }),
  }),
  manner: page('接待须知', {
    likes: text('喜好', { max: 300, lines: 2, sensitivity: 'personal' }),
    taboos: text('禁忌', { max: 300, lines: 2, sensitivity: 'sensitive', help: '饮食、宗教、话题等' }),
    known: table(
      '谁熟悉',
      {
        person: text('我方人员', { max: 40, required: true }),
        unit: text('单位', { max: 80, required: true }),
        how: text('怎样认识', { max: 120 }),
      },
      { maxRows: 20, rowName: '位', names: ['person'] },
    ),
  }),
});

/** What only the road sets: meetings, and the honour with the decision behind it. */
export const set = page('往来和荣誉', {
  meetings: table(
    '往来',
    {
      on: date('日期', { required: true, width: 4, past: true }),
      kind: choice('方式', options(MET), { required: true, width: 4 }),
      ours: text('我方参加', { max: 120, required: true, width: 4 }),
      topic: text('谈了什么', { max: 300, lines: 2, sensitivity: 'personal' }),
    },
    { maxRows: 200, rowName: '次', names: ['on'] },
  ),
  honour: choice('荣誉', options(HONOURS), { required: true }),
  decision: text('文号', { max: 60, required: true, width: 6 }),
  honouredOn: date('授予日期', { required: true, width: 6, past: true }),
  until: date('聘期至', { width: 6, help: '有聘期的填，到期前提醒续聘' }),
});
