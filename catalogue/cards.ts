import { withFilingRules } from '@zhitongche/case';
import {
  broughtTables,
  demandSettled,
  type ListedCard,
  listedCard,
  lookupProviders,
} from '@zhitongche/core/server';
import * as lines from './catalogue.ts';
import {
  type Entry,
  isDuty,
  isMeasures,
  isProbe,
  isQuestionnaire,
  isRegister,
  isService,
  type Line,
} from './entries.ts';

/** Where something of the catalogue is found: its line, and its name among what the folder's index exports. */
export interface Place {
  readonly line: string;
  readonly exported: string;
}

/** The card of a version, where its definition is found, and what else its folder does on the server. */
export interface Card extends ListedCard, Place {
  /** Whether it adds to the demo office. */
  readonly tells: boolean;
  /** Whether it asks something of whoever files any service. */
  readonly asks: boolean;
  /** What it settles beyond the case, by key. */
  readonly settling: readonly string[];
  /** Whether it keeps specimens. */
  readonly specimens: boolean;
}

/** What the server begins with instead of the definitions themselves. */
export interface Cards {
  readonly services: readonly Card[];
  readonly registers: readonly Place[];
  readonly measures: readonly Place[];
  readonly duties: readonly Place[];
  readonly probes: readonly Place[];
  readonly questionnaires: readonly Place[];
}

const all: readonly (readonly [line: string, load: Line])[] = Object.entries(lines);
const found = await Promise.all(
  all.map(
    async ([line, load]): Promise<readonly (Place & { readonly entry: Entry })[]> =>
      Object.entries(await load()).map(([exported, entry]) => ({ line, exported, entry })),
  ),
);
const defined = found.flat().flatMap(({ entry, ...place }) => (isService(entry) ? [{ entry, place }] : []));
const rules = defined.flatMap(({ entry }) => entry.filing ?? []);
const services = defined.map(({ entry, place }) => ({ entry: withFilingRules(entry, rules), place }));
const definitions = services.map(({ entry }) => entry);
// While all of them are at hand: two folders that answer or bring one thing differently, what nobody settles.
lookupProviders(definitions, {});
broughtTables(definitions);
demandSettled(definitions);

/**
 * The cards of the whole catalogue. From its sources the program loads every definition for them; in a bundle this file is
 * replaced by what it came to when the bundle was built.
 */
export const cards: Cards = {
  services: services.map(({ entry, place }) => ({
    ...listedCard(entry),
    ...place,
    tells: entry.demo !== undefined,
    asks: entry.filing !== undefined,
    settling: Object.keys(entry.settling ?? {}),
    specimens: entry.specimens !== undefined,
  })),
  registers: found.flat().flatMap(({ entry, ...place }) => (isRegister(entry) ? [place] : [])),
  measures: found.flat().flatMap(({ entry, ...place }) => (isMeasures(entry) ? [place] : [])),
  duties: found.flat().flatMap(({ entry, ...place }) => (isDuty(entry) ? [place] : [])),
  probes: found.flat().flatMap(({ entry, ...place }) => (isProbe(entry) ? [place] : [])),
  questionnaires: found.flat().flatMap(({ entry, ...place }) => (isQuestionnaire(entry) ? [place] : [])),
};
