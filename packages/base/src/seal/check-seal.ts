import type { Day } from '../day.ts';
import { standingOn } from '../sheet.ts';
import { type PaperSeal, readPaperSeal, sealInText } from './paper-seal.ts';

/** A certificate papers are signed with, as it is handed to whoever checks without a network. */
export interface TrustedSigner {
  /** How seals name it. */
  readonly reference: string;
  /** Whom it names. */
  readonly name: string;
  /** Public key, SubjectPublicKeyInfo in base64. */
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

/** Whom to trust, and which seals counted once: what a device keeps, and of when it is. */
export interface TrustList {
  readonly asOf: string;
  readonly signers: readonly TrustedSigner[];
  /** Seals of papers that ended, by {@link sealName}. */
  readonly ended: readonly { readonly seal: string; readonly how: 'replaced' | 'revoked' }[];
}

/** What became of a code that was read. */
export type SealFinding =
  /** No code of such a paper. */
  | { readonly found: 'strange' }
  /** Signed by nobody on the list; it may be forged, or the list too old. */
  | { readonly found: 'unknown-signer'; readonly seal: PaperSeal }
  | { readonly found: 'changed' }
  | {
      readonly found: 'current' | 'early' | 'expired' | 'replaced' | 'revoked';
      readonly seal: PaperSeal;
      readonly signer: TrustedSigner;
    };

/** Order of P-256 (FIPS 186-5), halved: of the two signatures that would hold only the lower counts. */
const HALF_ORDER = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** How a list of ended papers names a seal: the beginning of its SHA-256, from which nothing can be learnt about it. */
export const sealName = async (seal: Uint8Array): Promise<string> =>
  hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(seal)))).slice(0, 24);

/** Checks a scanned text against a kept list, on the device, asking nobody. */
export async function checkSeal(scanned: string, trust: TrustList, today: Day): Promise<SealFinding> {
  const bytes = sealInText(scanned);
  const read = bytes && readPaperSeal(bytes);
  if (!bytes || !read) return { found: 'strange' };
  const { signed, signature, ...seal } = read;
  // A reference is the beginning of a digest: two certificates may share it.
  const named = trust.signers.filter(({ reference }) => reference === seal.certificate);
  if (named.length === 0) return { found: 'unknown-signer', seal };
  if (hex(signature.subarray(32)) > HALF_ORDER) return { found: 'changed' };
  for (const signer of named) {
    if (!(await holds(signer, signed, signature))) continue;
    // Whoever signs with a certificate that is over signs nothing.
    if (seal.issuedOn < signer.from || seal.issuedOn > signer.to) return { found: 'unknown-signer', seal };
    const name = await sealName(bytes);
    const ended = trust.ended.find((one) => one.seal === name);
    return { found: ended?.how ?? standingOn(today, seal), seal, signer };
  }
  return { found: 'changed' };
}

async function holds({ key }: TrustedSigner, signed: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
  const publicKey = await crypto.subtle.importKey('spki', bytesOf(key), algorithm, false, ['verify']);
  const over = { name: 'ECDSA', hash: 'SHA-256' } as const;
  return await crypto.subtle.verify(over, publicKey, new Uint8Array(signature), new Uint8Array(signed));
}
