import { type App, sameMac, toldWith } from '@zhitongche/core/server';
import { rowFaults } from './row-faults.ts';
import { looseEvents, looseSpans } from './verify-found.ts';
import { readWhole } from './verify-page.ts';
import { headsCode } from './write-rows.ts';

const PAGE = 200;
const NAMED = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What a walk over kept rows found. */
export interface KeptVerified {
  readonly checked: number;
  readonly broken: readonly string[];
}

/** Walks every chain of kept rows, replays each row, and looks every head up in the sealed audit and back. */
export async function verifyKept(app: App, office: string): Promise<KeptVerified> {
  const broken: string[] = [];
  let checked = 0;
  for (let after = FIRST; broken.length < NAMED; ) {
    const page = await readWhole(app, office, after, PAGE);
    for (const whole of page) {
      after = whole.stored.id;
      checked += 1;
      broken.push(...(await rowFaults(app, office, whole)));
    }
    if (page.length < PAGE) break;
  }
  return {
    checked,
    broken: [
      ...broken,
      ...(await headsTold(app, office)),
      ...(await countFaults(app, office)),
      ...(await looseSpans(app, office, NAMED)),
      ...(await looseEvents(app, office, NAMED)),
    ],
  };
}

interface Told {
  readonly id: string;
  readonly xid: string;
  readonly detail: { readonly heads: readonly [string, number, string][]; readonly headsMac: string };
}

/** Every head the audit names must stand in its chain. */
async function headsTold(app: App, office: string): Promise<readonly string[]> {
  const broken: string[] = [];
  for (let last = { xid: '0', id: FIRST }; broken.length < NAMED; ) {
    const page = await app.db.query<Told>(
      `select id, xid::text, detail from audit where office = $1 and (xid, id) > ($2::text::xid8, $3::uuid)
         and detail ? 'heads' and (object like 'row:%' or object like 'register:%') order by audit.xid, audit.id limit ${PAGE}`,
      [office, last.xid, last.id],
    );
    for (const line of page) broken.push(...(await lineFaults(app, office, line)));
    last = page.at(-1) ?? last;
    if (page.length < PAGE) break;
  }
  return broken;
}

async function lineFaults(app: App, office: string, line: Told): Promise<readonly string[]> {
  const { heads, headsMac } = line.detail;
  const keys = toldWith(app.keys, headsMac, line);
  if (!sameMac(headsCode(keys, office, heads), headsMac))
    return [`审计中台账条目的链头（编号 ${line.id}）不是本程序所写`];
  const gone = await app.db.query<{ id: string; seq: number; there: boolean }>(
    `select h.id, h.seq, e.digest is not null as there
     from json_to_recordset($2::json) as h(id uuid, seq int, head text)
     left join kept_event e on e.office = $1 and e.row_id = h.id and e.seq = h.seq
     left join kept_row k on k.office = $1 and k.id = h.id
     where e.digest is distinct from h.head or k.id is null limit ${NAMED}`,
    [office, JSON.stringify(heads.map(([id, seq, head]) => ({ id, seq, head })))],
  );
  return gone.map(({ id, seq, there }) =>
    there
      ? `台账条目 ${id} 的第 ${seq} 条记录与审计所记的链头不同，或这一条已被删去`
      : `台账条目 ${id} 的第 ${seq} 条记录已不存在，审计记有它`,
  );
}

/** Counts beside the rows against the rows themselves. */
async function countFaults(app: App, office: string): Promise<readonly string[]> {
  const rows = await app.db.query<{ register: string; stage: string; said: number; n: number }>(
    `select coalesce(c.register, r.register) as register, coalesce(c.stage, r.stage) as stage,
       coalesce(c.n, 0)::int as said, coalesce(r.n, 0)::int as n
     from (select register, org, stage, sum(n) as n from kept_count where office = $1 group by 1, 2, 3) c
     full join (select register, org, case when retired_at is null then stage else '~' end as stage, count(*) as n
       from kept_row where office = $1 group by 1, 2, 3) r using (register, org, stage)
     where coalesce(c.n, 0) <> coalesce(r.n, 0) limit ${NAMED}`,
    [office],
  );
  return rows.map(
    ({ register, stage, said, n }) => `台账 ${register} 阶段“${stage}”的条数记为 ${said}，实有 ${n}`,
  );
}
