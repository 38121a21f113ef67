import type { Facts } from '@zhitongche/kernel';
import { decimalOf, type Decimal } from '../../decimal.ts';

/** The standard of one place, per person and day in its currency. */
export interface Standard {
  readonly place: string;
  readonly currency: string;
  readonly lodging: Decimal;
  readonly meals: Decimal;
  readonly incidentals: Decimal;
}

const SUFFIXES = ['', '市', '都', '府', '特区'];

/** The standard for a city, the country's fallback row when the city is not listed, undefined without a row. */
export const standardFor = (
  facts: Facts,
  country: string | undefined,
  city: string | undefined,
): Standard | undefined => {
  const rows = facts.table('per-diem').filter((row) => row.country === country);
  const name = city?.trim() ?? '';
  const listed = (cities: unknown): boolean =>
    Array.isArray(cities) && cities.some((c) => SUFFIXES.some((suffix) => name === `${c}${suffix}`));
  const row =
    rows.find((r) => listed(r.cities)) ?? rows.find((r) => r.scope === '全境' || r.scope === '其他城市');
  if (!row || typeof row.currency !== 'string' || typeof row.scope !== 'string') return undefined;
  const [lodging, meals, incidentals] = [row.lodging, row.meals, row.incidentals].map(decimalOf);
  if (!lodging || !meals || !incidentals) return undefined;
  const place = row.scope === '全境' ? `${country}` : `${country}·${row.scope}`;
  return { place, currency: row.currency, lodging, meals, incidentals };
};

/** A rate of exchange and the day it was published. */
export interface Rate {
  readonly rate: Decimal;
  readonly date: string;
}

/** Yuan for one unit of a currency: the latest rate not after the day. */
export const rateOf = (facts: Facts, currency: string, day: string): Rate | undefined => {
  if (currency === 'CNY') return { rate: { units: 1n, scale: 0 }, date: day };
  let best: Rate | undefined;
  for (const row of facts.table('exchange-rates')) {
    const rate = decimalOf(row.rate);
    if (row.currency !== currency || typeof row.date !== 'string' || !rate || row.date > day) continue;
    if (!best || row.date > best.date) best = { rate, date: row.date };
  }
  return best;
};

/** What the country table knows about a country. */
export interface CountryFacts {
  readonly farAway: boolean;
  readonly relations: boolean;
  readonly kind: string;
}

/** Flags of a country; a country the table does not know is taken as an ordinary one. */
export const countryFacts = (facts: Facts, name: string): CountryFacts => {
  const row = facts.table('countries').find((r) => r.name === name);
  return {
    farAway: row?.farAway === true,
    relations: row?.relations !== false,
    kind: typeof row?.kind === 'string' ? row.kind : 'abroad',
  };
};
