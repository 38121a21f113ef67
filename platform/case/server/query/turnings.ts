import { dayInShanghai, weekEnd } from '@zhitongche/base';
import { type Turning, TURNINGS } from '@zhitongche/case';
import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { seenSql } from './scope.ts';
import { turnAtSql, turningSql } from './turning-sql.ts';

/** How many cases come to each turning. */
export type Turnings = Record<Turning, number>;

const KINDS = Object.keys(TURNINGS) as readonly Turning[];
const none = (): Turnings => ({
  overdue: 0,
  'due-today': 0,
  'yellow-today': 0,
  'yellow-week': 0,
  'due-week': 0,
});

/**
 * What the clocks of the cases an actor sees come to this week, each case once, and by the organisation whose turn it is: the very
 * conditions the inbox is narrowed by, so that a figure and its list are the same cases.
 */
export async function caseTurnings(app: App, actor: OfficeActor) {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const sunday = weekEnd(today);
  const params = new Params();
  const days = { today: () => params.add(today), sunday: () => params.add(sunday) };
  const office = params.add(actor.office);
  const counted = KINDS.map(
    (kind) => `count(distinct f.id) filter (where ${turningSql(kind, days)})::int as "${kind}"`,
  );
  // Whatever turns yellow later than this week and is not due in it is no business of the board.
  const near = `(f.due <= ${days.sunday()}::date or f.remind_on <= ${days.sunday()}::date)`;
  const rows = await app.db.query<Turnings & { readonly whole: boolean; readonly at: string }>(
    `select grouping(l.at) = 1 as whole, l.at, ${counted.join(', ')}
     from case_file f join lateral (
       select distinct ts.org::text as at from task ts where ts.office = f.office and ts.case_id = f.id and ts.status = 'open'
         and ts.ready and ts.org is not null
       union all select 'none' where ${turnAtSql(null)}) l on true
     where f.office = ${office} and f.closed_at is null and f.status <> 'draft' and f.due is not null and ${near}
       and ${seenSql(actor, { book, services: app.services }, params)}
     group by grouping sets ((l.at), ())`,
    params.values,
  );
  const figures = (row: Turnings): Turnings => ({
    ...none(),
    ...Object.fromEntries(KINDS.map((k) => [k, row[k]])),
  });
  const whole = rows.find((row) => row.whole);
  return {
    today,
    sunday,
    all: whole ? figures(whole) : none(),
    places: rows
      .filter((row) => !row.whole && KINDS.some((kind) => row[kind] > 0))
      .map((row) => ({ at: row.at, name: nameOf(book, row.at), n: figures(row) }))
      .toSorted((a, b) => rank(book, a.at) - rank(book, b.at)),
  };
}

const nameOf = (book: OfficeConfig, at: string): string =>
  at === 'none' ? '不在任何人手上' : book.orgName(at);

/** In the order of the organisation tree, what nobody has last. */
const rank = ({ orgs }: OfficeConfig, at: string): number => {
  const found = orgs.findIndex(({ id }) => id === at);
  return found < 0 ? orgs.length : found;
};
