import { CHAIN_START } from '@zhitongche/case';
import { type Sm2KeyPair, signSm2, sm3Hex, verifySm2 } from '@zhitongche/formats';

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
  /** {@link rowMarks} of the rows; null in seals of earlier versions. */
  readonly row_marks: Uint8Array | null;
}

/** Columns of {@link Seal} in SQL. */
export const SEAL_COLUMNS = 'seq, from_xid::text, upto_xid::text, rows, prev, digest, signature, row_marks';

/** Columns of {@link SealedRow} in SQL. */
export const SEALED_COLUMNS = `id::text, xid::text, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  actor::text, action, object, result, source, detail::text`;

const contentOf = (r: SealedRow): readonly string[] => [
  r.id,
  r.xid,
  r.at,
  r.actor,
  r.action,
  r.object,
  r.result,
  r.source,
  r.detail,
];

/** Bytes of each row's mark. */
export const MARK = 8;

/** The beginning of every row's SM3, in order: proves nothing by itself, but names the row once the seal is broken. */
export const rowMarks = (rows: readonly SealedRow[]): Buffer =>
  Buffer.from(rows.map((row) => sm3Hex(JSON.stringify(contentOf(row))).slice(0, 2 * MARK)).join(''), 'hex');

/** SM3 over the previous link and the rows in commit order. */
export const sealDigest = (office: string, prev: string, rows: readonly SealedRow[]): string =>
  sm3Hex(JSON.stringify([office, prev, rows.map(contentOf)]));

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
    row_marks: rowMarks(rows),
  };
}

/** Whether a stored link is the one these rows and the link before it give, and was signed by one of the keys. */
export const sealHolds = (
  office: string,
  last: Seal | undefined,
  seal: Seal,
  rows: readonly SealedRow[],
  publicKeys: readonly Uint8Array[],
): boolean =>
  seal.seq === (last?.seq ?? 0) + 1 &&
  seal.from_xid === (last?.upto_xid ?? '0') &&
  seal.rows === rows.length &&
  seal.prev === (last?.digest ?? CHAIN_START) &&
  seal.digest === sealDigest(office, seal.prev, rows) &&
  publicKeys.some((key) =>
    verifySm2(Buffer.from(seal.digest), Buffer.from(seal.signature, 'base64url'), key),
  );
