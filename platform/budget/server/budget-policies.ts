import type { ExecutionRules } from '@zhitongche/budget';
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
  {
    key: 'budget.warn-at',
    label: '额度用到百分之几时提醒',
    type: 'list',
    default: ['80', '90', '100'],
    unconfirmed: true,
  },
  {
    key: 'budget.behind-yellow',
    label: '支出进度慢于计划多少个百分点为黄灯',
    type: 'number',
    unit: '点',
    default: 10,
    unconfirmed: true,
  },
  {
    key: 'budget.behind-red',
    label: '支出进度慢于计划多少个百分点为红灯',
    type: 'number',
    unit: '点',
    default: 20,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** By what the books of a year are judged on a day. */
export function executionRules(rows: readonly PolicyRow[], day: string): ExecutionRules {
  const reader = makePolicyReader(BUDGET_POLICIES, rows, [], day);
  return {
    warnAt: reader
      .list('budget.warn-at')
      .map(Number)
      .filter((share) => Number.isSafeInteger(share) && share > 0)
      .toSorted((a, b) => a - b),
    yellowPoints: reader.number('budget.behind-yellow'),
    redPoints: reader.number('budget.behind-red'),
  };
}

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
