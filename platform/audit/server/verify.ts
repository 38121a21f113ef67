import { type StoredEvent, verifyChain } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import { type App, type Keys, spokeAt } from '@zhitongche/core/server';
import type { Db } from '@zhitongche/host';
import {
  MARK,
  rowMarks,
  type Seal,
  type SealedRow,
  SEAL_COLUMNS,
  SEALED_COLUMNS,
  sealHolds,
} from './chain.ts';
import { verifyHeads } from './verify-heads.ts';

/** What a walk over all chains found. */
export interface ChainsVerified {
  /** Audit rows under a sound seal. */
  readonly auditRows: number;
  readonly caseEvents: number;
  /** Cases of an older program whose chain the audit does not name yet. */
  readonly waiting: number;
  readonly ok: boolean;
  /** Where the first break is, in Chinese; null when all is whole. */
  readonly firstBroken: string | null;
}

const BATCH = 200;

/** Walks every link of the audit and every event of every case of an office, from the first to the last, and compares the two. */
export async function verifyChains(
  app: Pick<App, 'db' | 'admission'> & { readonly keys: Keys },
  office: string,
): Promise<ChainsVerified> {
  const audit = await verifyAudit(app, office);
  const cases = await verifyCases(app.db, office);
  const heads = await verifyHeads(app, office);
  const firstBroken = audit.broken ?? cases.broken ?? heads.broken[0] ?? null;
  return {
    auditRows: audit.rows,
    caseEvents: cases.events,
    waiting: heads.waiting,
    ok: firstBroken === null,
    firstBroken,
  };
}

async function verifyAudit(
  { db, keys }: { readonly db: Db; readonly keys: Keys },
  office: string,
): Promise<{ readonly rows: number; readonly broken: string | null }> {
  let last: Seal | undefined;
  let counted = 0;
  for (;;) {
    const seals = await db.query<Seal>(
      `select ${SEAL_COLUMNS} from audit_seal where office = $1 and seq > $2 order by seq limit ${BATCH}`,
      [office, last?.seq ?? 0],
    );
    for (const seal of seals) {
      const rows = await db.query<SealedRow>(
        `select ${SEALED_COLUMNS} from audit where office = $1 and xid > $2::text::xid8 and xid <= $3::text::xid8
         order by audit.xid, audit.id`,
        [office, seal.from_xid, seal.upto_xid],
      );
      if (!sealHolds(office, last, seal, rows, sealersOf(keys, seal)))
        return { rows: counted, broken: brokenSeal(last, seal, rows) };
      counted += rows.length;
      last = seal;
    }
    if (seals.length < BATCH) return { rows: counted, broken: null };
  }
}

/** Who may have signed a link: a master secret that is done with signs nothing that was said afterwards. */
const sealersOf = (keys: Keys, seal: Seal): readonly Uint8Array[] =>
  keys.generations.flatMap((one) => (spokeAt(one, seal.upto_xid) ? [one.audit.publicKey] : []));

/** Where a broken link differs: the row its marks point at, else the link itself. */
function brokenSeal(last: Seal | undefined, seal: Seal, rows: readonly SealedRow[]): string {
  const expected = (last?.seq ?? 0) + 1;
  if (seal.seq !== expected) return `审计日志第 ${expected} 段封签缺失`;
  const where = `审计日志第 ${seal.seq} 段封签不符（该段记有 ${seal.rows} 条，现有 ${rows.length} 条）`;
  const found = seal.row_marks && differingRow(Buffer.from(seal.row_marks), rows);
  if (!found) return seal.row_marks ? `${where}：各条记录无误，封签本身已改动` : where;
  const { at, what, row } = found;
  const told = row ? `（${row.at} ${row.action} ${row.object}，编号 ${row.id}）` : '';
  return `${where}：第 ${at} 条${what}${told}`;
}

/** The first row that is not the one the marks were made of. */
function differingRow(
  marks: Buffer,
  rows: readonly SealedRow[],
): { readonly at: number; readonly what: string; readonly row?: SealedRow } | null {
  const now = rowMarks(rows);
  const markOf = (from: Buffer, index: number) => from.toString('hex', index * MARK, (index + 1) * MARK);
  const most = Math.max(marks.length, now.length) / MARK;
  for (let index = 0; index < most; index += 1) {
    const [was, is] = [markOf(marks, index), markOf(now, index)];
    if (was === is) continue;
    const row = rows[index];
    if (row === undefined || is === markOf(marks, index + 1)) return { at: index + 1, what: '缺失' };
    if (was === '' || was === markOf(now, index + 1)) return { at: index + 1, what: '是后来插入的', row };
    return { at: index + 1, what: '内容已改动', row };
  }
  return null;
}

/** Why an event does not fit, in words. */
const WHY = {
  number: '缺失，或次序有变',
  link: '与前一条不相接',
  digest: '内容与其摘要不符',
} as const;

interface CaseChain {
  readonly id: string;
  readonly number: string | null;
  readonly head: string;
  readonly revision: number;
  readonly events: StoredEvent[];
}

async function verifyCases(
  db: Db,
  office: string,
): Promise<{ readonly events: number; readonly broken: string | null }> {
  let after = '00000000-0000-0000-0000-000000000000';
  let counted = 0;
  for (;;) {
    const cases = await db.query<CaseChain>(
      `select f.id, f.number, f.head, f.revision, (
         select coalesce(json_agg(json_build_object('seq', e.seq, 'zone', e.zone, 'doer', e.doer, 'body', e.body,
           'prev', e.prev, 'digest', e.digest,
           'at', to_char(e.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.seq), '[]')
         from case_event e where e.office = f.office and e.case_id = f.id) as events
       from case_file f where f.office = $1 and f.id > $2 order by f.id limit ${BATCH}`,
      [office, after],
    );
    for (const one of cases) {
      const name = one.number ?? one.id;
      const found = verifyChain(one.events, sm3Hex);
      if (!found.ok)
        return { events: counted, broken: `办件 ${name} 的第 ${found.seq} 条记录${WHY[found.why]}` };
      const ends = one.events.length === 0 || (found.head === one.head && one.events.length === one.revision);
      if (!ends) return { events: counted, broken: `办件 ${name} 的现状与最后一条记录不符` };
      counted += one.events.length;
      after = one.id;
    }
    if (cases.length < BATCH) return { events: counted, broken: null };
  }
}
