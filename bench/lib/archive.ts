import type { Db, Query } from '@zhitongche/host';

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

/** Every so many cases one carries its whole log, so that its page can be opened; no list and no search reads the log. */
export const WHOLE_LOG_EVERY = 49;
/** The newest have theirs too: new applications begin with the people of those. */
export const NEWEST_WHOLE = 2_000;

/** Words an archive knows; number `word`, from 2 on, stands in one of `word` × ln(WORDS) cases. */
const WORDS = 2000;

// Ids are ordered by time as the product's own are (UUID version 7), units and offices skewed as 1/rank.
const CASES = `create unlogged table grown as
  select n, case when r.a < $1 then $2 else 'office-' || (1 + floor(30 ^ r.b))::int end as office,
    (lpad(to_hex(ms), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 15))::uuid as id,
    $3::uuid[] as units, 1 + floor(power(cardinality($3::uuid[]), r.c) - 0.0001)::int as unit_at,
    to_timestamp(ms / 1000.0) as at, 1 + floor(power(${WORDS}, r.d))::int as word
  from generate_series(1, $4::int) n,
    lateral (select md5('case' || n) as h, ($5::bigint + (n::numeric / $4::int * $6::bigint)::bigint) as ms) i,
    lateral (select ('x' || substr(md5('a' || n), 1, 6))::bit(24)::int / 16777216.0 as a,
      ('x' || substr(md5('b' || n), 1, 6))::bit(24)::int / 16777216.0 as b,
      ('x' || substr(md5('c' || n), 1, 6))::bit(24)::int / 16777216.0 as c,
      ('x' || substr(md5('d' || n), 1, 6))::bit(24)::int / 16777216.0 as d) r`;

const wordOf = (word: number): string => String.fromCodePoint(0x4e00 + word, 0x5e00 + ((word * 7) % 4000));

/** One of three words that stand in 4 to 9 % of the cases. */
export const commonWord = (n: number): string => wordOf(2 + (n % 3));

/** A word that stands in about `RARE` cases of the measured office, however many cases there are. */
export const rareWord = (n: number, cases: number): string =>
  wordOf(Math.min(WORDS - 60, Math.round((cases * SHARE) / (RARE * Math.log(WORDS)))) + (n % 60));
const RARE = 20;
/** Share of all cases that the measured office holds. */
export const SHARE = 0.3;

const WORD = 'chr(19968 + g.word) || chr(24064 + (g.word * 7) % 4000)';

/** Columns every copied case takes over from its template; everything else differs. */
const SAME =
  't.version, t.step, t.applicant, t.applicant_name, t.facts, t.flags, t.state, t.round, t.content_seqs, t.revision, t.head, t.updated_by';

/** Whom everything is copied and told to: two people whose lists are measured. */
const STAFF = `select id as person from person where username in ('window', 'handler') and office = (select office from case_file where id = $1)`;

