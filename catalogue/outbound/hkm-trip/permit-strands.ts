import { dayInShanghai } from '@zhitongche/base';
import { allStrands, type CaseState, type KeepDef, strandsOf, type StrandsDef } from '@zhitongche/case';
import { daysAbroad } from '../../shared/days-abroad.ts';
import { followCustody, givenUp, handedIn, lost, onTrip } from '../../shared/follow-custody.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { dueBack } from '../../shared/return-days.ts';
import { PERMIT_FATES } from './choices.ts';
import { figuresOf, tripOf } from './derive.ts';

/** What may have become of a permit, as the case calls it. */
export type PermitFate = keyof typeof PERMIT_FATES;
const TONES: Partial<Record<PermitFate, 'good' | 'bad'>> = { returned: 'good', damaged: 'bad', lost: 'bad' };

/** One permit for each who travels, from the approval until it is handed in. */
export const permitStrands: StrandsDef = {
  label: '各人通行证',
  one: '本通行证',
  of: (state) =>
    (tripOf(state).members ?? []).map(({ name = '' }, at) => ({ id: `第${at + 1}人`, label: name })),
  states: Object.fromEntries(
    Object.entries(PERMIT_FATES).map(([key, label]) => {
      const tone = TONES[key as PermitFate];
      return [key, { label, ...(tone ? { tone } : {}) }];
    }),
  ),
  first: 'out',
};

/** Whether every permit is handed in, or will not be. */
export const allBack = (state: CaseState): boolean =>
  allStrands(state, 'permit', 'returned', 'damaged', 'lost', 'unused');

/** True once the trip was revoked by decision. */
export const revoked = ({ flags }: Pick<CaseState, 'flags'>): boolean => flags.includes('revoked');

/** Days as approved and as they were, once the group came back. */
export const daysOut = (state: CaseState): { readonly days: number; readonly over: number } => {
  const { exitDate, entryDate } = tripOf(state);
  const approved = daysAbroad(exitDate, entryDate) ?? 0;
  const back = state.records.return?.at(-1)?.data;
  const days = back ? (daysAbroad(textIn(back.actualExit), textIn(back.actualEntry)) ?? approved) : approved;
  return { days, over: Math.max(0, days - approved) };
};

/** Last day to hand permits in: of a trip that was revoked as many days from then. */
export const permitsDue = (state: CaseState): string => {
  const { exitDate = '', entryDate } = tripOf(state);
  const { returnDays } = figuresOf(state);
  const off = state.path.find(({ step }) => step === 'hand-in')?.at;
  return off === undefined
    ? exitDate && dueBack(exitDate, daysAbroad(exitDate, entryDate) ?? 0, returnDays)
    : dueBack(dayInShanghai(off), 0, returnDays);
};

/** A permit lent for the trip follows what the desk recorded of it. */
export const permitsFollow: KeepDef = followCustody('custody', (state) => {
  const { members = [], exitDate = '' } = tripOf(state);
  const fates = strandsOf(state, 'permit');
  const { days, over } = daysOut(state);
  return members.flatMap(({ citizenId }, at) => {
    const fate = fates.find(({ id }) => id === `第${at + 1}人`);
    if (!citizenId || !fate) return [];
    const { state: stands, on } = fate;
    const moves =
      stands === 'lost'
        ? lost(on)
        : stands === 'returned' || stands === 'damaged'
          ? handedIn(on, revoked(state) ? { days: 0, over: 0 } : { days, over })
          : stands === 'unused'
            ? []
            : revoked(state)
              ? givenUp
              : onTrip(exitDate, days);
    return [{ find: { citizenId }, where: { kind: 'permit' }, moves }];
  });
});
