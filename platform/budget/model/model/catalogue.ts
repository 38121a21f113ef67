import { parseCsv } from '@zhitongche/base';
import { indicatorCsv } from '../data/indicator-catalogue.ts';

/** An indicator an office has published, offered when targets are entered. */
export interface CatalogueEntry {
  readonly department: string;
  readonly project: string;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string;
  readonly raw: string;
  readonly basis: string;
  /** Operational record the value can be counted from ("outbound.travellers"), and how far by itself: auto, semi, survey or manual. */
  readonly source: string;
  readonly automation: string;
}

let loaded: readonly CatalogueEntry[] | undefined;

/** The published indicators; parsed on first use. Kept out of the package's index because the data is large. */
export function indicatorCatalogue(): readonly CatalogueEntry[] {
  loaded ??= parseCsv(indicatorCsv).map((row) => ({
    department: row['department'] ?? '',
    project: row['project'] ?? '',
    level1: row['level1'] ?? '',
    level2: row['level2'] ?? '',
    name: row['name'] ?? '',
    description: row['description'] ?? '',
    raw: row['target_raw'] ?? '',
    basis: row['basis'] ?? '',
    source: row['source_code'] ?? '',
    automation: row['automation'] ?? '',
  }));
  return loaded;
}

/** Entries whose name holds the words, those of the same second level first. */
export function suggestIndicators(words: string, level2?: string): CatalogueEntry[] {
  const found = indicatorCatalogue().filter((entry) => entry.name.includes(words.trim()));
  return [
    ...found.filter((entry) => entry.level2 === level2),
    ...found.filter((entry) => entry.level2 !== level2),
  ];
}