/** What each table is filled with, from `grown` and the template's rows. */
const COPIES: Readonly<Record<string, readonly string[]>> = {
  case_file: [
    `insert into case_file (office, id, number, service, status, title, unit, turn, grams, submitted_at, updated_at, closed_at, created_at,
       ${SAME.replaceAll('t.', '')})
     select g.office, g.id, g.office || '-' || g.n, case when g.n % 5 = 0 then 'other-' || g.n % 3 else t.service end,
       case when g.n % 10 = 0 then 'refused' else 'completed' end, t.title || ${WORD}, g.units[g.unit_at], '[]',
       t.grams || array[${WORD}], g.at, g.at + interval '3 days', g.at + interval '3 days', g.at, ${SAME}
     from grown g, case_file t where t.id = $1`,
  ],
  task: [
    `insert into task (office, case_id, seat, step, service, role, org, person, ready, status, due, opened_at, done_at, done_by)
     select g.office, g.id, k.seat, k.step, k.service, k.role, k.org, k.person, k.ready, 'done', null, g.at, g.at + interval '1 day', k.done_by
     from grown g, (select * from task where case_id = $1 order by seat limit 3) k`,
  ],
  case_event: [
    `insert into case_event (office, case_id, seq, at, zone, doer, body, prev, digest)
     select g.office, g.id, e.seq, g.at, e.zone, e.doer, e.body, e.prev, e.digest
     from grown g, case_event e where e.case_id = $1
       and (g.n % ${WHOLE_LOG_EVERY} = 0 or g.n > (select max(n) from grown) - ${NEWEST_WHOLE})`,
  ],
  register_row: [
    `insert into register_row (office, register, id, case_id, unit, day, keys, data, grams, updated_at, grams_at)
     select g.office, 'trips', g.id || '/' || p, g.id, g.units[g.unit_at], (g.at + interval '60 days')::date,
       array[md5((g.n * 3 + p)::text)], jsonb_build_object('countries', jsonb_build_array((array['日本', '法国', '巴西', '肯尼亚'])[1 + g.n % 4]),
         'status', 'approved', 'first', p = 1, 'group', '经贸合作代表团' || ${WORD}),
       t.grams || array[${WORD}], g.at, g.at
     from grown g, generate_series(1, 2) p, (select array_agg(gram) as grams from unnest(array['日本', '经贸', '贸合', '合作', '作代', '代表',
       '表团', 'ap', 'pp', 'pr', 'ro', 'ov', 've', 'ed']) gram) t where $1::uuid is not null`,
  ],
  audit: [
    `insert into audit (office, id, xid, at, actor, action, object, result, source, detail)
     select g.office, g.id, g.n::text::xid8, g.at, jsonb_build_object('id', k.who, 'name', '经办' || k.nth),
       case when g.n % 5000 = 0 then 'grant.ask' when g.n % 4 = 0 then 'login' else 'case.agree' end, 'case:' || g.id, 'ok',
       '10.0.' || g.n % 200 || '.' || g.word % 250, '{}'
     from grown g join (select person as who, row_number() over (order by person) - 1 as nth, count(*) over () as all_of_them
       from role_grant where office = (select office from case_file where id = $1)) k on k.nth = (g.word + g.n) % k.all_of_them`,
  ],
  audit_seal: [
    `insert into audit_seal (office, seq, from_xid, upto_xid, rows, prev, digest, signature, at)
     select g.office, row_number() over (partition by g.office order by g.n), g.n::text::xid8, g.n::text::xid8, 20, '', md5(g.n::text), '', g.at
     from grown g where g.n % 20 = 0 and $1::uuid is not null`,
  ],
  notice: [
    `insert into notice (office, person, id, at, text, case_id, read_at)
     select g.office, k.person, g.id, g.at, '等待您办理。', g.id, g.at
     from grown g, (${STAFF}) k`,
  ],
  case_copy: [
    `insert into case_copy (office, person, case_id, at, read_at)
     select g.office, k.person, g.id, g.at, g.at
     from grown g, (${STAFF}) k where g.n % 20 = 0`,
  ],
  paper: [
    `insert into paper (office, case_id, paper, issue, title, number, issuer, issued_on, code, token, pdf_digest, facts, signer, record, issued_at)
     select g.office, g.id, 'approval', 1, '出国任务批件', g.n || '号', '测量省外办', g.at::date, 'A' || md5('code' || g.n), md5('token' || g.n),
       md5('pdf' || g.n) || md5('pdf2' || g.n), '[{"en": "Group", "label": "团组名称", "value": "某某市经贸合作代表团"}]', '', '{}', g.at
     from grown g where g.n % 2 = 0 and $1::uuid is not null`,
  ],
  day_fact: [
    `insert into day_fact (office, day, service, unit, what, n)
     select g.office, g.at::date, 'outbound-trip', g.units[g.unit_at], w.what, count(*)
     from grown g, (values ('received'), ('handled'), ('closed'), ('on-time'), ('took:2'), ('step:window:1')) w(what)
     where $1::uuid is not null group by 1, 2, 4, 5`,
  ],
  month_fact: [
    `insert into month_fact (office, month, service, unit, what, n)
     select office, date_trunc('month', day)::date, service, unit, what, sum(n) from day_fact
     where $1::uuid is not null group by 1, 2, 3, 4, 5`,
  ],
  follower: [
    `insert into follower (office, name, upto_xid)
     select office, name, '1'::xid8 from (select distinct office from grown) g, unnest(array['day-fact', 'month-fact']) name
     where $1::uuid is not null`,
  ],
  country_fact: [
    `insert into country_fact (office, day, country, unit, trips, persons)
     select r.office, r.day, r.data->'countries'->>0, r.unit, count(*) filter (where r.data->>'first' = 'true'), count(*)
     from register_row r where r.register = 'trips' and $1::uuid is not null group by 1, 2, 3, 4`,
  ],
  register_size: [
    `insert into register_size (office, register, unit, n)
     select office, register, unit, count(*) from register_row where $1::uuid is not null group by 1, 2, 3`,
  ],
};

