/** What a record that no measure has yet is called: a line that needs it waits for it. */
export const AWAITED: Readonly<Record<string, string>> = {
  apec: 'APEC商务旅行卡受理',
  asset: '固定资产',
  consular: '领事保护和涉外案件',
  events: '重要外事活动',
  gift: '礼品征集',
  hall: '展览室参观',
  hr: '在职人数和工资发放',
  intent: '合作意向的逐年比较',
  ledger: '支出的及时、合规和进度',
  media: '影像制作',
  ngo: '社会组织交流',
  ops: '驻场、维保和终端安全',
  out: '出访审批渠道和报告篇数',
  party: '党建活动',
  pass: '证照办理渠道',
  print: '印刷订单',
  proc: '采购执行和验收',
  recv: '外宾接待',
  research: '调研报告采纳',
  scholar: '奖学金和留学生',
  sister: '友城往来',
  sla: '签证办理时限',
  stock: '空白护照库存',
  survey: '满意度问卷',
  train: '培训计划、覆盖和费用',
  visa: '代办签证',
  complaints: '投诉占办件的比例',
};

/** Where the printed unit tells which of two measures of one record is meant, or how the unit stands for what is counted. */
export interface UnitTells {
  readonly source: string;
  readonly unit: string;
  readonly measure: string;
  readonly reason: string;
}

/** Records that are counted in more than one way. */
export const UNIT_TELLS: readonly UnitTells[] = [
  {
    source: 'train.attendance',
    unit: '人',
    measure: 'train.persons',
    reason: '目标以人计，用每人只计一次的参训人数',
  },
];

/** Stands where the code of a measure would: the money of one project or purpose, by the ceiling entered for it. */
export const CEILING = 'ceiling';

/** Records whose money is that of one project or purpose: answered by a ceiling of that money, never by what the whole office spends. */
export const BY_CEILING: readonly string[] = ['ledger.line', 'ledger.total'];
