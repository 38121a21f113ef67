import { createHash, sign } from 'node:crypto';
import { context, integer, octets, oid, sequence, setOf, time } from '../tlv/der.ts';
import { tlv } from '../tlv/tlv.ts';
import { type CertifiedKey, ecdsaHash, hashAlgorithm, namesOf, signatureAlgorithmOf } from './certificate.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** What is signed, by whom, and which certificates go with it. */
export interface ContentRequest {
  readonly type: string;
  readonly content: Uint8Array;
  readonly signer: CertifiedKey;
  /** Certificates beside the signer's own. */
  readonly more?: readonly Uint8Array[];
  readonly signedAt?: Date;
}

const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/** CMS SignedData with its content inside (RFC 5652), DER throughout: the form of EF.SOD and master lists. */
export function signedContent({ type, content, signer, more = [], signedAt }: ContentRequest): Uint8Array {
  const hash = ecdsaHash(signer.key);
  const digest = new Uint8Array(createHash(hash).update(content).digest());
  const attributes = setOf(
    attribute('1.2.840.113549.1.9.3', oid(type)),
    attribute('1.2.840.113549.1.9.4', octets(digest)),
    ...(signedAt ? [attribute('1.2.840.113549.1.9.5', time(signedAt))] : []),
  );
  const { issuer, serial } = namesOf(signer.certificate);
  // What is signed is the set with its own tag; what is written carries the tag of its place.
  const written = new Uint8Array(attributes);
  written[0] = 0xa0;
  const info = sequence(
    integer(1),
    sequence(issuer, serial),
    hashAlgorithm(hash),
    written,
    signatureAlgorithmOf(signer.key),
    octets(new Uint8Array(sign(hash, attributes, signer.key))),
  );
  const certificates = [signer.certificate, ...more].toSorted((a, b) => Buffer.compare(a, b));
  const data = sequence(
    integer(3),
    setOf(hashAlgorithm(hash)),
    sequence(oid(type), context(0, octets(content))),
    tlv(0xa0, ...certificates),
    setOf(info),
  );
  return sequence(oid(SIGNED_DATA), context(0, data));
}
