import pg from 'pg';
import type { Target } from '@zhitongche/host';

/** Bundles, and parts filed with them, that are on record. */
export interface Agreed {
  readonly bundles: number;
  readonly parts: number;
  readonly over: number;
  readonly faults: readonly string[];
}

const COUNTS = `select count(*) filter (where service = 'bundle')::int as bundles,
  count(*) filter (where service = 'errand')::int as parts,
  count(*) filter (where service = 'bundle' and status = 'completed')::int as over
  from case_file where status <> 'draft'`;

/** Each names what is wrong, one line a fault, by SQL that shares nothing with the program; no line = parent and child agree. */
const FAULTS: Readonly<Record<string, string>> = {
  'a bundle stands there without its two parts': `select f.number as what from case_file f
    left join case_event e on e.case_id = f.id and e.body->>'type' = 'linked'
    where f.service = 'bundle' and f.status <> 'draft' group by f.id, f.number having count(e.seq) <> 2`,
  'a part belongs to no bundle': `select f.number as what from case_file f
    left join case_event e on e.case_id = f.id and e.body->>'type' = 'linked'
    where f.service = 'errand' and f.status <> 'draft' group by f.id, f.number having count(e.seq) <> 1`,
  'an end of a link has no other end': `select e.case_id::text as what from case_event e
    where e.body->>'type' = 'linked' and not exists (select 1 from case_event o
      where o.case_id = (e.body->>'case')::uuid and o.body->>'type' = 'linked'
        and o.body->>'link' = e.body->>'link' and o.body->>'case' = e.case_id::text)`,
  'a bundle is over before its parts, or not with the last': `select b.number as what from case_file b
    join case_event e on e.case_id = b.id and e.body->>'type' = 'linked'
    join case_file p on p.id = (e.body->>'case')::uuid
    where b.service = 'bundle' and b.status <> 'draft'
    group by b.id, b.number, b.status having (b.status = 'completed') <> bool_and(p.status = 'completed')`,
};

/** Looks at every bundle and part in one snapshot, while whoever files goes on. */
export async function agreeing(owner: Target): Promise<Agreed> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { rows } = await client.query<Omit<Agreed, 'faults'>>(COUNTS);
    const faults: string[] = [];
    for (const [why, sql] of Object.entries(FAULTS))
      for (const { what } of (await client.query<{ what: string }>(`${sql} limit 5`)).rows)
        faults.push(`${why}: ${what}`);
    const [counted = { bundles: 0, parts: 0, over: 0 }] = rows;
    return { ...counted, faults };
  } finally {
    await client.end();
  }
}
