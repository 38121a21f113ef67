import { isDay } from '@zhitongche/base';
import { type Measure, measureRows, type RowSubject } from '@zhitongche/measure';
import { itemOf, plannedOf } from '@zhitongche/register';

type Row = Parameters<typeof itemOf>[0];

const researchesOf = (row: Row) => itemOf(row).matters ?? [];

/** Researches of a topic whose report is done. */
export const reportsOf = (row: Row) => researchesOf(row).filter(({ backOn }) => isDay(backOn));

const counted = (
  code: string,
  name: string,
  what: string,
  unit: string,
  dayOf: (one: ReturnType<typeof researchesOf>[number]) => string | undefined,
): Measure<RowSubject> => ({
  code,
  name,
  what,
  unit,
  sort: 'things',
  edition: 1,
  lines: ({ row }) =>
    researchesOf(row).flatMap((one) => {
      const day = dayOf(one);
      return isDay(day) ? [{ day, n: '1' }] : [];
    }),
});

/** What the year's research comes to, against its plan. */
export const researchMeasures = measureRows('research-plan', [
  {
    code: 'research.plan',
    name: '调研计划执行率',
    what: '已批准的计划调研中当年完成报告的，按计划日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ row }) => {
      const { planned } = itemOf(row);
      if (!isDay(planned) || row.stage !== 'approved') return [];
      const done = reportsOf(row).filter(({ backOn }) => backOn?.slice(0, 4) === planned.slice(0, 4)).length;
      return Array.from({ length: plannedOf(itemOf(row)) }, (_, n) => ({
        day: planned,
        n: n < done ? '1' : '0',
      }));
    },
  },
  counted('research.trips', '调研次数', '计划内开展的调研，按开始的日期计', '次', ({ from }) => from),
  counted(
    'research.reports',
    '调研报告篇数',
    '计划内完成的调研报告，按完成日期计',
    '篇',
    ({ backOn }) => backOn,
  ),
]);
