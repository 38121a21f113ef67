import { addDays, dayInShanghai } from '@zhitongche/base';
import type { CaseState, FlowContext } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { effectiveTrip } from './effective.ts';

/** What a trip came to beside what was approved; as read from 回国登记. */
export interface Outcome {
  readonly approvedDays: number;
  readonly days: number;
  /** Days abroad beyond the approved ones. */
  readonly overstay: number;
  /** The border was passed before midnight for a flight after it: reported (行程偏差报备), held against nobody. */
  readonly redEye: boolean;
  /** True when dates or people are not those approved, other than by such a midnight. */
  readonly differs: boolean;
  /** The same in words, one line. */
  readonly words: string;
}

const span = (days: number, exit: string, entry: string): string => `${days}天（${exit}至${entry}）`;

/** Holds the registered return against the trip as it stood; undefined before it is registered. */
export const outcomeOf = (state: CaseState): Outcome | undefined => {
  const data = state.records.return?.at(-1)?.data;
  const { exitDate, entryDate, members = [] } = effectiveTrip(state);
  const { actualExit, actualEntry, actualPersons } = data ?? {};
  if (!exitDate || !entryDate || typeof actualExit !== 'string' || typeof actualEntry !== 'string')
    return undefined;
  const [approvedDays, days] = [
    daysAbroad(exitDate, entryDate) ?? 0,
    daysAbroad(actualExit, actualEntry) ?? 0,
  ];
  // Version 1 asked for a note only; one day early with a note was such a midnight.
  const redEye = (data?.redEye ?? data?.deviation) === true && actualExit === addDays(exitDate, -1);
  const overstay = Math.max(0, days - approvedDays - (redEye ? 1 : 0));
  const persons = typeof actualPersons === 'number' ? actualPersons : members.length;
  const moved = (actualExit !== exitDate && !redEye) || actualEntry !== entryDate;
  const fewer = persons !== members.length;
  const approvedAt = state.path.find(({ step }) => step === 'issuing')?.at;
  const unapproved = approvedAt !== undefined && actualExit < dayInShanghai(approvedAt);
  const same = !moved && !fewer && !redEye;
  const parts = [
    ...(moved || redEye
      ? [`批准${span(approvedDays, exitDate, entryDate)}，实际${span(days, actualExit, actualEntry)}`]
      : []),
    ...(overstay > 0 ? [`超期${overstay}天`] : []),
    ...(unapproved ? ['批准之前已经出境'] : []),
    ...(redEye ? ['零点前过境，按行程偏差报备，不作违规'] : []),
    ...(fewer ? [`批准${members.length}人，实际${persons}人`] : []),
  ];
  return {
    approvedDays,
    days,
    overstay,
    redEye,
    differs: moved || fewer,
    words: same ? `与批准一致：${approvedDays}天、${persons}人` : parts.join('，'),
  };
};

/** The computed difference, for whoever has the case before them. */
export const outcomeNotes = ({ state }: Pick<FlowContext, 'state'>): readonly string[] => {
  const outcome = outcomeOf(state);
  return outcome ? [outcome.words] : [];
};

/** What whoever judges the trip is told when it stayed longer than approved. */
export const overstayNews = ({ state }: Pick<FlowContext, 'state'>): string | undefined => {
  const outcome = outcomeOf(state);
  return outcome && outcome.overstay > 0 ? `回国登记显示超期：${outcome.words}` : undefined;
};
