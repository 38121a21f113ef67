import { addDays, daysBetween } from '@zhitongche/base';
import { daysAbroad } from './days-abroad.ts';

/** A stop of a trip as far as days and places go. */
export interface Stop {
  readonly country?: string;
  readonly city?: string;
  readonly transit?: boolean;
  readonly leftAirport?: boolean;
  readonly arrive?: string;
  readonly leave?: string;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

/** True when a leg counts as a visit: everything but a transit that stays inside the airport. */
export const visited = (leg: Stop): boolean => !(leg.transit === true && leg.leftAirport !== true);

/** Countries and regions that count towards the limit, in the order travelled, each once. */
export const countriesVisited = (legs: readonly Stop[]): readonly string[] => [
  ...new Set(legs.filter(visited).flatMap((leg) => (leg.country ? [leg.country] : []))),
];

/** Country and city of a stop in one word; a city state is named once. */
export const placeOf = ({ country = '', city = '' }: Stop): string =>
  country === city ? country : `${country}${city}`;

/** How long a delegation is at one stop. */
export interface Stay<L extends Stop = Stop> {
  readonly leg: L;
  /** Row of the legs table. */
  readonly row: number;
  /** Days for meals and incidentals; the sum over all stays is the days abroad. */
  readonly days: number;
  /** Nights between arrival and departure. */
  readonly nights: number;
}

/**
 * Shares the days abroad among the stops: a day belongs to the last city reached by then, the way out to the first
 * city, the way home to the last. Nights on board belong to none. Rows without country or dates, or beyond the
 * return, are left out.
 */
export const staysOf = <L extends Stop>(
  exit: string | undefined,
  entry: string | undefined,
  legs: readonly L[],
): readonly Stay<L>[] => {
  if (!exit || !entry || daysAbroad(exit, entry) === undefined) return [];
  const stops = legs.flatMap((leg, row) =>
    leg.country && leg.arrive && leg.leave && leg.transit !== true && leg.arrive <= entry
      ? [{ leg, row, arrive: leg.arrive, leave: leg.leave }]
      : [],
  );
  const ordered = stops.toSorted((a, b) =>
    a.arrive === b.arrive ? a.row - b.row : a.arrive < b.arrive ? -1 : 1,
  );
  return ordered.map(({ leg, row, arrive, leave }, i) => {
    const from = i === 0 ? exit : later(exit, arrive);
    const next = ordered[i + 1];
    const days = next
      ? daysBetween(from, earlier(entry, later(next.arrive, exit)))
      : daysBetween(from, entry) + 1;
    // Who lands the day before the departure, across the date line, sleeps there that night too.
    const nights = daysBetween(later(arrive, addDays(exit, -1)), earlier(leave, entry));
    return { leg, row, days: Math.max(0, days), nights: Math.max(0, nights) };
  });
};
