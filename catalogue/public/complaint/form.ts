import { type AnswersOf, choice, date, form, options, pick, type Section, text } from '@zhitongche/form';

/** What somebody complains of, as it came in. */
export const complaintForm = form({
  complaint: {
    title: '投诉',
    fields: {
      about: text('投诉事项', { max: 120, required: true }),
      way: choice(
        '来源',
        options({
          counter: '当面',
          phone: '来电',
          letter: '来信',
          online: '网上',
          hotline: '热线转办',
          review: '差评转来',
        }),
        { required: true, width: 4 },
      ),
      day: date('收到日期', { required: true, width: 4 }),
      caseNumber: text('涉及办件', { max: 60, width: 4 }),
      subject: pick('被投诉的人', 'account', { width: 6 }),
      subjectOrg: pick('被投诉的处室或单位', 'org', { width: 6 }),
      said: text('投诉内容', { max: 2000, lines: 5, required: true }),
      wants: text('诉求', { max: 300, lines: 2 }),
    },
  },
  from: {
    title: '投诉人',
    intro: '可以不留姓名；留了联系方式的才能答复。',
    fields: {
      name: text('姓名或单位', { max: 60, width: 6, sensitivity: 'personal' }),
      contact: text('联系方式', { max: 60, width: 6, sensitivity: 'personal' }),
    },
  },
});

/** What became of it. */
export const handlingSet = {
  title: '办理情况',
  fields: {
    handler: pick('承办人', 'account'),
    acceptedOn: date('受理日期'),
    due: date('办结期限'),
    finding: choice('查明', options({ true: '属实', partly: '部分属实', untrue: '不属实' })),
    facts: text('查明的情况', { max: 1000, lines: 4 }),
    measures: text('处理和整改', { max: 500, lines: 3 }),
    answer: text('答复', { max: 1000, lines: 5 }),
    answeredOn: date('答复日期'),
    opinion: choice(
      '投诉人对办理的评价',
      options({ satisfied: '满意', basic: '基本满意', not: '不满意', none: '没有联系上' }),
    ),
  },
} satisfies Section;

interface Picked {
  readonly id: string;
  readonly title: string;
}

/** A complaint as its row keeps it. */
export type Complaint = Partial<AnswersOf<typeof complaintForm>> & {
  readonly handler?: Picked;
  readonly due?: string;
  readonly finding?: string;
  readonly answeredOn?: string;
  readonly opinion?: string;
};
