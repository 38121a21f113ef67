import type { LightRules } from '@zhitongche/indicator';
import { makePolicyReader, type PolicyDef, type PolicyRow } from '@zhitongche/office';

/** By what the lights of indicators are given; offices set it like any other figure. */
export const INDICATOR_POLICIES = [
  {
    key: 'indicator.behind-yellow',
    label: '绩效指标慢于时间进度、或低于目标多少个百分点为黄灯',
    type: 'number',
    unit: '点',
    default: 10,
    unconfirmed: true,
  },
  {
    key: 'indicator.behind-red',
    label: '绩效指标慢于时间进度多少个百分点为红灯',
    type: 'number',
    unit: '点',
    default: 20,
    unconfirmed: true,
  },
] as const satisfies readonly PolicyDef[];

/** The figures in force on a day. */
export function lightRules(rows: readonly PolicyRow[], day: string): LightRules {
  const reader = makePolicyReader(INDICATOR_POLICIES, rows, [], day);
  return {
    yellowPoints: reader.number('indicator.behind-yellow'),
    redPoints: reader.number('indicator.behind-red'),
  };
}
