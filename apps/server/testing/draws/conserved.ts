import pg from 'pg';
import type { Target } from '@zhitongche/host';

/** What a shelf of stickers came to, by SQL of its own that shares nothing with the program. */
export interface Conserved {
  readonly received: number;
  /** Pieces by the state they are in. */
  readonly stages: Readonly<Record<string, number>>;
  /** Cases whose approval is on record. */
  readonly cases: number;
  readonly faults: readonly string[];
}

const STAGES = `select stage, count(*)::int as n from kept_row where register = 'sticker' group by stage order by stage`;
const RECEIVED = `select coalesce(sum((state->'answers'->>'to')::int - (state->'answers'->>'from')::int + 1), 0)::int as n
  from kept_row where register = 'sticker-batch' and stage = 'accepted'`;
const CASES = `select count(distinct case_id)::int as n from case_event
  where body->>'type' = 'decided' and case_id in (select id from case_file where service = 'toy-draw')`;

/** Each names what is wrong, one line a fault; no line = all is well. */
const FAULTS: Readonly<Record<string, string>> = {
  'a serial is there twice': `select state->'answers'->>'serial' as what from kept_row
    where register = 'sticker' group by 1 having count(*) > 1`,
  'a used piece was not used exactly once': `select k.title as what from kept_row k
    left join kept_event e on e.row_id = k.id and e.body->>'to' = 'used'
    where k.register = 'sticker' group by k.id, k.title, k.stage
    having count(e.seq) <> case when k.stage = 'used' then 1 else 0 end`,
  'a used piece has no case that was approved': `select k.title as what from kept_row k
    where k.register = 'sticker' and k.stage = 'used' and not exists (
      select 1 from case_file f join case_event e on e.office = f.office and e.case_id = f.id
      where f.id = k.case_id and f.number = k.state->'answers'->>'certificate' and e.body->>'type' = 'decided')`,
  'an approved case does not have the pieces it asked for': `select f.number as what from case_file f
    left join kept_row k on k.case_id = f.id and k.register = 'sticker' and k.stage = 'used'
    where f.service = 'toy-draw' group by f.id, f.number, f.facts
    having count(k.id) <> case when exists (select 1 from case_event e where e.case_id = f.id and e.body->>'type' = 'decided')
      then (f.facts->0->>'value')::int else 0 end`,
  'an approved case has neither its paper, nor a job for it, nor does it say that it is stuck': `select f.number as what
    from case_file f join case_event e on e.case_id = f.id and e.body->>'type' = 'decided'
    where f.service = 'toy-draw' and not f.waiting
      and not exists (select 1 from paper p where p.case_id = f.id and p.status = 'valid')
      and not exists (select 1 from outbox o where o::text like '%' || f.id::text || '%')`,
  'the counts beside the rows are wrong': `select coalesce(c.stage, r.stage) as what
    from (select stage, sum(n) as n from kept_count where register = 'sticker' group by 1) c
    full join (select stage, count(*) as n from kept_row where register = 'sticker' group by 1) r using (stage)
    where coalesce(c.n, 0) <> coalesce(r.n, 0)`,
};

/** Counts everything in one snapshot, while whoever draws goes on. */
export async function conserved(owner: Target): Promise<Conserved> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const ask = async <R extends object>(sql: string): Promise<readonly R[]> =>
      (await client.query<R>(sql)).rows;
    const stages = await ask<{ stage: string; n: number }>(STAGES);
    const [received] = await ask<{ n: number }>(RECEIVED);
    const [cases] = await ask<{ n: number }>(CASES);
    const faults: string[] = [];
    for (const [why, sql] of Object.entries(FAULTS))
      for (const { what } of await ask<{ what: string }>(`${sql} limit 5`)) faults.push(`${why}: ${what}`);
    const there = stages.reduce((sum, { n }) => sum + n, 0);
    if (there !== received?.n) faults.push(`received ${received?.n}, there are ${there}`);
    return {
      received: received?.n ?? 0,
      stages: Object.fromEntries(stages.map(({ stage, n }) => [stage, n])),
      cases: cases?.n ?? 0,
      faults,
    };
  } finally {
    await client.end();
  }
}
