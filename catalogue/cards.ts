import { broughtTables, type ListedCard, listedCard, lookupProviders } from '@zhitongche/core/server';
import * as lines from './catalogue.ts';
import { type Entry, isRegister, type Line } from './entries.ts';

/** Where something of the catalogue is found: its line, and its name among what the folder's index exports. */
export interface Place {
  readonly line: string;
  readonly exported: string;
}

/** The card of a version, where its definition is found, and whether its folder adds to the demo office. */
export interface Card extends ListedCard, Place {
  readonly tells: boolean;
}

/** What the server begins with instead of the definitions themselves. */
export interface Cards {
  readonly services: readonly Card[];
  readonly registers: readonly Place[];
}

const all: readonly (readonly [line: string, load: Line])[] = Object.entries(lines);
const found = await Promise.all(
  all.map(
    async ([line, load]): Promise<readonly (Place & { readonly entry: Entry })[]> =>
      Object.entries(await load()).map(([exported, entry]) => ({ line, exported, entry })),
  ),
);
const services = found.flat().flatMap(({ entry, ...place }) => (isRegister(entry) ? [] : [{ entry, place }]));
// While all of them are at hand: two folders that answer or bring one thing differently.
lookupProviders(
  services.map(({ entry }) => entry),
  {},
);
broughtTables(services.map(({ entry }) => entry));

/**
 * The cards of the whole catalogue. From its sources the program loads every definition for them; in a bundle this file is
 * replaced by what it came to when the bundle was built.
 */
export const cards: Cards = {
  services: services.map(({ entry, place }) => ({
    ...listedCard(entry),
    ...place,
    tells: entry.demo !== undefined,
  })),
  registers: found.flat().flatMap(({ entry, ...place }) => (isRegister(entry) ? [place] : [])),
};
