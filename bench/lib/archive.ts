import type { Db } from '@zhitongche/server/db/db.ts';

/** What an archive is grown from and to. */
export interface Growth {
  /** The office whose people are measured; it holds `share` of all cases, thirty others the rest. */
  readonly office: string;
  /** A closed case played through the use cases, copied with other ids, days, units, words. */
  readonly template: string;
  readonly units: readonly string[];
  readonly cases: number;
  readonly share: number;
  readonly years: number;
  /** First instant of the archive, ISO. */
  readonly from: string;
}

/** Every so many cases one carries its whole log, so that its page can be opened. */
export const WHOLE_LOG_EVERY = 50;

// Ids are ordered by time as the product's own are (UUID version 7), units and offices skewed as 1/rank.
const CASES = `create table grown as
  select n, case when r.a < $1 then $2 else 'office-' || (1 + floor(30 ^ r.b))::int end as office,
    (lpad(to_hex(ms), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid as id,
    $3::uuid[] as units, 1 + floor(power(cardinality($3::uuid[]), r.c) - 0.0001)::int as unit_at,
    to_timestamp(ms / 1000.0) as at, 1 + floor(power(2000, r.d))::int as word
  from generate_series(1, $4::int) n,
    lateral (select md5('case' || n) as h, ($5::bigint + (n::numeric / $4::int * $6::bigint)::bigint) as ms) i,
    lateral (select ('x' || substr(md5('a' || n), 1, 6))::bit(24)::int / 16777216.0 as a,
      ('x' || substr(md5('b' || n), 1, 6))::bit(24)::int / 16777216.0 as b,
      ('x' || substr(md5('c' || n), 1, 6))::bit(24)::int / 16777216.0 as c,
      ('x' || substr(md5('d' || n), 1, 6))::bit(24)::int / 16777216.0 as d) r`;

/** The two-character word number `word` of the archive; the first is in most cases, the last in next to none. */
export const archiveWord = (word: number): string =>
  String.fromCodePoint(0x4e00 + word, 0x5e00 + ((word * 7) % 4000));

const WORD = 'chr(19968 + g.word) || chr(24064 + (g.word * 7) % 4000)';

const COPIES: readonly string[] = [
  `insert into case_file (office, id, number, service, version, status, step, title, unit, applicant, applicant_name, facts,
     turn, flags, grams, state, round, content_seqs, revision, head, submitted_at, updated_at, updated_by, closed_at, created_at)
   select g.office, g.id, g.office || '-' || g.n, case when g.n % 5 = 0 then 'other-' || g.n % 3 else t.service end, t.version,
     case when g.n % 10 = 0 then 'refused' else 'completed' end, t.step, t.title || ${WORD}, g.units[g.unit_at], t.applicant,
     t.applicant_name, t.facts, '[]', t.flags, t.grams || array[${WORD}], t.state, t.round, t.content_seqs, t.revision, t.head,
     g.at, g.at + interval '3 days', t.updated_by, g.at + interval '3 days', g.at
   from grown g, case_file t where t.id = $1`,
  `insert into task (office, case_id, seat, step, service, role, org, person, ready, status, due, opened_at, done_at, done_by)
   select g.office, g.id, k.seat, k.step, k.service, k.role, k.org, k.person, k.ready, 'done', null, g.at, g.at + interval '1 day', k.done_by
   from grown g, (select * from task where case_id = $1 order by seat limit 3) k`,
  `insert into case_event (office, case_id, seq, at, zone, doer, body, prev, digest)
   select g.office, g.id, e.seq, g.at, e.zone, e.doer, e.body, e.prev, e.digest
   from grown g, case_event e where e.case_id = $1 and g.n % ${WHOLE_LOG_EVERY} = 0`,
  `insert into case_event (office, case_id, seq, at, zone, doer, body, prev, digest)
   select g.office, g.id, e.seq, g.at, e.zone, e.doer, '{}', e.prev, e.digest
   from grown g, case_event e where e.case_id = $1 and e.seq <= 3 and g.n % ${WHOLE_LOG_EVERY} <> 0`,
  `insert into register_row (office, register, id, case_id, unit, day, keys, data, updated_at)
   select g.office, 'trips', g.id || '/' || p, g.id, g.units[g.unit_at], (g.at + interval '60 days')::date,
     array[md5((g.n * 3 + p)::text)], jsonb_build_object('countries', jsonb_build_array('日本'), 'status', 'done',
       'first', case when p = 1 then 'true' else 'false' end, 'group', ${WORD}), g.at
   from grown g, generate_series(1, 2) p where $1::uuid is not null`,
  `insert into audit (office, id, xid, at, actor, action, object, result, source, detail)
   select g.office, g.id, '3'::xid8, g.at, '{}', 'case.agree', 'case:' || g.id, 'ok', '', '{}' from grown g where $1::uuid is not null`,
  `insert into notice (office, person, id, at, text, case_id, read_at)
   select g.office, k.done_by, g.id, g.at, '等待您办理。', g.id, g.at
   from grown g, (select done_by from task where case_id = $1 and done_by is not null) k on conflict do nothing`,
  `insert into case_copy (office, person, case_id, at, read_at)
   select g.office, k.done_by, g.id, g.at, g.at
   from grown g, (select done_by from task where case_id = $1 and done_by is not null) k where g.n % 10 = 0 on conflict do nothing`,
  `insert into day_fact (office, day, service, unit, what, n)
   select g.office, g.at::date, 'outbound-trip', g.units[g.unit_at], w.what, count(*)
   from grown g, (values ('received'), ('handled'), ('closed'), ('on-time'), ('took:2'), ('step:window:1')) w(what)
   where $1::uuid is not null group by 1, 2, 4, 5`,
];

/** Fills an empty database with the archive; gives the seconds it took. */
export async function growArchive(owner: Db, growth: Growth): Promise<number> {
  const start = performance.now();
  const indexes = await owner.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where not indisunique and indrelid::regclass::text in ('case_file', 'task', 'register_row', 'audit')`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  await owner.query(CASES, [
    growth.share,
    growth.office,
    growth.units,
    growth.cases,
    Date.parse(growth.from),
    Math.round(growth.years * 365.25 * 86_400_000),
  ]);
  for (const copy of COPIES) await owner.query(copy, [growth.template]);
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  return (performance.now() - start) / 1000;
}
