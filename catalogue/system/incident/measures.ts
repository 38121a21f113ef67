import { dayInShanghai } from '@zhitongche/base';
import { measureRows, type Measure, type RowSubject } from '@zhitongche/measure';

const ended = ({ timers }: RowSubject, what: 'answer' | 'repair') =>
  timers.filter(({ key, until }) => (key === what || key === `${what}-office`) && until !== null);

const mean = (code: string, name: string, what: 'answer' | 'repair', label: string): Measure<RowSubject> => ({
  code,
  name,
  what: `从报告到${label}，按各系统的计时办法；未${label}和误报的不计`,
  unit: '',
  sort: 'duration',
  edition: 1,
  lines: (subject) =>
    ended(subject, what).map(({ from, ms }) => ({ day: dayInShanghai(from), n: String(ms) })),
});

const inTime = (
  code: string,
  name: string,
  what: 'answer' | 'repair',
  label: string,
): Measure<RowSubject> => ({
  code,
  name,
  what: `已${label}、有约定时限的故障中没有超过时限的`,
  unit: '',
  sort: 'rate',
  edition: 1,
  lines: (subject) =>
    ended(subject, what)
      .filter(({ limit }) => limit !== null)
      .map(({ from, late }) => ({ day: dayInShanghai(from), n: late ? '0' : '1' })),
});

/** What the faults of an office's systems come to, by the source codes of indicator tables. */
export const incidentMeasures = measureRows('incident', [
  {
    code: 'ops.incidents',
    name: '故障起数',
    what: '报告的故障，按报告日期计；误报的不计',
    unit: '起',
    sort: 'things',
    edition: 1,
    lines: ({ row: { stage, answers } }) =>
      stage === 'withdrawn' || typeof answers['reported'] !== 'string'
        ? []
        : [{ day: answers['reported'].slice(0, 10), n: '1' }],
  },
  mean('ops.response', '平均响应时长', 'answer', '响应'),
  inTime('ops.response.in-time', '按时响应率', 'answer', '响应'),
  mean('ops.repair', '故障修复平均时长', 'repair', '修复'),
  inTime('ops.repair.in-time', '按时修复率', 'repair', '修复'),
]);
