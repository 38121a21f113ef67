import { dayInShanghai } from '@zhitongche/base';
import { measureCases, type CaseSubject } from '@zhitongche/measure';
import { wayOf } from './derive.ts';

/** The day the promise of an apostille was kept or missed; nothing while it runs, and of legalisation. */
const settled = ({ state }: CaseSubject) => {
  const { promise } = state;
  const ready = state.path.find(({ step }) => step === 'handing')?.at;
  if (wayOf(state) !== 'apostille' || !promise || ready === undefined) return [];
  return [{ day: dayInShanghai(ready), n: promise.late ? '0' : '1' }];
};

/** What apostilles come to, by the source codes of indicator tables. */
export const apostilleMeasures = measureCases('apostille', [
  {
    code: 'sla.apostille',
    name: '附加证明书按承诺时限办结率',
    what: '已可领取的附加证明书办件中没有超过承诺时限的，按可领取日期计；核询、补正的时间不计，领事认证不计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: settled,
  },
]);
