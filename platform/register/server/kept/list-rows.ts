import { blocking, gramsWanted, isDay, plainText } from '@zhitongche/base';
import { visibleAnswers } from '@zhitongche/form';
import {
  type App,
  type CursorKey,
  type OfficeActor,
  pageOf,
  readCursor,
  unknownCursor,
  unsound,
} from '@zhitongche/core/server';
import { isId, Params } from '@zhitongche/host';
import { orderedBy, type RegisterKind, rowClearance, rowDues } from '@zhitongche/register';
import { cardFacts } from './card-facts.ts';
import { movesAtOnce } from './moves-open.ts';
import { openRowData, type RowData } from './read-row.ts';
import { facet, LIST, typedInitials } from './row-columns.ts';
import { type OpenRegister, registerIn } from './register-in.ts';
import { keptNumberSql } from './search-number.ts';

const PAGE = 50;

/** What a list of rows is asked for. */
export interface RowsAsked {
  readonly q?: string | undefined;
  readonly stage?: string | undefined;
  /** `field=value`, all of them. */
  readonly filters?: readonly string[] | undefined;
  /** First and last day of the register's own date. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Rows that have something due from or until a day. */
  readonly dueFrom?: string | undefined;
  readonly dueUntil?: string | undefined;
  /** Absent = as the register says. */
  readonly order?: 'day' | 'title' | 'due' | undefined;
  /** Retired rows instead of those in force. */
  readonly retired?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** SQL of an order: expression, direction, and what of a row continues it. */
interface Order {
  readonly by: string;
  readonly cast: 'date' | 'text' | 'timestamptz';
  readonly down: boolean;
  readonly keyOf: (row: ListedData) => string;
}

type ListedData = RowData & {
  readonly title: string;
  readonly name_key: string;
  readonly day: string;
  readonly due: string | null;
  readonly retired_at: Date | null;
};

const ORDERS = {
  day: { by: 'k.day', cast: 'date', down: true, keyOf: ({ day }) => day },
  title: { by: 'k.name_key collate "C"', cast: 'text', down: false, keyOf: ({ name_key }) => name_key },
  due: { by: 'k.due', cast: 'date', down: false, keyOf: ({ due }) => due ?? '' },
  // What is due first, and behind it all that is never due.
  urgent: {
    by: "coalesce(k.due, 'infinity'::date)",
    cast: 'date',
    down: false,
    keyOf: ({ due }) => due ?? 'infinity',
  },
  retired: {
    by: 'k.retired_at',
    cast: 'timestamptz',
    down: true,
    keyOf: (row) => row.retired_at?.toISOString() ?? '',
  },
} satisfies Readonly<Record<string, Order>>;

/** The order of a list: what is asked for, else the register's own. */
const orderOf = (kind: RegisterKind, { retired, order }: RowsAsked): Order => {
  if (retired) return ORDERS.retired;
  if (order) return ORDERS[order];
  return { day: ORDERS.day, name: ORDERS.title, due: ORDERS.urgent }[orderedBy(kind)];
};

/** One page of a register as its reader may see it. */
export async function listRows(app: App, actor: OfficeActor, register: string, asked: RowsAsked) {
  const opened = await registerIn(app, actor, register);
  const { rows, order, limit } = await selectRows(app, actor, opened, asked);
  return pageOf(
    rows,
    limit,
    (row): CursorKey => [order.keyOf(row), row.id],
    (row) => listed(app, actor, opened, row),
  );
}

async function selectRows(app: App, actor: OfficeActor, opened: OpenRegister, asked: RowsAsked) {
  const params = new Params();
  const conditions = await conditionsOf(app, actor, opened, asked, params);
  const order = orderOf(opened.kind, asked);
  if (asked.order === 'due' && !asked.retired) conditions.push('k.due is not null');
  const cursor = markOf(order, asked.cursor);
  if (cursor)
    conditions.push(
      `(${order.by}, k.id) ${order.down ? '<' : '>'} (${params.add(cursor[0])}::${order.cast}, ${params.add(cursor[1])}::uuid)`,
    );
  const limit = asked.limit ?? PAGE;
  const way = order.down ? 'desc' : 'asc';
  const rows = await app.db.query<ListedData>(
    `select k.id, k.register, k.org, k.state, k.head, k.salt, k.updated_by, k.updated_at, k.title, k.name_key, k.day, k.due, k.retired_at
     from kept_row k where ${conditions.join(' and ')}
     order by ${order.by} ${way}, k.id ${way} limit ${params.add(limit + 1)}`,
    params.values,
  );
  return { rows, order, limit };
}

/** The mark of a page of this order; one of another order is refused as any other that is none. */
function markOf({ cast }: Order, cursor: string | undefined): CursorKey | null {
  const mark = readCursor(cursor, 2);
  if (!mark) return null;
  const [at, id] = mark;
  if (typeof at === 'string' && typeof id === 'string' && isId(id) && FITS[cast](at)) return mark;
  throw unknownCursor();
}

const FITS: Readonly<Record<Order['cast'], (text: string) => boolean>> = {
  date: (text) => text === 'infinity' || isDay(text),
  text: (text) => !text.includes('\u0000'),
  timestamptz: (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text,
};

/** What a row of the list must be, besides its place in the order. */
export async function conditionsOf(
  app: App,
  actor: OfficeActor,
  { kind, reach }: OpenRegister,
  asked: RowsAsked,
  params: Params,
): Promise<string[]> {
  const conditions = [`k.office = ${params.add(actor.office)}`, `k.register = ${params.add(kind.code)}`];
  if (!reach.all) {
    const [only] = reach.seen;
    // Equality keeps the order of the index by organisation; a list of them would have to be sorted.
    conditions.push(
      reach.seen.length === 1
        ? `k.org = ${params.add(only)}::uuid`
        : `k.org = any(${params.add(reach.seen)}::uuid[])`,
    );
  }
  conditions.push(asked.retired ? 'k.retired_at is not null' : 'k.retired_at is null');
  if (asked.stage !== undefined) conditions.push(`k.stage = ${params.add(asked.stage)}`);
  const filters = (asked.filters ?? []).flatMap((filter) => (filter === '' ? [] : filterFacet(kind, filter)));
  if (filters.length > 0) conditions.push(`k.facets @> ${params.add(filters)}::text[]`);
  if (asked.from !== undefined) conditions.push(`k.day >= ${params.add(asked.from)}::date`);
  if (asked.until !== undefined) conditions.push(`k.day <= ${params.add(asked.until)}::date`);
  if (asked.dueFrom !== undefined) conditions.push(`k.due >= ${params.add(asked.dueFrom)}::date`);
  if (asked.dueUntil !== undefined) conditions.push(`k.due <= ${params.add(asked.dueUntil)}::date`);
  const q = asked.q?.trim();
  if (q) {
    const byNumber = await keptNumberSql(app, actor, { kind, reach }, q, params);
    conditions.push(`(${[...byNumber, ...initialsSql(q, params), wordsSql(q, params)].join(' or ')})`);
  }
  return conditions;
}

/** Rows whose names begin with the initials typed. */
const initialsSql = (q: string, params: Params): readonly string[] =>
  /^[a-z\d]{2,12}$/i.test(q) ? [`k.grams @> ${params.add([typedInitials(q.toLowerCase())])}::text[]`] : [];
/** A value of a column as asked; a column that is no filter, or hidden from whoever asks, is told as such: no rows would say that there are none. */
function filterFacet(kind: RegisterKind, filter: string): string {
  const [key = '', ...value] = filter.split('=');
  const isFilter = key === LIST || kind.columns.some((column) => column.key === key && column.filter);
  if (value.length === 0 || !isFilter)
    throw unsound([
      blocking('row.column', ['filters'], '不能按这一列筛选', 'This column is no filter', {
        todo: '请选择列表上可以筛选的列',
      }),
    ]);
  return facet(kind.code, key, value.join('='));
}

/** Rows in whose open answers every word typed is found: pairs lead to them, the words themselves decide. */
function wordsSql(q: string, params: Params): string {
  const grams = gramsWanted(q).filter((gram) => gram.length > 1 || /\p{Script=Han}/u.test(gram));
  const text = "normalize(lower(k.title || ' ' || ((k.state->'answers') - '$sealed')::text), NFKC)";
  const said = plainText(q)
    .split(/\s+/)
    .map((word) => `position(${params.add(word)} in ${text}) > 0`);
  return `(${[...(grams.length > 0 ? [`k.grams @> ${params.add(grams)}::text[]`] : []), ...said].join(' and ')})`;
}

function listed(app: App, actor: OfficeActor, opened: OpenRegister, data: ListedData) {
  const { kind, reach, book, today, policy } = opened;
  const { row } = openRowData(actor.office, kind, data, app.keys);
  const answers = visibleAnswers(kind.whole, row.answers, { clearance: rowClearance(reach, row.org) });
  return {
    id: row.id,
    title: data.title,
    org: row.org,
    orgName: book.orgName(row.org),
    stage: row.stage,
    stageSince: row.stageSince,
    waiting: row.asked !== null,
    day: data.day,
    due: data.due,
    dueOf: rowDues(kind, row).find(({ day }) => day === data.due)?.label ?? '',
    revision: row.revision,
    retired: row.retired !== null,
    figures: Object.fromEntries(
      kind.columns.flatMap(({ key, of, on }) => {
        const figure =
          of?.(answers, { table: (name) => book.table(name, today) }) ?? on?.(answers, today, policy);
        return figure === undefined ? [] : [[key, figure]];
      }),
    ),
    answers: answers as Record<string, NonNullable<(typeof answers)[string]>>,
    facts: cardFacts(kind, answers),
    acts: [...movesAtOnce(opened, actor, row)],
  };
}
