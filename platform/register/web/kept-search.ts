import type { Input } from '@zhitongche/contract/web';
import { type Length, LENGTHS } from './schedule.ts';

/** Ways of looking at a register. */
export const VIEWS = { list: '列表', board: '看板', calendar: '日历', counts: '统计' } as const;
/** A way of looking at a register. */
export type KeptView = keyof typeof VIEWS;

/** Orders of the list; by stage it is grouped, and so it is by what is due. */
export const ORDERS = { day: '按日期', title: '按名称', due: '按到期先后', stage: '按阶段分组' } as const;
/** An order of the list. */
export type KeptOrder = keyof typeof ORDERS;

/** What the address of a register says is looked at. */
export interface KeptSearch {
  readonly view?: Exclude<KeptView, 'list'>;
  readonly q?: string;
  readonly stage?: string;
  /** `column=value`, all of them. */
  readonly f?: readonly string[];
  /** Absent = as the register says. */
  readonly order?: KeptOrder;
  /** Retired rows instead of those in force. */
  readonly retired?: true;
  /** Rows with something due until this day, and from this one on. */
  readonly due?: string;
  readonly dueFrom?: string;
  /** Month of the calendar, `2026-11`. */
  readonly month?: string;
  /** Day the calendar of bookings or shifts stands at, and how much of it is seen. */
  readonly day?: string;
  readonly span?: Length;
  /** Row read beside the list. */
  readonly open?: string;
}

const word = (value: unknown, most = 100): string | undefined =>
  (typeof value === 'string' && value !== '') || typeof value === 'number'
    ? String(value).slice(0, most)
    : undefined;
const one = <T extends string>(value: unknown, of: Readonly<Record<T, string>>): T | undefined =>
  typeof value === 'string' && Object.hasOwn(of, value) ? (value as T) : undefined;
const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** Reads the address; what makes no sense is left out. */
export const readKeptSearch = (raw: Readonly<Record<string, unknown>>): KeptSearch => {
  const view = one(raw['view'], VIEWS);
  const order = one(raw['order'], ORDERS);
  const q = word(raw['q']);
  const stage = word(raw['stage']);
  const due = matching(raw['due'], /^\d{4}-\d{2}-\d{2}$/);
  const dueFrom = matching(raw['dueFrom'], /^\d{4}-\d{2}-\d{2}$/);
  const month = matching(raw['month'], /^\d{4}-(0[1-9]|1[0-2])$/);
  const day = matching(raw['day'], /^\d{4}-\d{2}-\d{2}$/);
  const span = one(raw['span'], LENGTHS);
  const open = matching(raw['open'], /^[0-9a-f-]{36}$/);
  const f = Array.isArray(raw['f'])
    ? raw['f'].filter((v): v is string => typeof v === 'string' && v.indexOf('=') > 0)
    : [];
  return {
    ...(view && view !== 'list' && { view }),
    ...(q && { q }),
    ...(stage && { stage }),
    ...(f.length > 0 && { f: f.slice(0, 20) }),
    ...(order && { order }),
    ...(raw['retired'] === true && { retired: true as const }),
    ...(due && { due }),
    ...(dueFrom && { dueFrom }),
    ...(month && { month }),
    ...(day && { day }),
    ...(span && { span }),
    ...(open && { open }),
  };
};

/** The search with one thing set anew, or taken off. */
export const withSet = <K extends keyof KeptSearch>(
  search: KeptSearch,
  key: K,
  value: KeptSearch[K] | undefined,
): KeptSearch => readKeptSearch({ ...search, [key]: value });

/** The value a column is narrowed to; empty = any. */
export const filterValue = ({ f = [] }: KeptSearch, column: string): string =>
  f.find((one) => one.startsWith(`${column}=`))?.slice(column.length + 1) ?? '';

/** The search with a column narrowed to a value, or to none. */
export const withFilter = (search: KeptSearch, column: string, value: string): KeptSearch =>
  withSet(search, 'f', [
    ...(search.f ?? []).filter((one) => !one.startsWith(`${column}=`)),
    ...(value === '' ? [] : [`${column}=${value}`]),
  ]);

/** Filter by which the rows of a list that two persons decide whole are found. */
const LIST = '$list';

/** The search for the rows of such a list. */
export const inList = (id: string): KeptSearch => ({ f: [`${LIST}=${id}`] });

/** The list whose rows are looked at; undefined = none. */
export const listSought = (search: KeptSearch): string | undefined => filterValue(search, LIST) || undefined;

/** What narrows the list, without how it is looked at: what a saved view keeps besides its order. */
export const narrowing = ({ q, stage, f, due, dueFrom, retired }: KeptSearch): KeptSearch =>
  readKeptSearch({ q, stage, f, due, dueFrom, retired });

/** Whether anything narrows the list. */
export const isNarrowed = (search: KeptSearch): boolean => Object.keys(narrowing(search)).length > 0;

/** Whether rows stand under their stages: each stage is then a list of its own. A phone has one list. */
export const isGrouped = ({ order, retired }: KeptSearch, phone: boolean): boolean =>
  order === 'stage' && !retired && !phone;

/** The question the server is asked. */
export const rowsQuery = (
  register: string,
  { q, stage, f, order, retired, due, dueFrom }: KeptSearch,
  limit: number,
): Input<'keptRows'> => ({
  params: { register },
  query: {
    limit,
    ...(q === undefined ? {} : { q }),
    ...(stage === undefined ? {} : { stage }),
    ...(f === undefined ? {} : { filters: f.join('\n') }),
    ...(due === undefined ? {} : { dueUntil: due }),
    ...(dueFrom === undefined ? {} : { dueFrom }),
    ...(order === undefined || order === 'stage' ? {} : { order }),
    ...(retired ? { retired } : {}),
  },
});
