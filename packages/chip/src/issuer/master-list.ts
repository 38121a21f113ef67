import { integer, sequence, setOf } from '../tlv/der.ts';
import type { CertifiedKey } from './certificate.ts';
import { signedContent } from './signed-content.ts';

/** The content type of a master list. */
export const MASTER_LIST = '2.23.136.1.1.2';

/** The list of country signers a state trusts (Doc 9303-12 §8), signed by its list signer, DER. */
export const masterList = (
  cscas: readonly Uint8Array[],
  signer: CertifiedKey,
  signedAt: Date,
  issuer: Uint8Array,
): Uint8Array =>
  signedContent({
    type: MASTER_LIST,
    content: sequence(integer(0), setOf(...cscas)),
    signer,
    signedAt,
    more: [issuer],
  });
