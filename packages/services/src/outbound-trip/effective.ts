import { addDays, daysBetween, soundAnswers } from '@zhitongche/kernel';
import type { Answers, CaseState } from '@zhitongche/kernel';
import type { Leg } from './fields/itinerary.ts';
import { tripForm, type TripAnswers } from './form.ts';

/** A change or extension that the head of division agreed to. */
export interface Amendment {
  readonly form: 'change' | 'extension';
  /** When it was agreed, ISO instant. */
  readonly at: string;
  readonly data: Answers;
}

const DECISIONS = { 'change-decide': 'change', 'extension-decide': 'extension' } as const;

const formOf = (step: string): Amendment['form'] | undefined =>
  step === 'change-decide' || step === 'extension-decide' ? DECISIONS[step] : undefined;

/** Amendments agreed to, oldest first: each approval belongs to the last request made before it. */
export const amendments = (state: CaseState): readonly Amendment[] =>
  state.seats
    .flatMap((seat): readonly Amendment[] => {
      const form = formOf(seat.step);
      const { at } = seat;
      if (!form || !at || seat.status !== 'done' || seat.act !== 'agree' || seat.addedBy !== undefined)
        return [];
      const request = (state.records[form] ?? []).findLast((record) => record.at <= at);
      return request ? [{ form, at, data: request.data }] : [];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));

/** Answers as read by the form, typed. */
export const tripAnswers = (answers: Answers): TripAnswers => soundAnswers(tripForm, answers);

const shifted = (legs: readonly Leg[], days: number): readonly Leg[] =>
  legs.map((leg) => ({
    ...leg,
    ...(leg.arrive ? { arrive: addDays(leg.arrive, days) } : {}),
    ...(leg.leave ? { leave: addDays(leg.leave, days) } : {}),
  }));

const amended = (trip: TripAnswers, { form, data }: Amendment): TripAnswers => {
  const next = tripAnswers({ missionKind: trip.missionKind, caseType: trip.caseType, ...data });
  const { exitDate, entryDate, route, legs, members } = next;
  const late =
    form === 'extension' && data.kind === 'depart' && exitDate && trip.exitDate
      ? daysBetween(trip.exitDate, exitDate)
      : 0;
  return {
    ...trip,
    ...(exitDate ? { exitDate } : {}),
    ...(entryDate ? { entryDate } : {}),
    ...(route ? { route } : {}),
    ...(members ? { members } : {}),
    ...(legs ? { legs } : late === 0 ? {} : { legs: shifted(trip.legs ?? [], late) }),
  };
};

/** The trip as it stands: the answers as filed, with every amendment agreed to laid over them. */
export const effectiveTrip = (state: CaseState): TripAnswers =>
  amendments(state).reduce(amended, tripAnswers(state.answers));

/** The trip before the latest amendment. */
export const tripBefore = (state: CaseState): TripAnswers =>
  amendments(state).slice(0, -1).reduce(amended, tripAnswers(state.answers));
