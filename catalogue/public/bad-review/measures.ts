import { isDay } from '@zhitongche/base';
import { measureRows } from '@zhitongche/measure';
import { reviewOf } from './stages.ts';

/** What the loop comes to: whether those who asked for it were called back in time. */
export const badReviewMeasures = measureRows('bad-review', [
  {
    code: 'review.called',
    name: '差评按期回访率',
    what: '到期的差评中在回访期限内回访的；认定误评或恶意的不计',
    unit: '',
    sort: 'rate',
    edition: 2,
    lines: ({ row }) => {
      const { due, calledOn } = reviewOf(row);
      if (!isDay(due) || row.stage === 'dropped') return [];
      // Whom nobody called by the day counts against the office, called later or never.
      if (!isDay(calledOn)) return row.stage === 'late' ? [{ day: due, n: '0' }] : [];
      return [{ day: due, n: calledOn <= due ? '1' : '0' }];
    },
  },
]);
