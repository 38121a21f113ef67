import { isDay } from '@zhitongche/base';
import { measureRows } from '@zhitongche/measure';
import { itemOf, plannedOf } from '@zhitongche/register';

/** How much of the year's plan was done: each planned delegation once, on the day it was planned for. */
export const planMeasures = measureRows('annual-plan', [
  {
    code: 'out.plan',
    name: '出访计划执行率',
    what: '已批复的计划团组中当年成行并回国的，按计划日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ row }) => {
      const item = itemOf(row);
      const { planned, matters = [] } = item;
      if (!isDay(planned) || row.stage !== 'approved') return [];
      const year = planned.slice(0, 4);
      const back = matters.filter(({ backOn }) => isDay(backOn) && backOn.slice(0, 4) === year).length;
      return Array.from({ length: plannedOf(item) }, (_, n) => ({ day: planned, n: n < back ? '1' : '0' }));
    },
  },
  {
    code: 'out.planned',
    name: '计划团组数',
    what: '已批复、没有被置换的计划团组，按计划日期计',
    unit: '个',
    sort: 'groups',
    edition: 1,
    lines: ({ row }) => {
      const { planned } = itemOf(row);
      return isDay(planned) && row.stage === 'approved'
        ? [{ day: planned, n: `${plannedOf(itemOf(row))}` }]
        : [];
    },
  },
]);
