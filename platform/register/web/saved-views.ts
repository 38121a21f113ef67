import { own } from '@zhitongche/contract/web';
import { type KeptSearch, readKeptSearch } from './kept-search.ts';

/** A way of looking at a register under a name of one's own. */
export interface SavedView {
  readonly name: string;
  readonly search: KeptSearch;
}

/** Most views a person keeps of a register. */
const MOST = 12;

const isNamed = (value: unknown): value is { readonly name: string; readonly search: object } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'search' in value &&
  typeof value.search === 'object' &&
  value.search !== null;

/** Reads what was kept; anything unreadable counts as none. */
export const parseViews = (kept: unknown): readonly SavedView[] =>
  Array.isArray(kept)
    ? kept.filter(isNamed).map(({ name, search }) => ({ name, search: lasting({ ...search }) }))
    : [];

/** Words searched for are not kept: they are people's names, as often as not. Nor is the row that was open. */
const lasting = (search: Readonly<Record<string, unknown>>): KeptSearch =>
  readKeptSearch({ ...search, q: undefined, open: undefined, month: undefined });

/** Adds a view; a name used before now means the new one. */
export const withView = (
  views: readonly SavedView[],
  name: string,
  search: KeptSearch,
): readonly SavedView[] =>
  [...views.filter((v) => v.name !== name), { name, search: lasting({ ...search }) }].slice(-MOST);

/** The views a person keeps of a register on this device. */
export const loadViews = (account: string, register: string): readonly SavedView[] =>
  parseViews(own.read('kept-views', account, register));

/** Keeps them. */
export const storeViews = (account: string, register: string, views: readonly SavedView[]): void =>
  own.write('kept-views', account, register, views);
