import { dayInShanghai, isDay } from '@zhitongche/base';
import { type CaseSubject, measureCases } from '@zhitongche/measure';
import { readCard } from './form.ts';

/** What belongs to an application or card that was counted when it was taken up. */
const FOLLOWING: readonly (string | undefined)[] = ['passport', 'early', 'remake', 'cancel'];

/** Once a case, on the day it was first accepted, however often it is corrected or checked. */
const accepted = ({ state }: CaseSubject) => {
  const at = state.seats.find(({ act }) => act === 'accept')?.at;
  return at === undefined || FOLLOWING.includes(readCard(state.answers).kind)
    ? []
    : [{ day: dayInShanghai(at), n: '1' }];
};
const onTime = ({ state: { promise } }: CaseSubject) =>
  promise && isDay(promise.stoppedOn) ? [{ day: promise.stoppedOn, n: promise.late ? '0' : '1' }] : [];

/** What card applications come to, by the source codes of indicator tables. */
export const apecMeasures = measureCases('apec-card', [
  {
    code: 'apec.accepted',
    name: 'APEC商务旅行卡受理人次',
    what: '受理的新办、续办、换卡、补卡，每人每次在受理之日一计；仅更换护照、提前和重新制卡、注销属于已计的申请，不再计',
    unit: '人次',
    sort: 'person-times',
    edition: 1,
    lines: accepted,
  },
  {
    code: 'sla.approval',
    name: '按承诺时限办结率',
    what: '已作出决定的团组和APEC卡申请中没有超过承诺时限的，按决定日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: onTime,
  },
]);
