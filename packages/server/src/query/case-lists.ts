import { type CaseRow, TOTAL_MOST } from '@zhitongche/contract';
import { addDays, dayInShanghai, isDay } from '@zhitongche/kernel';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { gramsWanted } from '../case/grams.ts';
import { caseRow, ROW_COLUMNS, type StoredRow } from './case-row.ts';
import { type CursorKey, pageOf, readCursor } from './cursor.ts';
import { mineSql, Params, seenSql } from './scope.ts';

/** What a list may be narrowed by. */
export interface ListFilter {
  readonly q?: string | undefined;
  readonly service?: string | undefined;
  readonly status?: string | undefined;
  readonly step?: string | undefined;
  readonly light?: CaseRow['light'] | undefined;
  readonly unit?: string | undefined;
  /** First and last day of filing; on the tab `done`, of the actor's own decision. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
  readonly sort?: 'due' | 'newest' | 'oldest' | undefined;
  readonly tab?: 'todo' | 'done' | 'copied' | 'watch' | 'all' | undefined;
}

/** One page of rows; the first one also says how many there are, counting no further than `TOTAL_MOST` + 1. */
export interface CasePage {
  items: CaseRow[];
  next: string | null;
  total?: number;
}

const PAGE = 50;

const CLOSED: ReadonlySet<string> = new Set(['completed', 'refused', 'cancelled']);
/** By the column the index of what is under way is made of; the status says the same. */
const NOT_CLOSED = 'f.closed_at is null';

/** Cases the actor filed and, for the unit's clerks and signers, all of the unit's. */
export async function myCases(app: App, actor: OfficeActor, filter: ListFilter): Promise<CasePage> {
  return await listed(app, actor, filter, (params) => {
    const home = actor.grants.flatMap((grant) =>
      grant.role === 'filer' || grant.role === 'signer' ? [grant.org] : [],
    );
    const own = `f.applicant = ${params.add(actor.id)}`;
    return {
      from: 'case_file f',
      where: home.length > 0 ? `(${own} or f.unit = any(${params.add(home)}::uuid[]))` : own,
      seat: 'null::text',
      order: NEWEST,
    };
  });
}

/** The actor's inbox by tab: whose turn, what was done, what was copied, what is seen at all. */
export async function inbox(app: App, actor: OfficeActor, filter: ListFilter): Promise<CasePage> {
  const book = await app.offices.get(actor.office);
  return await listed(app, actor, filter, (params) => {
    // Called where it is needed: a value no placeholder names makes PostgreSQL refuse the statement.
    const office = () => params.add(actor.office);
    const tab = filter.tab ?? 'todo';
    switch (tab) {
      case 'todo':
        return {
          // The tasks lead: the planner must not walk over every case of the office.
          from: `(select t.case_id, min(t.seat) as seat from task t
              join case_file f on f.office = t.office and f.id = t.case_id
              where t.office = ${office()} and t.status = 'open' and t.ready and ${mineSql(actor, book, params)}
              group by t.case_id) mine
            join case_file f on f.office = ${office()} and f.id = mine.case_id`,
          where: 'true',
          seat: 'mine.seat',
          order: filter.sort === 'newest' ? NEWEST : filter.sort === 'oldest' ? OLDEST : BY_DUE,
        };
      case 'done': {
        const me = params.add(actor.id);
        return {
          from: 'case_file f',
          where: `f.id in (select t.case_id from task t where t.office = ${office()} and t.done_by = ${me} and t.status = 'done'
            ${spanSql('t.done_at', filter, params)
              .map((condition) => `and ${condition}`)
              .join(' ')})`,
          seat: 'null::text',
          order: filter.sort === 'oldest' ? OLDEST : NEWEST,
        };
      }
      case 'copied':
        return {
          from: 'case_file f',
          where: `f.id in (select c.case_id from case_copy c where c.office = ${office()} and c.person = ${params.add(actor.id)})`,
          seat: 'null::text',
          order: filter.sort === 'oldest' ? OLDEST : NEWEST,
        };
      case 'watch':
      case 'all':
        return {
          from: 'case_file f',
          where: `f.status <> 'draft' and ${seenSql(actor, book, params)}${
            tab === 'watch' ? ` and ${NOT_CLOSED}` : ''
          }`,
          seat: 'null::text',
          order: filter.sort === 'oldest' ? OLDEST : filter.sort === 'due' ? BY_DUE : NEWEST,
        };
      default:
        return tab satisfies never;
    }
  });
}

interface Order {
  readonly by: string;
  /** Condition for rows after the cursor; gets the placeholders of the cursor's values. */
  after(...at: readonly string[]): string;
  key(row: StoredRow): CursorKey;
}

const NEWEST: Order = { by: 'f.id desc', after: (id) => `f.id < ${id}::uuid`, key: (row) => [row.id] };
const OLDEST: Order = { by: 'f.id', after: (id) => `f.id > ${id}::uuid`, key: (row) => [row.id] };
const BY_DUE: Order = {
  by: "coalesce(f.due, 'infinity'), f.id",
  after: (day, id) =>
    `(coalesce(f.due, 'infinity'), f.id) > (coalesce(${day}::date, 'infinity'), ${id}::uuid)`,
  key: (row) => [row.due, row.id],
};

interface Source {
  readonly from: string;
  readonly where: string;
  readonly seat: string;
  readonly order: Order;
}

async function listed(
  app: App,
  actor: OfficeActor,
  filter: ListFilter,
  sourceOf: (params: Params) => Source,
): Promise<CasePage> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const params = new Params();
  const { from, where, seat, order } = sourceOf(params);
  const limit = filter.limit ?? PAGE;
  const cursor = readCursor(filter.cursor, order.key(EMPTY).length);
  const conditions = [
    `f.office = ${params.add(actor.office)}`,
    where,
    ...filters(filter, today, params),
    ...(cursor ? [order.after(...cursor.map((value) => params.add(value)))] : []),
  ];
  const source = `from ${from} where ${conditions.join(' and ')}`;
  // Without a cursor the page and the count ask for the very same rows. Counted along the index of the list, or PostgreSQL
  // may look for the first thousand from one end of the table; what is searched for has an index of its own.
  const along = filter.q?.trim() ? '' : 'order by f.id desc ';
  const total = cursor
    ? 'null::int'
    : `(select count(*)::int from (select 1 ${source} ${along}limit ${TOTAL_MOST + 1}) counted)`;
  const rows = await app.db.query<StoredRow & { readonly total: number | null }>(
    `select ${ROW_COLUMNS}, ${seat} as seat, ${total} as total ${source}
     order by ${order.by} limit ${params.add(limit + 1)}`,
    params.values,
  );
  const page = pageOf(rows, limit, order.key, (row) => caseRow(row, { book, services: app.services, today }));
  return cursor ? page : { ...page, total: rows[0]?.total ?? 0 };
}

