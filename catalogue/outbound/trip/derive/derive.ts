import type { Json } from '@zhitongche/base';
import type { CheckContext } from '@zhitongche/case';
import { RANKS } from '../choices.ts';
import type { Member } from '../fields/members.ts';
import type { TripAnswers } from '../form.ts';
import { key } from '../policy.ts';
import { entriesOf, type Entry } from './entry.ts';
import { fundingOf, type Funding } from './funding.ts';
import { countryFacts } from '../../../shared/travel-standards.ts';
import { countriesVisited, placeOf, staysOf } from '../../../shared/travel-stays.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';
import { dueBack } from '../../../shared/return-days.ts';

/** Everything computed from the answers and frozen into the case on submission. */
export type TripDerived = {
  readonly days: number | null;
  readonly countries: readonly string[];
  /** `abroad`, `hk-macao`, `taiwan`, or `mixed` when the stops differ. */
  readonly destinationKind: string | null;
  readonly members: number;
  readonly highestRank: string | null;
  readonly stays: readonly {
    readonly row: number;
    readonly place: string;
    readonly days: number;
    readonly nights: number;
  }[];
  readonly funding: Funding;
  readonly entries: readonly Entry[];
  /** Day the passports are due back: exit + days abroad + the policy's days. */
  readonly passportDue: string | null;
  readonly reportDays: number;
  readonly passportReturnDays: number;
  /** Whom of the unit a correction for the office concerns; absent while it changed nothing the unit spoke on. */
  readonly again?: readonly ('finance' | 'personnel' | 'sign')[];
};

/** The highest rank among the travellers, in the order of {@link RANKS}. */
export const highestRank = (members: readonly Member[]): string | null =>
  Object.keys(RANKS).find((rank) => members.some((m) => m.rank === rank)) ?? null;

/** Computes the figures of a trip; total on half-filled answers. */
export const deriveTrip = (answers: TripAnswers, context: CheckContext): TripDerived => {
  const members = answers.members ?? [];
  const legs = answers.legs ?? [];
  const days = daysAbroad(answers.exitDate, answers.entryDate) ?? null;
  const countries = countriesVisited(legs);
  const kinds = [...new Set(countries.map((name) => countryFacts(context.facts, name).kind))];
  const returnDays = context.policy.number(key('passport-return-days'));
  return {
    days,
    countries,
    destinationKind: kinds.length > 1 ? 'mixed' : (kinds[0] ?? null),
    members: members.length,
    highestRank: highestRank(members),
    stays: staysOf(answers.exitDate, answers.entryDate, legs).map((stay) => ({
      row: stay.row,
      place: placeOf(stay.leg),
      days: stay.days,
      nights: stay.nights,
    })),
    funding: fundingOf(answers, context),
    entries: entriesOf(members, legs, context.facts),
    passportDue: answers.exitDate && days ? dueBack(answers.exitDate, days, returnDays) : null,
    reportDays: context.policy.number(key('report-days')),
    passportReturnDays: returnDays,
  };
};

/** Reads back what {@link deriveTrip} stored; undefined when the case holds nothing computed yet. */
export const derivedOf = (stored: Json): TripDerived | undefined => {
  const isTrip = (json: Json): json is TripDerived =>
    json instanceof Object &&
    !Array.isArray(json) &&
    'funding' in json &&
    'entries' in json &&
    'stays' in json;
  return isTrip(stored) ? stored : undefined;
};
