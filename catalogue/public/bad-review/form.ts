import { type AnswersOf, choice, date, onePage, options, type Section, text } from '@zhitongche/form';

/** What somebody said who is not satisfied and left a way to be reached. */
export const reviewForm = onePage('差评', {
  about: text('所评的事', { max: 120, required: true }),
  who: text('人群', { max: 40, required: true, width: 6 }),
  mark: choice('等级', options({ dissatisfied: '不满意', very: '非常不满意' }), {
    required: true,
    width: 6,
  }),
  reasons: text('选的原因', { max: 300, width: 6 }),
  day: date('评价日期', { required: true, width: 6 }),
  words: text('写的话', { max: 500, lines: 3 }),
  name: text('称呼', { max: 30, width: 6, sensitivity: 'personal' }),
  contact: text('联系方式', { max: 60, required: true, width: 6, sensitivity: 'personal' }),
  due: date('回访期限', { required: true, width: 6 }),
  mendDue: date('整改期限', { required: true, width: 6 }),
});

/** What came of it. */
export const resultSet = {
  title: '回访和整改',
  fields: {
    calledOn: date('回访日期'),
    reached: choice('回访', options({ yes: '联系上了', no: '三次联系不上' })),
    heard: text('回访情况', { max: 500, lines: 3 }),
    cause: choice(
      '根本原因',
      options({
        attitude: '服务态度',
        skill: '业务不熟',
        time: '办理时限',
        guide: '指南或告知不清',
        system: '系统或设施',
        rule: '规定所限，已说明',
        other: '其他',
      }),
    ),
    fix: text('整改措施', { max: 500, lines: 3 }),
    closedOn: date('办结日期'),
    result: choice(
      '本人意见',
      options({ satisfied: '满意', accepted: '接受', still: '仍不满意', none: '没有表示' }),
    ),
  },
} satisfies Section;

/** A bad review as its row keeps it. */
export type Review = Partial<AnswersOf<typeof reviewForm>> & {
  readonly calledOn?: string;
  readonly closedOn?: string;
  readonly cause?: string;
};
