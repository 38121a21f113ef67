import { isDay } from '@zhitongche/base';
import { measureRows, type Measure, type RowSubject } from '@zhitongche/measure';
import { monthOf, rateOf, type Month } from './months.ts';

/** One percentage a system and month. */
const mean = (
  code: string,
  name: string,
  what: string,
  of: (month: Month) => string | null | undefined,
): Measure<RowSubject> => ({
  code,
  name,
  what,
  unit: '%',
  sort: 'mean',
  places: 2,
  edition: 1,
  lines({ row }) {
    const month = monthOf(row);
    const n = of(month);
    return isDay(month.month) && n ? [{ day: month.month, n }] : [];
  },
});

/** What the availability of an office's systems comes to, by the source codes of indicator tables. */
export const availabilityMeasures = measureRows('availability', [
  mean(
    'ops.uptime',
    '系统正常运行率',
    '各系统各月可用率的平均，有运维报告的按报告，其余按登记为停用的故障；本程序探测的不混入',
    rateOf,
  ),
  mean(
    'ops.uptime.probe',
    '系统正常运行率（本程序探测）',
    '各系统各月由本程序探测到的可用率的平均；没有探测的不计，注明不计的中断已扣除',
    ({ watchedUp }) => watchedUp,
  ),
  mean(
    'ops.failure',
    '系统故障率',
    '各系统各月不可用时间所占比例的平均，即100%减去系统正常运行率',
    (month) => {
      const up = rateOf(month);
      return up === undefined ? undefined : (100 - Number(up)).toFixed(2);
    },
  ),
]);
