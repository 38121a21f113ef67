import { ascii, bigOf, padded } from '../bytes.ts';
import type { Curve, Point } from '../cipher/curve.ts';
import { CURVES, pointBytes, sharedBytes } from '../cipher/curve.ts';
import { decrypt, deriveKey, encrypt, mac, type Suite } from '../cipher/suite.ts';
import { keysOf, type SessionKeys } from '../card/secure-channel.ts';
import { oidBytes } from '../tlv/der.ts';
import { tlv } from '../tlv/tlv.ts';
import { type ZoneKey, zoneDigest } from './zone-key.ts';

/** PACE with elliptic curves and generic mapping (Doc 9303-11 §4.4), with one cipher over one curve. */
export interface PaceProtocol {
  readonly suite: Suite;
  readonly curve: Curve;
}

/** What is typed to open a book: its printed zone, or the card access number beside it. */
export type PacePassword = { readonly zone: ZoneKey } | { readonly can: string };

const ECDH_GM = '0.4.0.127.0.7.2.2.4.2';
const SUITES: readonly Suite[] = ['3DES', 'AES-128', 'AES-192', 'AES-256'];

/** The object identifier of generic mapping with a cipher. */
export const paceOid = (suite: Suite): string => `${ECDH_GM}.${SUITES.indexOf(suite) + 1}`;

/** The protocol an identifier and a parameter number name; undefined for those this package does not speak. */
export function paceProtocol(identifier: string, parameters: number): PaceProtocol | undefined {
  const suite = SUITES.find((one) => paceOid(one) === identifier);
  const curve = CURVES.find(({ id }) => id === parameters);
  return suite && curve && { suite, curve };
}

/** How MSE:Set AT names the password. */
export const passwordReference = (password: PacePassword): number => ('zone' in password ? 1 : 2);

/** The key that hides the nonce. */
export const passwordKey = (password: PacePassword, suite: Suite): Uint8Array =>
  deriveKey('zone' in password ? zoneDigest(password.zone) : ascii(password.can), 3, suite);

/** The nonce as the chip sends it. */
export const hideNonce = (key: Uint8Array, nonce: Uint8Array, suite: Suite): Uint8Array =>
  encrypt(suite, key, nonce);

/** The nonce the chip has sent; undefined where it has no length a nonce has. */
export const revealNonce = (key: Uint8Array, hidden: Uint8Array, suite: Suite): Uint8Array | undefined =>
  hidden.length === 16 ? decrypt(suite, key, hidden) : undefined;

/** Generic mapping: the generator of this run, `s·G + H`. */
export function mappedGenerator(curve: Curve, nonce: Uint8Array, shared: Point): Point {
  const factor = bigOf(nonce) % curve.points.Fn.ORDER;
  return factor === 0n ? shared : curve.points.BASE.multiply(factor).add(shared);
}

/** Keys of the session from the point both ends have. */
export const paceSession = ({ suite, curve }: PaceProtocol, shared: Point): SessionKeys =>
  keysOf(suite, sharedBytes(curve, shared));

/** The token one end shows: over the key of the other. */
export function paceToken(suite: Suite, authentication: Uint8Array, other: Point): Uint8Array {
  const object = tlv(0x7f49, tlv(0x06, oidBytes(paceOid(suite))), tlv(0x86, pointBytes(other)));
  return mac(suite, authentication, suite === '3DES' ? padded(object, 8) : object);
}
