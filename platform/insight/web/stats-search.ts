import { PERIODS, type Period } from './period.ts';

/** What the address of the statistics says: whose, over which span. */
export interface StatsSearch {
  readonly of?: 'me' | 'office';
  readonly period?: Period;
}

/** Reads the address; what makes no sense is left out. */
export const readStatsSearch = (raw: Readonly<Record<string, unknown>>): StatsSearch => {
  const of = raw['of'] === 'me' || raw['of'] === 'office' ? raw['of'] : undefined;
  const period = PERIODS.find((p) => p.key === raw['period'])?.key;
  return { ...(of && { of }), ...(period && { period }) };
};
