import type { Facts } from '@zhitongche/form';
import { decimalOf, type Decimal } from '@zhitongche/base';

/** The standard of one place, per person and day in its currency. */
export interface Standard {
  readonly place: string;
  readonly currency: string;
  readonly lodging: Decimal;
  readonly meals: Decimal;
  readonly incidentals: Decimal;
}

const KIND = /(?:特别市|广域市|直辖市|自治市|特区|市|都|府)$/;

/** A city's name without blanks and without the word for what kind of city it is: 首尔特别市 and 首尔 are one. */
const cityName = (name: string): string => {
  const plain = name.replaceAll(/\s/g, '');
  const bare = plain.replace(KIND, '');
  return bare.length < 2 ? plain : bare;
};

const FALLBACK: ReadonlySet<unknown> = new Set(['全境', '其他城市']);
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** Names of the cities of a row: as used today (`cities`), as the table prints them (`scope`), and others (`also`). */
const citiesOf = (row: ReturnType<Facts['table']>[number]): readonly string[] => [
  ...textsOf(row.cities),
  ...(typeof row.scope === 'string' && !FALLBACK.has(row.scope) ? row.scope.split('、') : []),
  ...textsOf(row.also),
];

const rowsOf = (facts: Pick<Facts, 'table'>, country: string | undefined) =>
  facts.table('per-diem').filter((row) => row.country === country);

/** True when both names have at least three characters and one slip of the pen lies between them. */
const oneSlip = (a: string, b: string): boolean => {
  if (Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const rest = (text: string, dropped: number): string => text.slice(same + dropped);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
};

/** A city the standard does not list although the country has cities of its own: what it may have meant, if close to one. */
export const unlisted = (
  facts: Facts,
  country: string | undefined,
  city: string | undefined,
): { readonly meant?: string } | undefined => {
  const listed = rowsOf(facts, country).flatMap(citiesOf);
  const name = cityName(city ?? '');
  if (name === '' || listed.length === 0 || listed.some((own) => cityName(own) === name)) return undefined;
  const meant = listed.find((own) => oneSlip(cityName(own), name));
  return meant === undefined ? {} : { meant };
};

/** The standard for a city, the country's fallback row when the city is not listed, undefined without a row. */
export const standardFor = (
  facts: Pick<Facts, 'table'>,
  country: string | undefined,
  city: string | undefined,
): Standard | undefined => {
  const rows = rowsOf(facts, country);
  const name = cityName(city ?? '');
  const row =
    rows.find((r) => citiesOf(r).some((own) => cityName(own) === name)) ??
    rows.find((r) => FALLBACK.has(r.scope));
  if (!row || typeof row.currency !== 'string' || typeof row.scope !== 'string') return undefined;
  const [lodging, meals, incidentals] = [row.lodging, row.meals, row.incidentals].map(decimalOf);
  if (!lodging || !meals || !incidentals) return undefined;
  const place = row.scope === '全境' ? `${country}` : `${country}·${row.scope}`;
  return { place, currency: row.currency, lodging, meals, incidentals };
};

/**
 * The standard of a stop: that of its city, or of the neighbour it names where its country has none (财行〔2013〕516号);
 * which city of the neighbour no text says, so its fallback row.
 */
export const standardOf = (
  facts: Pick<Facts, 'table'>,
  {
    country,
    city,
    standardFrom,
  }: { readonly country?: string; readonly city?: string; readonly standardFrom?: string },
): (Standard & { readonly borrowed: boolean }) | undefined => {
  const own = standardFor(facts, country, city);
  const found = own ?? standardFor(facts, standardFrom, undefined);
  return found && { ...found, borrowed: own === undefined };
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
  /** East of the date line: who flies there from Asia may land the day before. */
  readonly dayBehind: boolean;
  readonly relations: boolean;
  readonly kind: string;
}

/** Flags of a country; a country the table does not know is taken as an ordinary one. */
export const countryFacts = (facts: Pick<Facts, 'table'>, name: string): CountryFacts => {
  const row = facts.table('countries').find((r) => r.name === name);
  return {
    farAway: row?.farAway === true,
    dayBehind: row?.region === '美洲' || row?.eastOfDateLine === true,
    relations: row?.relations !== false,
    kind: typeof row?.kind === 'string' ? row.kind : 'abroad',
  };
};
