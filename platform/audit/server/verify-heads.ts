import type { Db } from '@zhitongche/host';
import type { Keys, Admission } from '@zhitongche/core/server';
import { readCaseHead } from './case-head.ts';

/** What comparing the audit with the chains of cases found. */
export interface HeadsVerified {
  /** Cases an older program wrote last, which the audit will name once they are adopted. */
  readonly waiting: number;
  readonly broken: readonly string[];
}

interface Needs {
  readonly db: Db;
  readonly keys: Keys;
  readonly admission: Admission;
}
interface Told {
  readonly id: string;
  readonly xid: string;
  readonly object: string;
  readonly detail: unknown;
}
interface Stands {
  readonly id: string;
  readonly number: string | null;
  readonly seq: number;
  readonly digest: string | null;
}

const PAGE = 500;
/** The most sentences about one kind of fault. */
const NAMED = 20;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Looks up every head the audit names in the events of its case, and the head of every case in the audit. */
export async function verifyHeads(app: Needs, office: string): Promise<HeadsVerified> {
  const told = await auditInEvents(app, office);
  const { waiting, broken } = await casesInAudit(app, office);
  return { waiting, broken: [...told, ...broken] };
}

async function auditInEvents({ db, keys }: Needs, office: string): Promise<readonly string[]> {
  const broken: string[] = [];
  let last = { xid: '0', id: FIRST };
  while (broken.length < NAMED) {
    const page = await db.query<Told>(
      `select id, xid::text, object, detail from audit
       where office = $1 and (xid, id) > ($2::text::xid8, $3::uuid) and object like 'case:%' and detail ? 'head'
       order by audit.xid, audit.id limit ${PAGE}`,
      [office, last.xid, last.id],
    );
    const named = page.map((row) => ({
      caseId: row.object.slice('case:'.length),
      head: readCaseHead(keys, office, row.object.slice('case:'.length), row),
    }));
    const stands = await standing(
      db,
      office,
      named.flatMap(({ caseId, head }) => (head ? [{ id: caseId, seq: head.revision }] : [])),
    );
    for (const { caseId, head } of named) {
      if (!head) broken.push(`审计中办件 ${caseId} 的链头不是本程序所写`);
      else {
        const found = stands.get(`${caseId}/${head.revision}`);
        if (found?.digest !== head.head)
          broken.push(
            `办件 ${found?.number ?? caseId} 的第 ${head.revision} 条记录${found?.digest ? '与审计所记的链头不同' : '已不存在，审计记有它'}`,
          );
      }
      if (broken.length >= NAMED) break;
    }
    last = page.at(-1) ?? last;
    if (page.length < PAGE) break;
  }
  return broken;
}

async function standing(
  db: Db,
  office: string,
  wanted: readonly { readonly id: string; readonly seq: number }[],
): Promise<ReadonlyMap<string, Stands>> {
  const rows = await db.query<Stands>(
    `select w.id, f.number, w.seq, e.digest from json_to_recordset($2::json) as w(id uuid, seq int)
     left join case_file f on f.office = $1 and f.id = w.id
     left join case_event e on e.office = $1 and e.case_id = w.id and e.seq = w.seq`,
    [office, JSON.stringify(wanted)],
  );
  return new Map(rows.map((row) => [`${row.id}/${row.seq}`, row]));
}

/** SQL: a case whose head no audit row names. */
export const UNTOLD = `f.revision > 0 and not exists (select 1 from audit a where a.office = f.office
  and a.object = 'case:' || f.id::text and a.detail->>'head' = f.head)`;

async function casesInAudit({ db, admission }: Needs, office: string): Promise<HeadsVerified> {
  const { open } = await admission.state(office, db.query);
  const broken: string[] = [];
  let waiting = 0;
  for (let after = FIRST; ; ) {
    const page = await db.query<{ id: string; number: string | null; untold: boolean }>(
      `select f.id, f.number, ${UNTOLD} as untold from case_file f
       where f.office = $1 and f.id > $2 order by f.id limit ${PAGE}`,
      [office, after],
    );
    for (const { id, number, untold } of page) {
      after = id;
      if (!untold) continue;
      if (open) waiting += 1;
      else if (broken.length < NAMED) broken.push(`办件 ${number ?? id} 现在的链头没有写入审计`);
    }
    if (page.length < PAGE) return { waiting, broken };
  }
}
