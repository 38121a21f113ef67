import { isDay } from '@zhitongche/base';
import { type Measure, measureRows, type RowSubject } from '@zhitongche/measure';
import { complaintOf } from './stages.ts';

const part = (
  code: string,
  name: string,
  what: string,
  lines: Measure<RowSubject>['lines'],
): Measure<RowSubject> => ({ code, name, what, unit: '', sort: 'rate', edition: 2, lines });

/** What complaints come to. */
export const complaintMeasures = measureRows('complaint', [
  {
    code: 'complaints',
    name: '投诉件数',
    what: '收到的投诉，按收到日期计；不予受理的也计',
    unit: '件',
    sort: 'things',
    edition: 1,
    lines: ({ row }) => {
      const { day } = complaintOf(row);
      return isDay(day) ? [{ day, n: '1' }] : [];
    },
  },
  part('complaints.in-time', '投诉按期答复率', '受理的投诉中在期限内答复的，按期限所在月份计', ({ row }) => {
    const { due, answeredOn } = complaintOf(row);
    if (!isDay(due)) return [];
    // What nobody answered by the day counts against the office, answered later or never.
    if (!isDay(answeredOn)) return row.stage === 'late' ? [{ day: due, n: '0' }] : [];
    return [{ day: due, n: answeredOn <= due ? '1' : '0' }];
  }),
  part('complaints.satisfied', '投诉办理满意率', '回访到的投诉人中满意和基本满意的', ({ row }) => {
    const { answeredOn, opinion } = complaintOf(row);
    if (!isDay(answeredOn) || opinion === undefined || opinion === 'none') return [];
    return [{ day: answeredOn, n: opinion === 'not' ? '0' : '1' }];
  }),
]);
