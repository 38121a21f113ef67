import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { hmacSm3 } from './sm3.ts';

/** A secret of at least 32 bytes and the name under which values remember it. */
export interface FieldKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** Where a value lives (table, column, row …): a sealed value moved elsewhere no longer opens. */
export type FieldPlace = readonly string[];

/** What opening a sealed value gives. */
export type OpenedField =
  | { readonly ok: true; readonly value: Uint8Array }
  | { readonly ok: false; readonly reason: 'malformed' | 'unknown-key' | 'tampered' };

const ALGORITHM = 'sm4ctr-hmacsm3';
const IV_BYTES = 16;
const MAC_BYTES = 32;

/**
 * Encrypts one stored value with SM4-CTR and authenticates it, its place and its key id with HMAC-SM3
 * (encrypt-then-MAC). Result: `sm4ctr-hmacsm3.<key id>.<base64url of iv, ciphertext, mac>`.
 */
export function sealField(value: Uint8Array | string, key: FieldKey, place: FieldPlace): string {
  const keys = derive(key);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-ctr', keys.cipher, iv);
  const text = Buffer.concat([cipher.update(Buffer.from(value)), cipher.final()]);
  const mac = hmacSm3(keys.mac, header(key.id, place), iv, text);
  return `${ALGORITHM}.${key.id}.${Buffer.concat([iv, text, mac]).toString('base64url')}`;
}

/** Opens a sealed value with the key its id names; refusals are values. */
export function openField(
  sealed: string,
  keyOf: (id: string) => FieldKey | undefined,
  place: FieldPlace,
): OpenedField {
  const parts = /^([a-z0-9-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/.exec(sealed);
  const bytes = Buffer.from(parts?.[3] ?? '', 'base64url');
  if (!parts || parts[1] !== ALGORITHM || bytes.length < IV_BYTES + MAC_BYTES) {
    return { ok: false, reason: 'malformed' };
  }
  const key = keyOf(parts[2] ?? '');
  if (!key) return { ok: false, reason: 'unknown-key' };
  const keys = derive(key);
  const iv = bytes.subarray(0, IV_BYTES);
  const text = bytes.subarray(IV_BYTES, -MAC_BYTES);
  const mac = hmacSm3(keys.mac, header(key.id, place), iv, text);
  if (!timingSafeEqual(mac, bytes.subarray(-MAC_BYTES))) return { ok: false, reason: 'tampered' };
  const decipher = createDecipheriv('sm4-ctr', keys.cipher, iv);
  return { ok: true, value: new Uint8Array(Buffer.concat([decipher.update(text), decipher.final()])) };
}

/** Keyed digest (64 hex) that finds equal values without opening them, for example an identity number. */
export function fieldDigest(value: string, key: FieldKey, purpose: string): string {
  return Buffer.from(hmacSm3(derive(key).digest, header(purpose, []), value)).toString('hex');
}

interface DerivedKeys {
  readonly cipher: Buffer;
  readonly mac: Buffer;
  readonly digest: Buffer;
}

// Three HKDF runs cost more than sealing a short value; the entry goes when the key object goes.
const derived = new WeakMap<FieldKey, DerivedKeys>();

function derive(key: FieldKey): DerivedKeys {
  const known = derived.get(key);
  if (known) return known;
  const made = deriveAnew(key);
  derived.set(key, made);
  return made;
}

function deriveAnew(key: FieldKey): DerivedKeys {
  if (key.secret.length < 32) throw new RangeError('A field key needs at least 32 bytes');
  if (!/^[A-Za-z0-9_-]+$/.test(key.id))
    throw new RangeError('A field key id has letters, digits, _ and - only');
  const part = (name: string, length: number) =>
    Buffer.from(hkdfSync('sm3', key.secret, new Uint8Array(0), `zhitongche field ${name}`, length));
  return { cipher: part('cipher', 16), mac: part('mac', 32), digest: part('digest', 32) };
}

function header(name: string, place: FieldPlace): Buffer {
  // Length before each part: ['ab','c'] and ['a','bc'] must not authenticate each other.
  const parts = [ALGORITHM, name, ...place].map((part) => Buffer.from(part));
  return Buffer.concat(
    parts.flatMap((part) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.length);
      return [length, part];
    }),
  );
}
