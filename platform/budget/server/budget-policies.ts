import { makePolicyReader, type PolicyDef, type PolicyRow } from '@zhitongche/office';

/** How much reading one budget file may take; offices set it like any other policy. */
export const BUDGET_POLICIES = [
  {
    key: 'budget.read-seconds',
    label: '读取一份预算文件的时间上限',
    type: 'number',
    unit: '秒',
    default: 300,
    unconfirmed: true,
  },
  {
    key: 'budget.read-megabytes',
    label: '读取一份预算文件的内存上限',
    type: 'number',
    unit: 'MB',
    default: 1500,
    unconfirmed: true,
  },
  {
    key: 'budget.queue',
    label: '同时排队读取的预算文件数上限',
    type: 'number',
    unit: '份',
    default: 10,
    unconfirmed: true,
  },
  {
    key: 'budget.keep-days',
    label: '读取后未保存的文件保留天数',
    type: 'number',
    unit: '天',
    default: 30,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The limits in force. */
export interface BudgetPolicy {
  readonly seconds: number;
  readonly megabytes: number;
  readonly queue: number;
  readonly keepDays: number;
}

/** The limits in force on a day. */
export function budgetPolicy(rows: readonly PolicyRow[], day: string): BudgetPolicy {
  const reader = makePolicyReader(BUDGET_POLICIES, rows, [], day);
  return {
    seconds: reader.number('budget.read-seconds'),
    megabytes: reader.number('budget.read-megabytes'),
    queue: reader.number('budget.queue'),
    keepDays: reader.number('budget.keep-days'),
  };
}
