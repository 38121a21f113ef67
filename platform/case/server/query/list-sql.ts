import type { CaseRow, TotalShape } from '@zhitongche/contract';
import { addDays, dayInShanghai, gramsWanted, NUMBERED, numbersIn, weekEnd } from '@zhitongche/base';
import { type OfficeActor, type App, type CursorKey, pageOf, readCursor } from '@zhitongche/core/server';
import type { Turning } from '@zhitongche/case';
import { caseRow, ROW_COLUMNS, type StoredRow } from './case-row.ts';
import { Params } from '@zhitongche/host';
import { turnAtSql, turningSql } from './turning-sql.ts';
import type { DirectWay, Way } from './scope.ts';

/** What a list may be narrowed by. */
export interface ListFilter {
  readonly q?: string | undefined;
  readonly service?: string | undefined;
  readonly status?: string | undefined;
  readonly step?: string | undefined;
  readonly light?: CaseRow['light'] | undefined;
  /** What its clock comes to this week. */
  readonly clock?: Turning | undefined;
  /** Organisation that has an open seat in it; `none` = nobody has one. */
  readonly at?: string | undefined;
  readonly unit?: string | undefined;
  /** First and last day of filing; on the tab `done`, of the actor's own decision. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly sort?: 'due' | 'newest' | 'oldest' | undefined;
  readonly tab?: 'todo' | 'done' | 'copied' | 'watch' | 'all' | undefined;
}

/** One page of rows; the first one also says how many there are, as far as lists count. */
export interface CasePage {
  items: CaseRow[];
  next: string | null;
  total?: TotalShape;
}

/** A way with which of its rows, and how they are best read where that comes to the order of the list. */
export type OrderedWay = Way & { readonly only?: string; readonly order?: Order };

/** Where a list draws from: one look at every case wanted, or ways that each begin with the first and may lead to the same case. */
export interface Source {
  readonly from: DirectWay | readonly OrderedWay[];
  /** The reader's own open seat, as SQL. */
  readonly seat: string;
  readonly order: Order;
}

/** How a list is ordered, and read on from a row. */
export interface Order {
  /** What orders it, as columns to select: the id, and `key` where there is more. */
  readonly columns: string;
  /** The same order over those columns. */
  readonly first: string;
  readonly by: string;
  /** Condition for rows after the cursor; gets the placeholders of the cursor's values. */
  after(...at: readonly string[]): string;
  key(row: StoredRow): CursorKey;
}

const PAGE = 50;
/** Rows that are counted at most; nobody reads further, and each costs a look. */
const COUNTED = 1_000;
/** The same of a search, which has to read every row it counts. */
const FOUND = 100;

const CLOSED: ReadonlySet<string> = new Set(['completed', 'refused', 'cancelled']);
/** By the column the index of what is under way is made of; the status says the same. */
export const NOT_CLOSED = 'f.closed_at is null';

/** The newest application first. */
export const NEWEST: Order = {
  columns: 'f.id',
  first: 'id desc',
  by: 'f.id desc',
  after: (id) => `f.id < ${id}::uuid`,
  key: (row) => [row.id],
};
/** The oldest application first. */
export const OLDEST: Order = { ...NEWEST, first: 'id', by: 'f.id', after: (id) => `f.id > ${id}::uuid` };
/** The nearest deadline first; what has none last. */
export const BY_DUE: Order = {
  columns: "f.id, coalesce(f.due, 'infinity') as key",
  first: 'key, id',
  by: "coalesce(f.due, 'infinity'), f.id",
  after: (day, id) =>
    `(coalesce(f.due, 'infinity'), f.id) > (coalesce(${day}::date, 'infinity'), ${id}::uuid)`,
  key: (row) => [row.due, row.id],
};
/** The same of cases without a deadline. */
export const WITHOUT_DUE: Order = {
  ...BY_DUE,
  columns: "f.id, 'infinity'::date as key",
  by: 'f.id',
  after: (day, id) => `(${day}::date is not null or f.id > ${id}::uuid)`,
};
const FILED: Order = {
  columns: 'f.id, f.submitted_at as key',
  first: 'key desc, id desc',
  by: 'f.submitted_at desc, f.id desc',
  after: (at, id) => `(f.submitted_at, f.id) < (${at}::timestamptz, ${id}::uuid)`,
  key: (row) => [row.submitted_at?.toISOString() ?? null, row.id],
};
const FILED_FIRST: Order = {
  ...FILED,
  first: 'key, id',
  by: 'f.submitted_at, f.id',
  after: (at, id) => `(f.submitted_at, f.id) > (${at}::timestamptz, ${id}::uuid)`,
};

/** Within a span of days of filing that is what a list runs by: by its id a case of long ago stands behind all since. */
const orderIn = (order: Order, filter: ListFilter): Order => {
  if (!bySubmission(filter)) return order;
  return order === NEWEST ? FILED : order === OLDEST ? FILED_FIRST : order;
};

const bySubmission = ({ tab, from, until }: ListFilter): boolean =>
  tab !== 'done' && (from ?? until) !== undefined;

/** True when only cases under way are asked for. */
export const underWay = ({ tab, status, step, light, clock, at }: ListFilter): boolean =>
  tab === 'watch' ||
  (status !== undefined && status !== '' && !CLOSED.has(status)) ||
  Boolean(step) ||
  clock !== undefined ||
  at !== undefined ||
  (light !== undefined && light !== 'grey');

/** One page of a list, with its count if it is the first. */
export async function listed(
  app: App,
  actor: OfficeActor,
  filter: ListFilter,
  sourceOf: (params: Params) => Source,
): Promise<CasePage> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const params = new Params();
  const source = sourceOf(params);
  const order = orderIn(source.order, filter);
  const limit = filter.limit ?? PAGE;
  const cursor = readCursor(filter.cursor, order.key(EMPTY).length);
  const office = params.add(actor.office);
  const narrowed = filters(filter, actor.office, today, params);
  const at = cursor?.map((value) => params.add(value));
  const most = filter.q?.trim() ? FOUND : COUNTED;
  const rowsOf = (way: OrderedWay, by: Order): string => {
    const of = [...narrowed, ...(way.only ? [way.only] : [])];
    const after = at ? [by.after(...at)] : [];
    // Nothing of the case itself is asked for: its id is all there is to read.
    if ('ids' in way && of.length === 0 && by.columns === NEWEST.columns)
      return `from (${way.ids}) f where ${['true', ...after].join(' and ')}`;
    const [from, where] =
      'ids' in way ? [`(${way.ids}) led join case_file f on f.id = led.id`, 'true'] : [way.from, way.where];
    return `from ${from} where ${[`f.office = ${office}`, where, ...of, ...after].join(' and ')}`;
  };
  const page = `select ${ROW_COLUMNS}, ${source.seat} as seat`;
  let sql: string;
  if ('from' in source.from) {
    const all = `${rowsOf(source.from, order)} order by ${order.by}`;
    const total = cursor ? 'null' : `(select count(*) from (select 1 ${all} limit ${most + 1}) counted)`;
    sql = `${page}, ${total}::int as total ${all} limit ${limit + 1}`;
  } else {
    // Each way begins with its own first rows: the first of all are among them, and counted with them.
    const begin = cursor ? limit + 1 : Math.max(limit, most) + 1;
    const ways = source.from.map((way) => {
      const by = orderIn(way.order ?? order, filter);
      return `(select distinct ${by.columns} ${rowsOf(way, by)} order by ${by.by} limit ${begin})`;
    });
    const total = cursor ? 'null' : `(select count(*) from first)`;
    sql = `with first as materialized (${ways.join(' union ')})
      ${page}, ${total}::int as total from (select id from first order by ${order.first} limit ${limit + 1}) led
      join case_file f on f.office = ${office} and f.id = led.id order by ${order.by}`;
  }
  const rows = await app.db.query<StoredRow & { readonly total: number | null }>(sql, params.values);
  const shown = pageOf(rows, limit, order.key, (row) =>
    caseRow(row, { book, services: app.services, today }),
  );
  const n = rows[0]?.total ?? 0;
  return cursor ? shown : { ...shown, total: { n: Math.min(n, most), more: n > most } };
}

