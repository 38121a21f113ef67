import { createHash, X509Certificate } from 'node:crypto';
import { type PaperSeal, paperSealBody, sealWith } from '@zhitongche/base';
import type { PaperSigner } from './office-key.ts';

const CURVE = 'prime256v1';
/** Order of P-256 (FIPS 186-5). */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const HALF = 32;

/** Letters by which a seal names its certificate: the first of its SHA-256. */
export const certificateReference = (certificate: Uint8Array): string =>
  createHash('sha256').update(certificate).digest('hex').slice(0, 10).toUpperCase();

/**
 * Signs what the code of a paper says, with the key that signs its file; undefined when that is no P-256 key, whose
 * signature alone is small enough for a code.
 */
export async function sealPaper(
  facts: Omit<PaperSeal, 'certificate'>,
  signer: PaperSigner,
): Promise<Uint8Array | undefined> {
  const { publicKey } = new X509Certificate(signer.certificate);
  if (publicKey.asymmetricKeyDetails?.namedCurve !== CURVE) return undefined;
  const body = paperSealBody({ ...facts, certificate: certificateReference(signer.certificate) });
  return sealWith(body, rawSignature(await signer.sign(body)));
}

/** `r‖s` of an ECDSA signature in DER, with the lower of the two `s` that would hold: one paper, one seal. */
function rawSignature(der: Uint8Array): Uint8Array {
  const view = Buffer.from(der);
  const long = view.readUInt8(3);
  const r = BigInt(`0x${view.subarray(4, 4 + long).toString('hex')}`);
  const s = BigInt(`0x${view.subarray(6 + long).toString('hex')}`);
  const low = s > ORDER / 2n ? ORDER - s : s;
  return Buffer.concat([r, low].map((half) => Buffer.from(half.toString(16).padStart(2 * HALF, '0'), 'hex')));
}
