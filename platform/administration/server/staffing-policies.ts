import { makePolicyReader, type PolicyDef, type PolicyRow } from '@zhitongche/office';

/** How far ahead seats and lists that end are looked at. */
export const STAFFING_POLICIES = [
  {
    key: 'staffing.ahead-days',
    label: '席位预警提前天数',
    type: 'number',
    unit: '天',
    default: 30,
    unconfirmed: true,
  },
  {
    key: 'tables.ahead-days',
    label: '名单到期提前提醒天数',
    type: 'number',
    unit: '天',
    default: 60,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The spans in force on a day. */
export function staffingPolicy(
  rows: readonly PolicyRow[],
  day: string,
): { readonly aheadDays: number; readonly tableDays: number } {
  const reader = makePolicyReader(STAFFING_POLICIES, rows, [], day);
  return { aheadDays: reader.number('staffing.ahead-days'), tableDays: reader.number('tables.ahead-days') };
}
