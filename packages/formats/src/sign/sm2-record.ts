import { sm3Hex } from '../sm/sm3.ts';
import { signSm2, type Sm2KeyPair, verifySm2 } from '../sm/sm2.ts';

/** What a detached SM2 record vouches for. */
export interface RecordFacts {
  /** 文号 as printed. */
  readonly number: string;
  /** Verification code as printed. */
  readonly code: string;
  readonly office: string;
  /** Instant of signing, ISO 8601 in UTC. */
  readonly signedAt: string;
}

/**
 * A signature with national algorithms kept beside the PDF, because common viewers do not understand SM2 inside
 * one. It covers the digest of the finished file and the facts a verifier is shown.
 */
export interface Sm2Record extends RecordFacts {
  readonly version: 1;
  readonly algorithm: 'SM2-SM3';
  /** SM3 of the signed PDF, hex. */
  readonly digest: string;
  /** Uncompressed public key, hex. */
  readonly publicKey: string;
  /** r‖s, hex. */
  readonly signature: string;
}

/** Makes the record of a finished paper. */
export function makeSm2Record(pdf: Uint8Array, facts: RecordFacts, key: Sm2KeyPair): Sm2Record {
  const digest = sm3Hex(pdf);
  const signature = toHex(signSm2(statement(digest, facts), key));
  const { number, code, office, signedAt } = facts;
  const publicKey = toHex(key.publicKey);
  return { version: 1, algorithm: 'SM2-SM3', number, code, office, signedAt, digest, publicKey, signature };
}

/** Why a record does not vouch for a file. */
export type Sm2Fault = 'changed' | 'unknown-signer' | 'signature' | 'malformed';

/** Checks a record against the SM3 of a file (hex) and the public keys (hex) that are trusted; null = it holds. */
export function checkSm2Record(
  digest: string,
  record: Sm2Record,
  trusted: readonly string[],
): Sm2Fault | null {
  if (record.version !== 1 || record.algorithm !== 'SM2-SM3') return 'malformed';
  if (typeof record.signature !== 'string') return 'malformed';
  if (digest !== record.digest) return 'changed';
  if (!trusted.includes(record.publicKey)) return 'unknown-signer';
  const [signature, key] = [Buffer.from(record.signature, 'hex'), Buffer.from(record.publicKey, 'hex')];
  return verifySm2(statement(record.digest, record), signature, key) ? null : 'signature';
}

/** Checks a record against a file, as {@link checkSm2Record} does against its digest. */
export function verifySm2Record(
  pdf: Uint8Array,
  record: Sm2Record,
  trusted: readonly string[],
): { readonly valid: boolean; readonly reason?: Sm2Fault } {
  const reason = checkSm2Record(sm3Hex(pdf), record, trusted);
  return reason === null ? { valid: true } : { valid: false, reason };
}

/** The signed bytes: a JSON array, whose order is fixed and whose strings cannot run into each other. */
function statement(digest: string, facts: RecordFacts): Uint8Array {
  return Buffer.from(
    JSON.stringify(['zhitongche-paper', 1, digest, facts.number, facts.code, facts.office, facts.signedAt]),
  );
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
