import { createHash } from 'node:crypto';
import { integer, octets, printable, sequence } from '../tlv/der.ts';
import { tlv } from '../tlv/tlv.ts';
import { type CertifiedKey, ecdsaHash, hashAlgorithm } from './certificate.ts';
import { signedContent } from './signed-content.ts';

/** The content type of the security object of a book. */
export const SECURITY_OBJECT = '2.23.136.1.1.1';

/** EF.SOD over data groups by number: their digests, signed by a document signer (Doc 9303-10 §4.6.2). */
export function efSod(groups: ReadonlyMap<number, Uint8Array>, signer: CertifiedKey): Uint8Array {
  const hash = ecdsaHash(signer.key);
  const digests = [...groups]
    .toSorted(([left], [right]) => left - right)
    .map(([group, file]) =>
      sequence(integer(group), octets(new Uint8Array(createHash(hash).update(file).digest()))),
    );
  const content = sequence(
    integer(1),
    hashAlgorithm(hash),
    sequence(...digests),
    sequence(printable('0108'), printable('040000')),
  );
  return tlv(0x77, signedContent({ type: SECURITY_OBJECT, content, signer }));
}