function filters(filter: ListFilter, today: string, params: Params): readonly string[] {
  const conditions: string[] = [];
  if (filter.service) conditions.push(`f.service = ${params.add(filter.service)}`);
  if (filter.status)
    conditions.push(
      `f.status = ${params.add(filter.status)}${CLOSED.has(filter.status) ? '' : ` and ${NOT_CLOSED}`}`,
    );
  // A closed case keeps the step it was closed at, but stands there no longer.
  if (filter.step) conditions.push(`f.step = ${params.add(filter.step)} and ${NOT_CLOSED}`);
  if (filter.unit) conditions.push(`f.unit = ${params.add(filter.unit)}`);
  if (filter.tab !== 'done') conditions.push(...spanSql('f.submitted_at', filter, params));
  // A closed case has no clock, so that only grey needs to look at them.
  if (filter.light)
    conditions.push(
      lightSql(filter.light, () => params.add(today)),
      ...(filter.light === 'grey' ? [] : [NOT_CLOSED]),
    );
  if (filter.q?.trim()) {
    const q = filter.q.trim();
    const grams = gramsWanted(q);
    const number = `f.number = ${params.add(q)}`;
    conditions.push(grams.length > 0 ? `(f.grams @> ${params.add(grams)}::text[] or ${number})` : number);
  }
  return conditions;
}

/** Conditions that keep an instant within the span asked for, counted in Beijing days as the statistics count them. */
function spanSql(column: string, { from, until }: ListFilter, params: Params): readonly string[] {
  const midnight = (day: string) => `((${params.add(day)}::date)::timestamp at time zone 'Asia/Shanghai')`;
  return [
    ...(from !== undefined && isDay(from) ? [`${column} >= ${midnight(from)}`] : []),
    ...(until !== undefined && isDay(until) ? [`${column} < ${midnight(addDays(until, 1))}`] : []),
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
  seat: null,
};
