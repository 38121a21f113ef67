import { makePolicyReader, type PolicyDef, type PolicyRow } from '@zhitongche/kernel';

/** How far ahead seats are looked at. */
export const STAFFING_POLICIES = [
  {
    key: 'staffing.ahead-days',
    label: '席位预警提前天数',
    type: 'number',
    unit: '天',
    default: 30,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The span in force on a day. */
export function staffingPolicy(rows: readonly PolicyRow[], day: string): { readonly aheadDays: number } {
  return { aheadDays: makePolicyReader(STAFFING_POLICIES, rows, [], day).number('staffing.ahead-days') };
}
