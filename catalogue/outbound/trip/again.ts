import type { CaseState } from '@zhitongche/case';
import { derivedOf, type TripDerived } from './derive/derive.ts';
import { identities, otherBudget, tripAnswers } from './effective.ts';
import type { TripAnswers } from './form.ts';

/** What of the unit is asked again about a correction the office wanted. */
export type Again = NonNullable<TripDerived['again']>[number];

/** Steps at which it is asked, in their order. */
export const AGAIN_STEPS: readonly string[] = [
  'again-finance',
  'again-personnel',
  'again-sign',
  'again-superior',
];

const sameMoney = (one: TripAnswers, other: TripAnswers): boolean =>
  JSON.stringify([one.fundSources, one.inBudget]) === JSON.stringify([other.fundSources, other.inBudget]);

/** Who travels as what, when and where: what the unit signed for besides the money. */
const signedFor = ({ members = [], exitDate, entryDate, legs = [] }: TripAnswers): string =>
  JSON.stringify([
    exitDate,
    entryDate,
    members.map(({ citizenId, rank, position }) => [citizenId, rank, position]),
    legs.map(({ country, arrive, leave }) => [country, arrive, leave]),
  ]);

const changed = (before: CaseState, trip: TripAnswers, figures: TripDerived): readonly Again[] => {
  const was = tripAnswers(before.answers);
  const money = otherBudget(derivedOf(before.derived), figures) || !sameMoney(was, trip);
  const known = identities(was.members);
  const people = identities(trip.members).some((one) => !known.includes(one));
  const sign = money || people || signedFor(was) !== signedFor(trip);
  return [
    ...(money ? (['finance'] as const) : []),
    ...(people ? (['personnel'] as const) : []),
    ...(sign ? (['sign'] as const) : []),
  ];
};

/**
 * Who of the unit has to speak again about a trip submitted once more, beside the case as it stood: whomever the change
 * concerns, and whoever was still to speak, or sent it back, about the round before.
 */
export const againOn = (before: CaseState, trip: TripAnswers, figures: TripDerived): readonly Again[] => {
  const waited = AGAIN_STEPS.includes(before.path.at(-1)?.step ?? '');
  const owed = waited ? (derivedOf(before.derived)?.again ?? []) : [];
  return [...new Set([...owed, ...changed(before, trip, figures)])];
};

/** Whom the correction submitted last goes back to in the unit. */
export const askedAgain = (state: CaseState): readonly Again[] => derivedOf(state.derived)?.again ?? [];
