import type { MeasureSort } from '@zhitongche/measure';

/** What a printed unit counts, and how much of the measure's own unit one of it is. */
export interface UnitRow {
  readonly printed: readonly string[];
  readonly sort: MeasureSort;
  readonly factor: number;
}

/** Printed units by what they count; those that are not here are compared with the measure's own by their words. */
export const UNITS: readonly UnitRow[] = [
  { printed: ['人次', '人(次)', '人／次'], sort: 'person-times', factor: 1 },
  { printed: ['人', '名', '位'], sort: 'persons', factor: 1 },
  { printed: ['%', '％'], sort: 'rate', factor: 0.01 },
  { printed: ['元', '元/年'], sort: 'money', factor: 1 },
  { printed: ['万元', '万元/年'], sort: 'money', factor: 10_000 },
  { printed: ['亿元'], sort: 'money', factor: 100_000_000 },
  { printed: ['分钟'], sort: 'duration', factor: 60_000 },
  { printed: ['小时'], sort: 'duration', factor: 3_600_000 },
  {
    printed: ['批', '批次', '批(次)', '团', '团组', '团次', '个团组', '个', '次'],
    sort: 'groups',
    factor: 1,
  },
];

/** Units of time limits: whether they were kept is a share of matters, never a figure to compare with. */
export const LIMITS: readonly string[] = ['工作日', '个工作日', '日', '天', '个月', '月', '年', 'date'];

/** Words for one sort of thing: whoever prints one may mean the other. */
export const ALIKE: readonly (readonly string[])[] = [
  ['次', '场', '场次', '期', '批次'],
  ['份', '张', '本'],
  ['个', '项', '套', '台', '条', '家'],
  ['篇', '份', '个'],
  ['件', '起', '个'],
];

/** The word that counts anything but persons. */
export const ANYTHING = '个';
