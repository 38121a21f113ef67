import { decimalOf, decimalText, minutesInWords, moneyText } from '@zhitongche/base';
import type { Measure, MeasureSort } from './measure.ts';

/** What the lines of a period add up to. */
export interface Sum {
  /** Sum of the lines, a decimal. */
  readonly n: string;
  /** Lines there are. */
  readonly lines: number;
  /** Different persons among them. */
  readonly persons: number;
  /** The line in the middle, a decimal; null where there is none. */
  readonly median?: string | null;
}

/** Nothing was counted. */
export const NOTHING: Sum = { n: '0', lines: 0, persons: 0 };

/** Sorts whose figure is what a line comes to on average. */
const MEANS: readonly MeasureSort[] = ['rate', 'duration', 'mean'];

/** The figure of a sum: a decimal, of a rate between 0 and 1, of a duration in milliseconds; null where there is nothing to divide by. */
export const valueOf = (sort: MeasureSort, { n, lines, persons, median = null }: Sum): string | null => {
  if (sort === 'median') return lines === 0 ? null : median;
  if (sort === 'persons') return String(persons);
  if (!MEANS.includes(sort)) return n;
  return lines === 0 ? null : String(Number(n) / lines);
};

/** A figure in words: `12人次`, `96.5%`, `14分钟`; nothing to divide by is said, never shown as zero. */
export const valueInWords = (
  { sort, unit, places = 1 }: Pick<Measure<never>, 'sort' | 'unit' | 'places'>,
  value: string | null,
): string => {
  if (value === null) return '没有可计的';
  if (sort === 'duration') return minutesInWords(Number(value));
  if (sort === 'rate') {
    const percent = decimalOf((Number(value) * 100).toFixed(6));
    return percent ? `${decimalText(percent, 1)}%` : '没有可计的';
  }
  if (sort === 'mean' || sort === 'median') return `${Number(Number(value).toFixed(places))}${unit}`;
  return `${sort === 'money' ? moneyText(value) : Number(value).toLocaleString('en-US')}${unit}`;
};
