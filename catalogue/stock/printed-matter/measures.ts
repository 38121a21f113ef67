import { isDay } from '@zhitongche/base';
import { measureRows } from '@zhitongche/measure';
import { perTenThousand } from './errors.ts';

/** What printing comes to: good, and in time. */
export const printMeasures = measureRows('printed-matter', [
  {
    code: 'print.errors',
    name: '印刷品差错率',
    what: '各批验收时每万字的差错，逐批平均，按验收日期计',
    unit: '处/万字',
    sort: 'mean',
    edition: 1,
    lines: ({ row: { answers } }) =>
      isDay(answers['receivedOn'])
        ? [{ day: answers['receivedOn'], n: perTenThousand(answers).toFixed(4) }]
        : [],
  },
  {
    code: 'print.ontime',
    name: '印刷品按时交货率',
    what: '已验收的各批中不晚于交货期限的，按交货期限计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ row: { answers } }) => {
      const { receivedOn, dueOn } = answers;
      return isDay(receivedOn) && isDay(dueOn) ? [{ day: dueOn, n: receivedOn <= dueOn ? '1' : '0' }] : [];
    },
  },
]);