function filters(filter: ListFilter, office: string, today: string, params: Params): readonly string[] {
  const conditions: string[] = [];
  if (filter.service) conditions.push(`f.service = ${params.add(filter.service)}`);
  if (filter.status) conditions.push(`f.status = ${params.add(filter.status)}`);
  // A closed case keeps the step it was closed at, but stands there no longer.
  if (filter.step) conditions.push(`f.step = ${params.add(filter.step)}`);
  if (filter.unit) conditions.push(`f.unit = ${params.add(filter.unit)}`);
  if (bySubmission(filter)) conditions.push(...spanSql('f.submitted_at', filter, params));
  // A closed case has no clock, so that only grey needs to look at them.
  if (filter.light) conditions.push(lightSql(filter.light, () => params.add(today)));
  if (filter.clock) {
    const days = { today: () => params.add(today), sunday: () => params.add(weekEnd(today)) };
    conditions.push(turningSql(filter.clock, days));
  }
  if (filter.at) conditions.push(turnAtSql(filter.at === 'none' ? null : params.add(filter.at)));
  if (underWay(filter)) conditions.push(NOT_CLOSED);
  if (filter.q?.trim()) {
    const q = filter.q.trim();
    const grams = gramsWanted(q);
    // Cases whose papers were issued before numbers were among the words searched are led to by the papers.
    const typed = params.add(q);
    const number = `f.number = ${typed} or f.id = any(array(select p.case_id from paper p where p.office = ${params.add(office)} and p.number = ${typed}))`;
    const numbers = numbersIn([q]);
    const found = [
      ...(grams.length > 0 ? [`f.grams @> ${params.add(grams)}::text[]`] : []),
      // The pairs lead; of the rows they lead to only those with the number itself.
      ...(numbers.length > 0
        ? [`(f.grams @> ${params.add(numbers)}::text[] or not f.grams @> ${params.add([NUMBERED])}::text[])`]
        : []),
    ].join(' and ');
    conditions.push(found ? `(${found} or ${number})` : `(${number})`);
  }
  return conditions;
}

