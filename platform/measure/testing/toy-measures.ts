import { dayInShanghai } from '@zhitongche/base';
import { measureCases } from '@zhitongche/measure';
import { measureRows } from '@zhitongche/measure';

/** Measures of tests only: faults reported, answered in time, and how long that took on average. */
export const faultMeasures = measureRows('toy-faults', [
  {
    code: 'toy.faults',
    name: '故障起数',
    what: '报告的故障；撤销的不计',
    unit: '起',
    sort: 'things',
    edition: 1,
    lines: ({ row: { answers } }) =>
      typeof answers['reported'] === 'string' && answers['cancelled'] === undefined
        ? [{ day: answers['reported'].slice(0, 10), n: '1' }]
        : [],
  },
  {
    code: 'toy.answer',
    name: '平均响应时长',
    what: '从报告到响应；未响应和撤销的不计',
    unit: '',
    sort: 'duration',
    edition: 1,
    lines: ({ timers }) =>
      timers
        .filter(({ key, until }) => key === 'answer' && until !== null)
        .map(({ from, ms }) => ({ day: dayInShanghai(from), n: String(ms) })),
  },
  {
    code: 'toy.in-time',
    name: '按时响应率',
    what: '在时限内响应的占已响应的',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ timers }) =>
      timers
        .filter(({ key, until }) => key === 'answer' && until !== null)
        .map(({ from, late }) => ({ day: dayInShanghai(from), n: late ? '0' : '1' })),
  },
]);

/** Measures of tests only: copies asked for in filed cases, and by how many people. */
export const toyMeasures = measureCases('toy', [
  {
    code: 'toy.copies',
    name: '申请份数',
    what: '已提交的申请所要的份数；撤销的不计',
    unit: '份',
    sort: 'things',
    edition: 1,
    lines: ({ state: { status, path, answers } }) =>
      status === 'draft' || status === 'cancelled' || path[0] === undefined
        ? []
        : [
            {
              day: dayInShanghai(path[0].at),
              n: typeof answers['copies'] === 'number' ? String(answers['copies']) : '0',
            },
          ],
  },
  {
    code: 'toy.persons',
    name: '申请人数',
    what: '提交过申请的人，每人计一次',
    unit: '人',
    sort: 'persons',
    edition: 1,
    lines: ({ state: { status, path, applicant } }) =>
      status === 'draft' || path[0] === undefined || applicant === null
        ? []
        : [{ day: dayInShanghai(path[0].at), n: '1', who: applicant.id }],
  },
]);
