import type { Db, Query } from '@zhitongche/host';
import type { Keys, Anchors } from '@zhitongche/core/server';
import { type Seal, type SealedRow, SEAL_COLUMNS, SEALED_COLUMNS, nextSeal } from './chain.ts';

/** Rows of one link; a transaction that wrote more stays together all the same. */
const BATCH = 2_000;

/**
 * Chains the audit rows that have been committed since the last link and signs it; gives the number of rows sealed.
 * Only rows are taken whose transaction nobody older than can still join, so that the order never changes afterwards.
 * Once it is committed the link is anchored outside of the database: who cuts the chain's end does not reach there.
 */
export async function sealAudit(app: Sealing, office: string): Promise<number> {
  const sealed = await sealNext(app, office);
  if (!sealed) return 0;
  const { seq, digest, rows } = sealed;
  await app.anchors.keep({ kind: 'seal', office, seq, digest, at: app.clock().toISOString() });
  return rows;
}

/** What sealing stands on. */
export interface Sealing {
  readonly db: Db;
  readonly keys: Keys;
  readonly anchors: Anchors;
  readonly clock: () => Date;
}

async function sealNext(app: Sealing, office: string): Promise<Seal | null> {
  return await app.db.tx(async (query) => {
    const [turn] = await query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('audit-seal'), hashtext($1)) as mine",
      [office],
    );
    if (!turn?.mine) return null;
    const last = await lastSeal(query, office);
    const rows = await finalRows(query, office, last?.upto_xid ?? '0');
    if (rows.length === 0) return null;
    const seal = nextSeal(office, last, rows, app.keys.audit);
    await query(
      `insert into audit_seal (office, seq, from_xid, upto_xid, rows, prev, digest, signature, row_marks, at)
       values ($1, $2, $3::text::xid8, $4::text::xid8, $5, $6, $7, $8, $9, $10)`,
      [
        office,
        seal.seq,
        seal.from_xid,
        seal.upto_xid,
        seal.rows,
        seal.prev,
        seal.digest,
        seal.signature,
        seal.row_marks,
        app.clock(),
      ],
    );
    return seal;
  });
}

async function lastSeal(query: Query, office: string): Promise<Seal | undefined> {
  const [row] = await query<Seal>(
    `select ${SEAL_COLUMNS}
     from audit_seal where office = $1 order by seq desc limit 1`,
    [office],
  );
  return row;
}

async function finalRows(query: Query, office: string, after: string): Promise<readonly SealedRow[]> {
  const rows = await query<SealedRow>(
    `select ${SEALED_COLUMNS} from audit
     where office = $1 and xid > $2::text::xid8 and xid < audit_horizon()
       and xid <= coalesce((select xid from audit where office = $1 and xid > $2::text::xid8
                            order by xid, id offset $3 limit 1), '18446744073709551615'::xid8)
     order by audit.xid, audit.id`,
    [office, after, BATCH],
  );
  return rows;
}
