import {
  type AnswersOf,
  choice,
  date,
  files,
  form,
  integer,
  options,
  table,
  text,
  yuan,
} from '@zhitongche/form';

const MEGABYTE = 1024 * 1024;

/** What a contract is about, as the budgets of offices name it. */
export const SORTS = {
  goods: '货物',
  service: '服务',
  upkeep: '运维',
  build: '信息化建设',
  stay: '驻场',
  other: '其他',
} as const;

/** What is kept of a contract: its two sides and term, what is due when, and who is on the spot. */
export const contractForm = form({
  contract: {
    title: '合同',
    fields: {
      number: text('合同编号', { max: 60, required: true, also: ['编号', '合同号'], width: 4 }),
      title: text('合同名称', { max: 120, required: true, width: 8 }),
      other: text('对方单位', {
        max: 120,
        required: true,
        also: ['乙方', '供应商'],
        width: 8,
        pick: { register: 'enterprise', fill: ({ name }) => ({ other: name }) },
      }),
      sort: choice('类别', options(SORTS), { required: true, width: 4 }),
      amount: yuan('合同金额', { width: 4, also: ['金额（元）'] }),
      signed: date('签订日期', { width: 4 }),
      from: date('履行起', { width: 4, also: ['开始日期'] }),
      until: date('履行止', { width: 4, also: ['到期日', '终止日期'] }),
      scan: files('合同文本', {
        accept: ['pdf', 'jpg', 'png'],
        maxBytes: 50 * MEGABYTE,
        maxFiles: 10,
        help: '盖章的正本、补充协议',
      }),
    },
  },
  money: {
    title: '付款计划',
    fields: {
      payments: table(
        '付款',
        {
          day: date('应付日', { required: true }),
          amount: yuan('金额', { required: true }),
          condition: text('付款条件', { max: 120 }),
          paidOn: date('付款日'),
        },
        { maxRows: 40, rowName: '笔', names: ['condition'] },
      ),
    },
  },
  spot: {
    title: '驻场人员',
    intro: '每人一行，写明到场和离场的日期；在场人数按当天实际在场的人计算。',
    fields: {
      least: integer('合同约定驻场人数', { min: 0, max: 500, unit: '人', width: 4 }),
      people: table(
        '驻场人员',
        {
          name: text('姓名', { max: 60, required: true, sensitivity: 'personal' }),
          post: text('岗位', { max: 60, required: true }),
          from: date('到场', { required: true }),
          until: date('离场'),
        },
        { maxRows: 200, rowName: '人', names: ['post'] },
      ),
      note: text('备注', { max: 500, lines: 3 }),
    },
  },
});

/** Answers to it. */
export type Contract = AnswersOf<typeof contractForm>;
