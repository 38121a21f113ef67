import { concat, padded, same, xor } from '../bytes.ts';
import { decrypt, deriveKey, encrypt, mac } from '../cipher/suite.ts';
import { keysOf, type SessionKeys } from '../card/secure-channel.ts';

/** The two keys of basic access control (Doc 9303-11 §4.3), from the digest of the zone. */
export interface BasicAccessKeys {
  readonly encryption: Uint8Array;
  readonly authentication: Uint8Array;
}

/** Keys from the SHA-1 over the MRZ information. */
export const basicAccessKeys = (zoneDigest: Uint8Array): BasicAccessKeys => {
  const seed = zoneDigest.subarray(0, 16);
  return { encryption: deriveKey(seed, 1, '3DES'), authentication: deriveKey(seed, 2, '3DES') };
};

/** What both ends put in: chance of the reader, chance of the chip, half a seed of each. */
export interface BasicAccessParts {
  readonly readerChance: Uint8Array;
  readonly chipChance: Uint8Array;
  readonly readerSeed: Uint8Array;
}

const macOf = (keys: BasicAccessKeys, hidden: Uint8Array): Uint8Array =>
  mac('3DES', keys.authentication, padded(hidden, 8));

const closed = (keys: BasicAccessKeys, ...parts: Uint8Array[]): Uint8Array => {
  const hidden = encrypt('3DES', keys.encryption, concat(...parts));
  return concat(hidden, macOf(keys, hidden));
};

/** What was closed with the same keys; undefined for anything else. */
function opened(keys: BasicAccessKeys, message: Uint8Array): Uint8Array | undefined {
  if (message.length !== 40) return undefined;
  const hidden = message.subarray(0, 32);
  return same(macOf(keys, hidden), message.subarray(32))
    ? decrypt('3DES', keys.encryption, hidden)
    : undefined;
}

function session(parts: BasicAccessParts, chipSeed: Uint8Array): SessionKeys {
  const keys = keysOf('3DES', xor(parts.readerSeed, chipSeed));
  return { ...keys, counter: concat(parts.chipChance.slice(-4), parts.readerChance.slice(-4)) };
}

/** Reader: the data of EXTERNAL AUTHENTICATE. */
export const askAccess = (keys: BasicAccessKeys, parts: BasicAccessParts): Uint8Array =>
  closed(keys, parts.readerChance, parts.chipChance, parts.readerSeed);

/** Chip: the answer to that and the keys of the session; undefined where reader or challenge are wrong. */
export function grantAccess(
  keys: BasicAccessKeys,
  message: Uint8Array,
  chipChance: Uint8Array,
  chipSeed: Uint8Array,
): { readonly answer: Uint8Array; readonly session: SessionKeys } | undefined {
  const plain = opened(keys, message);
  if (!plain || !same(plain.subarray(8, 16), chipChance)) return undefined;
  const parts = { readerChance: plain.slice(0, 8), chipChance, readerSeed: plain.slice(16, 32) };
  return {
    answer: closed(keys, chipChance, parts.readerChance, chipSeed),
    session: session(parts, chipSeed),
  };
}

/** Reader: the keys of the session from the answer; undefined where the chip does not know the zone. */
export function accessGranted(
  keys: BasicAccessKeys,
  answer: Uint8Array,
  parts: BasicAccessParts,
): SessionKeys | undefined {
  const plain = opened(keys, answer);
  if (!plain) return undefined;
  const sound =
    same(plain.subarray(0, 8), parts.chipChance) && same(plain.subarray(8, 16), parts.readerChance);
  return sound ? session(parts, plain.slice(16, 32)) : undefined;
}
