import type { KeyObject } from 'node:crypto';
import { ascii } from '../bytes.ts';
import {
  bits,
  context,
  generalizedTime,
  integer,
  octets,
  oid,
  printable,
  sequence,
  setOf,
  utf8,
} from '../tlv/der.ts';
import { tlv } from '../tlv/tlv.ts';
import { extension, keyIdentifier } from './certificate.ts';

/** A country that issues: two letters for its certificates, three for its books. */
export interface IssuingState {
  readonly country: string;
  readonly state: string;
  readonly organisation: string;
  /** Where its revocation list is said to be. */
  readonly lists: string;
}

/** What a certificate of the line is for. */
export type CertificateRole = 'csca' | 'document-signer' | 'list-signer';

const yes = tlv(0x01, new Uint8Array([0xff]));

/** The state in three letters stands in an alternative name (Doc 9303-12 §7.1.1). */
function alternativeNames({ state, lists }: IssuingState): Uint8Array {
  const place = sequence(setOf(sequence(oid('2.5.4.7'), utf8(state))));
  return sequence(context(4, place), tlv(0x86, ascii(lists)));
}

const usage = (role: CertificateRole): Uint8Array =>
  role === 'csca' ? bits(new Uint8Array([0x06]), 1) : bits(new Uint8Array([0x80]), 7);

/** Extensions of a certificate by its role (Doc 9303-12 table 8). */
export function profile(
  role: CertificateRole,
  state: IssuingState,
  keys: { readonly own: KeyObject; readonly issuer: KeyObject },
  signs: { readonly from: Date; readonly until: Date },
): readonly Uint8Array[] {
  const point = context(0, context(0, tlv(0x86, ascii(state.lists))));
  return [
    extension('2.5.29.35', sequence(tlv(0x80, keyIdentifier(keys.issuer)))),
    extension('2.5.29.14', octets(keyIdentifier(keys.own))),
    extension('2.5.29.15', usage(role), true),
    extension('2.5.29.16', sequence(generalizedTime(signs.from, 0x80), generalizedTime(signs.until, 0x81))),
    extension('2.5.29.17', alternativeNames(state)),
    extension('2.5.29.18', alternativeNames(state)),
    ...(role === 'csca' ? [extension('2.5.29.19', sequence(yes, integer(0)), true)] : []),
    extension('2.5.29.31', sequence(sequence(point))),
    ...(role === 'document-signer'
      ? [extension('2.23.136.1.1.6.2', sequence(integer(0), setOf(printable('P'))))]
      : []),
    ...(role === 'list-signer' ? [extension('2.5.29.37', sequence(oid('2.23.136.1.1.3')), true)] : []),
  ];
}
