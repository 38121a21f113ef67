import { choice, choices, country, date, form, options, table, text } from '@zhitongche/form';

const FIELDS = {
  politics: '政界',
  business: '经贸',
  science: '科教',
  culture: '文化',
  media: '媒体',
  chinese: '侨界',
};
const HONOURS = { citizen: '荣誉市民', medal: '友谊奖', envoy: '友好使者', adviser: '国际顾问' };

/** What is known of a friend abroad; likes and contact are personal, taboos are for whoever receives. */
export const friendForm = form({
  who: {
    title: '基本情况',
    fields: {
      name: text('中文称呼', { max: 60, required: true, width: 4 }),
      original: text('外文姓名', { max: 80, required: true, width: 4 }),
      country: country('国家（地区）', { required: true, width: 4 }),
      city: text('城市', { max: 60, width: 4 }),
      post: text('单位和职务', { max: 120, required: true, width: 8 }),
      fields: choices('领域', options(FIELDS), { required: true, width: 8 }),
      contact: text('联系方式', { max: 200, lines: 2, width: 8, sensitivity: 'personal' }),
      checkedOn: date('联系方式核对日期', { width: 4 }),
    },
  },
  manner: {
    title: '接待须知',
    fields: {
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
    },
  },
});

/** A meeting, as it is recorded. */
export const meeting = {
  on: date('日期', { required: true, width: 4 }),
  kind: choice('方式', options({ came: '来访', went: '出访会见', online: '视频', letter: '书信' }), {
    required: true,
    width: 4,
  }),
  ours: text('我方参加', { max: 120, required: true, width: 4 }),
  topic: text('谈了什么', { max: 300, lines: 2, sensitivity: 'personal' }),
};

/** What only the road sets: meetings, and the honour with the decision behind it. */
export const set = {
  title: '往来和荣誉',
  fields: {
    meetings: table('往来', meeting, { maxRows: 200, rowName: '次', names: ['on'] }),
    honour: choice('荣誉', options(HONOURS)),
    decision: text('授予文号', { max: 60 }),
    honouredOn: date('授予日期'),
    until: date('聘期至'),
  },
};
