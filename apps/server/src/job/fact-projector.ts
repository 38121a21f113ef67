import { dayInShanghai } from '@zhitongche/base';
import { type App, CASES_MOVED } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { addFacts, sumMonths, type WorkFact } from './work-facts.ts';

/** Audit rows read in one round; a transaction that wrote more stays together all the same. */
const BATCH = 1_000;
/** PostgreSQL refuses payloads of 8,000 bytes; one message names at most this many screens. */
const MOST_TOUCHED = 100;

interface Row {
  readonly xid: string;
  readonly at: Date;
  readonly object: string;
  readonly detail: {
    readonly service?: string;
    readonly unit?: string;
    readonly counts?: Readonly<Record<string, number>>;
  };
}

/**
 * Follows the audit in commit order: sums what acts counted for into the facts of days and months and tells open screens
 * which cases moved. Position and sums move in one transaction, so every act counts exactly once; gives how many rows it read.
 */
export async function follow(app: App, office: string): Promise<number> {
  return await app.db.tx(async (query) => {
    const [turn] = await query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('follow'), hashtext($1)) as mine",
      [office],
    );
    if (!turn?.mine) return 0;
    const [mark] = await query<{ days: string | null; months: string | null }>(
      `select max(upto_xid::text) filter (where name = 'day-fact') as days,
         max(upto_xid::text) filter (where name = 'month-fact') as months from follower where office = $1`,
      [office],
    );
    if (mark?.days && mark.days !== mark.months) {
      await sumMonths(query, office);
      await move(query, office, mark.days);
    }
    const rows = await fresh(query, office, mark?.days ?? '0');
    const last = rows.at(-1);
    if (!last) return 0;
    await addFacts(query, office, factsOf(rows));
    await move(query, office, last.xid);
    await announce(query, office, rows);
    return rows.length;
  });
}

/** Rows of transactions that nobody older can still join, so that none is ever skipped. */
async function fresh(query: Query, office: string, after: string): Promise<readonly Row[]> {
  return await query<Row>(
    `select xid::text, at, object, detail from audit
     where office = $1 and xid > $2::text::xid8 and xid < audit_horizon()
       and xid <= coalesce((select xid from audit where office = $1 and xid > $2::text::xid8
                            order by xid, id offset $3 limit 1), '18446744073709551615'::xid8)
     order by audit.xid, audit.id`,
    [office, after, BATCH],
  );
}

/** Days and months are followed in step. */
async function move(query: Query, office: string, xid: string): Promise<void> {
  await query(
    `insert into follower (office, name, upto_xid)
     select $1, name, $2::text::xid8 from unnest(array['day-fact', 'month-fact']) name
     on conflict (office, name) do update set upto_xid = excluded.upto_xid`,
    [office, xid],
  );
}

function factsOf(rows: readonly Row[]): readonly WorkFact[] {
  const sums = new Map<string, WorkFact>();
  for (const { at, detail } of rows) {
    const { service, unit, counts } = detail;
    if (!service || !unit || !counts) continue;
    const day = dayInShanghai(at.toISOString());
    for (const [what, n] of Object.entries(counts)) {
      const key = JSON.stringify([day, service, unit, what]);
      sums.set(key, { day, service, unit, what, n: n + (sums.get(key)?.n ?? 0) });
    }
  }
  return [...sums.values()];
}

async function announce(query: Query, office: string, rows: readonly Row[]): Promise<void> {
  const ids = [
    ...new Set(rows.flatMap(({ object }) => (object.startsWith('case:') ? [object.slice(5)] : []))),
  ];
  if (ids.length === 0) return;
  const touched = await query<{ id: string; who: string[] }>(
    `select f.id, array(
        select 'p:' || f.applicant::text
        union select 'p:' || t.person::text from task t where t.office = f.office and t.case_id = f.id and t.person is not null
        union select 'p:' || t.done_by::text from task t where t.office = f.office and t.case_id = f.id and t.done_by is not null
        union select 'r:' || t.role || '@' || t.org::text from task t
          where t.office = f.office and t.case_id = f.id and t.role is not null and t.org is not null
      ) as who
     from case_file f where f.office = $1 and f.id = any($2::uuid[])`,
    [office, ids],
  );
  for (const { id, who } of touched)
    await query('select pg_notify($1, $2)', [
      CASES_MOVED,
      JSON.stringify({ office, case: id, who: who.slice(0, MOST_TOUCHED) }),
    ]);
}
