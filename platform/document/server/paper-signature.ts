import { checkSm2Record, type Sm2Record, type Sm2Fault } from '@zhitongche/formats';
import type { Keys } from '@zhitongche/core/server';
import type { PaperRow } from './paper-mac.ts';

/** How the SM2 record of a paper stands; `unsigned` papers have none and need none. */
export type PaperSignature =
  | { readonly found: 'unsigned' }
  | { readonly found: 'sound'; readonly signedAt: string }
  | { readonly found: Sm2Fault | 'missing' | 'facts' };

/** Checks the SM2 record of a paper against the digest of its file, what is told of it, and the keys this installation has signed with. */
export function paperSignature(keys: Keys, row: PaperRow, signed = row.signer !== ''): PaperSignature {
  const { record } = row;
  if (!isRecord(record)) return { found: signed ? 'missing' : 'unsigned' };
  const fault = checkSm2Record(
    row.pdf_digest,
    record,
    keys.generations.map(({ audit }) => Buffer.from(audit.publicKey).toString('hex')),
  );
  if (fault !== null) return { found: fault };
  const told =
    record.number === (row.number ?? '') && record.code === row.code && record.office === row.issuer;
  return told ? { found: 'sound', signedAt: record.signedAt } : { found: 'facts' };
}

const isRecord = (record: PaperRow['record']): record is Sm2Record => Object.keys(record).length > 0;
