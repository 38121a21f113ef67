import { addDays, daysBetween } from '@zhitongche/base';
import { printedAnswers, soundAnswers } from '@zhitongche/form';
import type { Answers } from '@zhitongche/form';
import type { CaseState } from '@zhitongche/case';
import type { Leg } from './fields/itinerary.ts';
import { tripForm, type TripAnswers } from './form.ts';

/** A change or extension that was agreed to. */
export interface Amendment {
  readonly form: 'change' | 'extension';
  /** When it was agreed, ISO instant. */
  readonly at: string;
  /** True when the authority above decided it, whose reply stands on record. */
  readonly fromAbove: boolean;
  readonly data: Answers;
}

const FORMS = ['change', 'extension'] as const;

/**
 * Amendments agreed to, oldest first: whoever decided, the case went from there to the amendment's paper; each belongs
 * to the last request made before.
 */
export const amendments = (state: CaseState): readonly Amendment[] =>
  state.path.flatMap(({ step, at }, i): readonly Amendment[] => {
    const from = state.path[i - 1]?.step ?? '';
    const form = FORMS.find((one) => from.startsWith(`${one}-`));
    if (step !== 'amending' || !form) return [];
    const request = (state.records[form] ?? []).findLast((record) => record.at <= at);
    return request ? [{ form, at, fromAbove: from === `${form}-up`, data: request.data }] : [];
  });

/** When the revocation of the trip was decided; undefined while it was not. */
export const revokedAt = (state: CaseState): string | undefined =>
  state.path.findLast(({ step }) => step === 'hand-in')?.at;

/** Answers as read by the form, typed. */
export const tripAnswers = (answers: Answers): TripAnswers => soundAnswers(tripForm, answers);

const shifted = (legs: readonly Leg[], days: number): readonly Leg[] =>
  legs.map((leg) => ({
    ...leg,
    ...(leg.arrive ? { arrive: addDays(leg.arrive, days) } : {}),
    ...(leg.leave ? { leave: addDays(leg.leave, days) } : {}),
  }));

/** Answers a change or extension may replace; what else its form asks is reasons and proof. */
const REPLACED = ['exitDate', 'entryDate', 'route', 'legs', 'members'] as const;

const amended = (answers: Answers, { form, data }: Amendment): Answers => {
  const replaced = Object.fromEntries(
    REPLACED.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])),
  );
  const next = { ...answers, ...replaced };
  if (form !== 'extension' || data.kind !== 'depart') return next;
  const before = tripAnswers(answers);
  const { exitDate, legs = [] } = tripAnswers(next);
  if (!exitDate || !before.exitDate) return next;
  return { ...next, legs: shifted(legs, daysBetween(before.exitDate, exitDate)) };
};

/** The answers as they stand: as filed, with every amendment agreed to laid over them. */
export const standingAnswers = (state: CaseState): Answers =>
  amendments(state).reduce(amended, state.answers);

/** What a change begins with: everything it may replace, as it stands. */
export const changeStart = (state: CaseState): Answers => {
  const standing = standingAnswers(state);
  return Object.fromEntries(
    REPLACED.flatMap((key) => (standing[key] === undefined ? [] : [[key, standing[key]]])),
  );
};

/** The trip as it stood before one of its amendments was agreed to. */
export const tripBefore = (state: CaseState, amendment: Amendment): TripAnswers =>
  tripAnswers(
    amendments(state)
      .filter(({ at }) => at < amendment.at)
      .reduce(amended, state.answers),
  );

/** The same, read by the form. */
export const effectiveTrip = (state: CaseState): TripAnswers => tripAnswers(standingAnswers(state));

/** The same for papers, whose answers may be masked for their readers. */
export const printedTrip = (state: CaseState): TripAnswers =>
  printedAnswers(tripForm, standingAnswers(state));

/** The trip as it was approved, before any amendment, for papers. */
export const printedTripApproved = (state: CaseState): TripAnswers => printedAnswers(tripForm, state.answers);
