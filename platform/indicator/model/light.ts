import type { MeasureSort } from '@zhitongche/measure';
import type { Fit } from './fit.ts';
import type { Forecast } from './forecast.ts';

/** By what lights are given: points behind the plan, dated figures of the office. */
export interface LightRules {
  readonly yellowPoints: number;
  readonly redPoints: number;
}

/** How a line stands on a day, and why. */
export interface Light {
  readonly light: 'green' | 'yellow' | 'red';
  readonly words: string;
}

/** What is judged. */
export interface Judged {
  readonly target: Extract<Fit, { fits: true }>;
  readonly sort: MeasureSort;
  /** What it comes to by the day, in the measure's own figures. */
  readonly value: number;
  /** Part of the year that is over, 0 to 1. */
  readonly elapsed: number;
  readonly forecast: Forecast | null;
}

const MEANS: readonly MeasureSort[] = ['rate', 'mean', 'duration'];
const light = (one: Light['light'], words: string): Light => ({ light: one, words });
const meets = ({ operator, value: wanted }: Judged['target'], value: number): boolean =>
  ({
    '≥': value >= wanted,
    '>': value > wanted,
    '≤': value <= wanted,
    '<': value < wanted,
    '=': value === wanted,
  })[operator];

/** The light of a line: sums against the part of the year that is over and what is foretold, shares and means against the target itself. */
export function lightOf(judged: Judged, rules: LightRules): Light {
  if (MEANS.includes(judged.sort)) return ofMean(judged, rules);
  return judged.target.operator === '≤' || judged.target.operator === '<'
    ? ofCeiling(judged)
    : ofGoal(judged, rules);
}

function ofMean({ target, sort, value }: Judged, { yellowPoints }: LightRules): Light {
  // A share that must be all of them is met by all of them.
  if (meets(target.operator === '=' && sort === 'rate' ? { ...target, operator: '≥' } : target, value))
    return light('green', '达到目标');
  const apart = Math.abs(value - target.value);
  const points = sort === 'rate' ? apart * 100 : (apart / Math.abs(target.value || 1)) * 100;
  return points > yellowPoints
    ? light('red', `差${points.toFixed(1)}点`)
    : light('yellow', `差${points.toFixed(1)}点`);
}

function ofCeiling({ target, value, forecast }: Judged): Light {
  if (!meets(target, value)) return light('red', '已超过上限');
  if (forecast && forecast.low > target.value) return light('red', '预计全年会超');
  return forecast && forecast.middle > target.value
    ? light('yellow', '预计全年可能超')
    : light('green', '在上限内');
}

function ofGoal(
  { target, value, elapsed, forecast }: Judged,
  { yellowPoints, redPoints }: LightRules,
): Light {
  if (meets(target, value)) return light('green', '已完成');
  if (target.operator === '=' && value > target.value) return light('yellow', '超过目标值');
  if (elapsed >= 1) return light('red', '全年未完成');
  const behind = (elapsed - (target.value === 0 ? 1 : value / target.value)) * 100;
  const points = `比进度慢${behind.toFixed(1)}点`;
  if (forecast && forecast.high < target.value) return light('red', '预计完不成');
  if (behind > redPoints) return light('red', points);
  if (behind > yellowPoints) return light('yellow', points);
  return forecast && forecast.middle < target.value
    ? light('yellow', '预计可能完不成')
    : light('green', '进度正常');
}