/** Tables that grow with the archive; sizes of registers and marks of followers only with units and offices. */
export const GROWING: readonly string[] = Object.keys(COPIES).filter(
  (table) => table !== 'register_size' && table !== 'follower',
);

/** Fills an empty database with the archive; gives the seconds it took. */
export async function growArchive(owner: Db, growth: Growth): Promise<number> {
  const start = performance.now();
  await owner.query(CASES, [
    growth.share,
    growth.office,
    growth.units,
    growth.cases,
    Date.parse(growth.from),
    Math.round(growth.years * 365.25 * 86_400_000),
  ]);
  for (const [table, copies] of Object.entries(COPIES))
    await owner.tx((query) => fill(query, table, copies, growth.template));
  await owner.query('vacuum analyze');
  await owner.query('checkpoint');
  return (performance.now() - start) / 1000;
}

/**
 * Puts the copies beside a table's own rows. Emptied and filled in one transaction, without keys and indexes, a table is
 * written once and goes past the write-ahead log (wal_level = minimal); they are built over it in the end.
 */
async function fill(query: Query, table: string, copies: readonly string[], template: string): Promise<void> {
  const keys = await query<{ name: string; definition: string }>(
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype in ('p', 'u')`,
    [table],
  );
  const indexes = await query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and indexrelid not in (select conindid from pg_constraint where conrelid = $1::regclass)`,
    [table],
  );
  const pointing = await query<{ name: string; from: string; definition: string }>(
    `select conname as name, conrelid::regclass::text as "from", pg_get_constraintdef(oid) as definition
     from pg_constraint where confrelid = $1::regclass and contype = 'f'`,
    [table],
  );
  await query("set local maintenance_work_mem = '1GB'");
  await query("set local work_mem = '256MB'");
  // The table's own rows, the template's among them, are put back before they are copied.
  await query(`create temp table ${table}_kept on commit drop as select * from ${table}`);
  for (const { name } of indexes) await query(`drop index ${name}`);
  for (const { name, from } of pointing) await query(`alter table ${from} drop constraint ${name}`);
  for (const { name } of keys) await query(`alter table ${table} drop constraint ${name}`);
  await query(`truncate ${table}`);
  await query(`insert into ${table} select * from ${table}_kept`);
  for (const copy of copies) await query(copy, [template]);
  for (const { name, definition } of keys)
    await query(`alter table ${table} add constraint ${name} ${definition}`);
  for (const { name, from, definition } of pointing)
    await query(`alter table ${from} add constraint ${name} ${definition}`);
  for (const { definition } of indexes) await query(definition);
}

/** How many bytes a table takes, by its parts. */
export interface TableSize {
  readonly table: string;
  readonly rows: number;
  readonly heap: number;
  readonly outOfLine: number;
  readonly indexes: number;
}

/** The growing tables of an archive, largest first. */
export const tableSizes = (owner: Db): Promise<readonly TableSize[]> =>
  owner.query<TableSize>(
    `select c.relname as table, c.reltuples::bigint as rows, pg_relation_size(c.oid) as heap, pg_indexes_size(c.oid) as indexes,
       pg_table_size(c.oid) - pg_relation_size(c.oid) as "outOfLine"
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relname = any($1) order by pg_total_relation_size(c.oid) desc`,
    [GROWING],
  );
