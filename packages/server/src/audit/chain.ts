import { CHAIN_START } from '@zhitongche/kernel';
import { type Sm2KeyPair, signSm2, sm3Hex, verifySm2 } from '@zhitongche/papers';

/** An audit row as sealed: texts exactly as the database gives them, so that no program's rounding changes a digest. */
export interface SealedRow {
  readonly id: string;
  readonly xid: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly result: string;
  readonly source: string;
  readonly detail: string;
}

/** One link of the audit chain. */
export interface Seal {
  readonly seq: number;
  /** Rows of transactions after this one … */
  readonly from_xid: string;
  /** … up to and including this one. */
  readonly upto_xid: string;
  readonly rows: number;
  readonly prev: string;
  readonly digest: string;
  readonly signature: string;
}

/** Columns of {@link SealedRow} in SQL. */
export const SEALED_COLUMNS = `id::text, xid::text, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor::text, action, object, result, source, detail::text`;

/** SM3 over the previous link and the rows in commit order. */
export const sealDigest = (office: string, prev: string, rows: readonly SealedRow[]): string =>
  sm3Hex(
    JSON.stringify([
      office,
      prev,
      rows.map((r) => [r.id, r.xid, r.at, r.actor, r.action, r.object, r.result, r.source, r.detail]),
    ]),
  );

/** Makes the next link. */
export function nextSeal(
  office: string,
  last: Seal | undefined,
  rows: readonly SealedRow[],
  key: Sm2KeyPair,
): Seal {
  const prev = last?.digest ?? CHAIN_START;
  const digest = sealDigest(office, prev, rows);
  return {
    seq: (last?.seq ?? 0) + 1,
    from_xid: last?.upto_xid ?? '0',
    upto_xid: rows.at(-1)?.xid ?? last?.upto_xid ?? '0',
    rows: rows.length,
    prev,
    digest,
    signature: Buffer.from(signSm2(Buffer.from(digest), key)).toString('base64url'),
  };
}

/** Whether a stored link is the one these rows and the link before it give, and was signed by the key. */
export const sealHolds = (
  office: string,
  last: Seal | undefined,
  seal: Seal,
  rows: readonly SealedRow[],
  publicKey: Uint8Array,
): boolean =>
  seal.seq === (last?.seq ?? 0) + 1 &&
  seal.from_xid === (last?.upto_xid ?? '0') &&
  seal.rows === rows.length &&
  seal.prev === (last?.digest ?? CHAIN_START) &&
  seal.digest === sealDigest(office, seal.prev, rows) &&
  verifySm2(Buffer.from(seal.digest), Buffer.from(seal.signature, 'base64url'), publicKey);
