import { own } from '@zhitongche/contract/web';
import { filterOf, readInboxSearch, type InboxSearch } from './inbox-search.ts';

/** A filter under a name of one's own. */
export interface SavedFilter {
  readonly name: string;
  readonly search: InboxSearch;
}

/** Most filters a person keeps. */
const MOST = 20;

const isNamed = (
  value: unknown,
): value is { readonly name: string; readonly search: Record<string, unknown> } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object' &&
  value.search !== null;

/** Reads what was kept; anything unreadable counts as none. */
export const parseFilters = (kept: unknown): readonly SavedFilter[] =>
  (Array.isArray(kept) ? kept : [])
    .filter(isNamed)
    .map(({ name, search }) => ({ name, search: filterOf(readInboxSearch(search)) }));

/** Adds a filter; a name used before now means the new one. The words searched for are not kept: they are people's names, as often as not. */
export const withFilter = (
  filters: readonly SavedFilter[],
  name: string,
  search: InboxSearch,
): readonly SavedFilter[] => {
  const { q: _, ...lasting } = filterOf(search);
  return [...filters.filter((f) => f.name !== name), { name, search: lasting }].slice(-MOST);
};

/** The filters a person keeps on this device. */
export const loadFilters = (account: string): readonly SavedFilter[] =>
  parseFilters(own.read('inbox-filters', account));

/** Keeps the filters of a person on this device. */
export const storeFilters = (account: string, filters: readonly SavedFilter[]): void =>
  own.write('inbox-filters', account, '', filters);
