import { createPublicKey } from 'node:crypto';
import { context, integer, sequence, time } from '../tlv/der.ts';
import { tlv } from '../tlv/tlv.ts';
import {
  type CertifiedKey,
  extension,
  keyIdentifier,
  namesOf,
  signatureAlgorithmOf,
  signed,
} from './certificate.ts';

/** What a list says: which certificates no longer count since when, and until when it is the newest. */
export interface RevocationListRequest {
  readonly number: number;
  readonly from: Date;
  readonly next: Date;
  readonly revoked: readonly { readonly certificate: Uint8Array; readonly since: Date }[];
}

/** The list of certificates a country takes back (Doc 9303-12 §7.1.3), DER. */
export function revocationList(issuer: CertifiedKey, request: RevocationListRequest): Uint8Array {
  const entries = request.revoked.map(({ certificate, since }) =>
    sequence(namesOf(certificate).serial, time(since)),
  );
  const body = sequence(
    integer(1),
    signatureAlgorithmOf(issuer.key),
    namesOf(issuer.certificate).subject,
    time(request.from),
    time(request.next),
    ...(entries.length ? [sequence(...entries)] : []),
    context(
      0,
      sequence(
        extension('2.5.29.35', sequence(tlv(0x80, keyIdentifier(createPublicKey(issuer.key))))),
        extension('2.5.29.20', integer(request.number)),
      ),
    ),
  );
  return signed(body, issuer.key);
}
