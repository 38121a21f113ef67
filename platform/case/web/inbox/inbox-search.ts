import { STATUS_WORDS, type Turning, TURNINGS } from '@zhitongche/case';
import type { Input } from '@zhitongche/contract/web';

/** The tabs of the inbox, in order; `watch` is led to by figures of what is under way, and shown while one is there. */
export const INBOX_TABS = { todo: '待办', done: '已办', copied: '抄送', watch: '在办', all: '全部' } as const;
/** Key of a tab. */
export type InboxTab = keyof typeof INBOX_TABS;

/** Ways to order the inbox. */
const INBOX_SORTS = { due: '先到期的在前', newest: '新收到的在前', oldest: '先收到的在前' } as const;
type Sort = keyof typeof INBOX_SORTS;

/** Orders each tab knows; the first is how it comes when nobody chose. */
const SORTS_OF: Readonly<Record<InboxTab, readonly Sort[]>> = {
  todo: ['due', 'newest', 'oldest'],
  done: ['newest', 'oldest'],
  copied: ['newest', 'oldest'],
  watch: ['newest', 'oldest', 'due'],
  all: ['newest', 'oldest', 'due'],
};

/** Clock lights one can filter by. */
export const LIGHTS = { red: '已超期', amber: '快到期', green: '时限内', grey: '不计时' } as const;
type LightKey = keyof typeof LIGHTS;

/** Where a case stands, as one can filter by; drafts are nobody's work but their author's. */
export const STATUSES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(STATUS_WORDS).flatMap(([key, words]) => (key === 'draft' ? [] : [[key, words.zh]])),
);

/** What the address of the inbox says: which tab, what is looked for, and whether a case is read beside the list. */
export interface InboxSearch {
  readonly tab?: InboxTab;
  readonly q?: string;
  readonly service?: string;
  readonly status?: string;
  readonly light?: LightKey;
  /** What its clock comes to this week. */
  readonly clock?: Turning;
  /** Organisation whose turn it is; `none` = nobody's. */
  readonly at?: string;
  /** Step the case stands at. */
  readonly step?: string;
  /** Id of the filing unit. */
  readonly unit?: string;
  /** First and last day of filing; among what I have done, of my decision. */
  readonly from?: string;
  readonly until?: string;
  readonly sort?: Sort;
  /** Case open beside the list. */
  readonly open?: string;
}

const oneOf = <K extends string>(value: unknown, among: Readonly<Record<K, string>>): K | undefined =>
  typeof value === 'string' && Object.hasOwn(among, value) ? (value as K) : undefined;

const short = (value: unknown, most: number): string | undefined =>
  (typeof value === 'string' || typeof value === 'number') && value !== ''
    ? String(value).slice(0, most)
    : undefined;

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : undefined;

/** Reads the address; what makes no sense is left out rather than refused. */
export const readInboxSearch = (raw: Readonly<Record<string, unknown>>): InboxSearch => {
  const tab = oneOf(raw['tab'], INBOX_TABS);
  const q = short(raw['q'], 100);
  const service = short(raw['service'], 64);
  const status = oneOf(raw['status'], STATUSES);
  const light = oneOf(raw['light'], LIGHTS);
  const clock = oneOf(raw['clock'], TURNINGS);
  const at = raw['at'] === 'none' ? 'none' : id(raw['at']);
  const step = short(raw['step'], 64);
  const unit = id(raw['unit']);
  const from = day(raw['from']);
  const until = day(raw['until']);
  const sort = oneOf(raw['sort'], INBOX_SORTS);
  const open = short(raw['open'], 36);
  return {
    ...(tab && { tab }),
    ...(q && { q }),
    ...(service && { service }),
    ...(status && { status }),
    ...(light && { light }),
    ...(clock && { clock }),
    ...(at && { at }),
    ...(step && { step }),
    ...(unit && { unit }),
    ...(from && { from }),
    ...(until && { until }),
    ...(sort && { sort }),
    ...(open && { open }),
  };
};

/** The search with one filter set, or taken off when `value` is empty; a step means nothing in another service. */
export const withFilterSet = (search: InboxSearch, key: keyof InboxSearch, value: string): InboxSearch =>
  readInboxSearch({ ...search, ...(key === 'service' ? { step: '' } : {}), [key]: value });

/** The filter part of the address, without tab and open case: what a saved filter keeps. */
export const filterOf = ({
  q,
  service,
  status,
  light,
  clock,
  at,
  step,
  unit,
  from,
  until,
}: InboxSearch): InboxSearch => ({
  ...(q && { q }),
  ...(service && { service }),
  ...(status && { status }),
  ...(light && { light }),
  ...(clock && { clock }),
  ...(at && { at }),
  ...(step && { step }),
  ...(unit && { unit }),
  ...(from && { from }),
  ...(until && { until }),
});

/** The orders one can choose from, with their words. */
export const sortsFor = ({ tab = 'todo' }: InboxSearch): readonly (readonly [Sort, string])[] =>
  SORTS_OF[tab].map((sort) => [sort, INBOX_SORTS[sort]]);

/** The order the list is really in. */
export const sortOf = ({ tab = 'todo', sort }: InboxSearch): Sort | undefined =>
  sort && SORTS_OF[tab].includes(sort) ? sort : SORTS_OF[tab][0];

/** How many filters are on. */
export const filterCount = (search: InboxSearch): number => Object.keys(filterOf(search)).length;

/** The question the server is asked. */
export const inboxQuery = (search: InboxSearch, limit: number): Input<'inbox'> => {
  const { open: _, ...rest } = search;
  return { query: { ...rest, tab: rest.tab ?? 'todo', limit } };
};

/** The same question for the spreadsheet, which takes the whole list. */
export const exportQuery = (search: InboxSearch): Input<'exportCases'> => {
  const { open: _, ...rest } = search;
  return { query: { ...rest, tab: rest.tab ?? 'todo' } };
};
