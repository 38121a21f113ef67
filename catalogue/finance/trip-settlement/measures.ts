import { isDay, isJsonObject } from '@zhitongche/base';
import { measureRows } from '@zhitongche/measure';
import { settlementOf } from './stages.ts';
import { sumOf } from './sums.ts';

/** What settlements come to, on the day they are paid. */
export const settlementMeasures = measureRows('trip-settlement', [
  {
    code: 'out.settled',
    name: '出访结算数',
    what: '已结算入账的出访，按支付日期计',
    unit: '个',
    sort: 'groups',
    edition: 1,
    lines: ({ row }) =>
      row.stage === 'settled' && isDay(row.answers['paidOn']) ? [{ day: row.answers['paidOn'], n: '1' }] : [],
  },
  {
    code: 'out.cost_per_head',
    name: '出访人均费用',
    what: '已结算的出访，核定合计按人平均；没有核定的不计',
    unit: '元',
    sort: 'mean',
    edition: 1,
    lines: ({ row }) => {
      const { people = [] } = settlementOf(row);
      const lines = Array.isArray(row.answers['lines']) ? row.answers['lines'].filter(isJsonObject) : [];
      const paidOn = row.answers['paidOn'];
      if (row.stage !== 'settled' || !isDay(paidOn)) return [];
      return people.map(({ name }) => ({
        day: paidOn,
        n: sumOf(lines.filter(({ who }) => who === name)),
      }));
    },
  },
]);
