import type { Facts } from '@zhitongche/form';
import { standardOf } from '../../shared/travel-standards.ts';
import { placeOf, type Stay, staysOf } from '../../shared/travel-stays.ts';
import type { Settlement } from './form.ts';

type Stop = NonNullable<Settlement['stays']>[number];
type Person = NonNullable<Settlement['people']>[number];

/** A stay as a settlement has it. */
export type SettledStay = Stay<Stop>;

/** Stays of one person: those of the group, from the day he left China to the day he came back where these are others. */
export const staysFor = (
  { exit, entry, stays = [] }: Settlement,
  person: Pick<Person, 'exit' | 'entry'> | undefined,
): readonly SettledStay[] => {
  const own = person?.exit;
  const late = own !== undefined && exit !== undefined && own > exit;
  const stops = late
    ? stays.map((stop) => (stop.arrive && stop.arrive < own ? { ...stop, arrive: own } : stop))
    : stays;
  return staysOf(own ?? exit, person?.entry ?? entry, stops);
};

/** Stays in a city a bill names, alone or with its country. */
export const staysIn = (stays: readonly SettledStay[], city: string): readonly SettledStay[] =>
  stays.filter(({ leg }) => leg.city?.trim() === city.trim() || placeOf(leg) === city.trim());

/** Nights of all stays in a city, and its standard; nothing where nobody stayed or two countries have one of that name. */
export const cityOf = (stays: readonly SettledStay[], city: string, facts: Pick<Facts, 'table'>) => {
  const own = staysIn(stays, city);
  const [first] = own;
  const standard = first && standardOf(facts, first.leg);
  return first && standard && own.every(({ leg }) => leg.country === first.leg.country)
    ? { place: placeOf(first.leg), standard, nights: own.reduce((sum, { nights }) => sum + nights, 0) }
    : undefined;
};