/** Conditions that keep an instant within the span asked for, counted in Beijing days as the statistics count them. */
export function spanSql(column: string, { from, until }: ListFilter, params: Params): readonly string[] {
  const midnight = (day: string) => `((${params.add(day)}::date)::timestamp at time zone 'Asia/Shanghai')`;
  return [
    ...(from !== undefined ? [`${column} >= ${midnight(from)}`] : []),
    ...(until !== undefined ? [`${column} < ${midnight(addDays(until, 1))}`] : []),
  ];
}

/** The condition of a clock light, the same rule as the row's own light; `today` gives a placeholder where one is needed. */
export function lightSql(light: CaseRow['light'], today: () => string): string {
  switch (light) {
    case 'grey':
      return 'f.due is null';
    case 'red':
      return `f.due < ${today()}::date`;
    case 'amber':
      return `(f.due >= ${today()}::date and f.remind_on <= ${today()}::date)`;
    case 'green':
      return `(f.due >= ${today()}::date and (f.remind_on is null or f.remind_on > ${today()}::date))`;
    default:
      return light satisfies never;
  }
}

const EMPTY: StoredRow = {
  id: '',
  number: null,
  service: '',
  version: 0,
  title: '',
  unit: '',
  applicant_name: '',
  status: 'draft',
  step: null,
  turn: [],
  facts: [],
  round: 0,
  due: null,
  remind_on: null,
  paused: '',
  submitted_at: null,
  updated_at: new Date(0),
  revision: 0,
  flags: [],
  withdrawn: false,
  seat: null,
};
