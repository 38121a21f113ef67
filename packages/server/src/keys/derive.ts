import { hkdfSync } from 'node:crypto';
import { sm2KeyPair } from '@zhitongche/papers/sm/sm2.ts';
import type { Keys } from './keys.ts';

/** Derives every working key from a 32-byte master secret (HKDF over SM3), so that one secret is kept and backed up. */
export function deriveKeys(master: Uint8Array): Keys {
  if (master.length !== 32) throw new RangeError('The master secret has 32 bytes');
  const cache = new Map<string, Uint8Array>();
  const secret = (purpose: string): Uint8Array => {
    const known = cache.get(purpose);
    if (known) return known;
    const made = new Uint8Array(hkdfSync('sm3', master, new Uint8Array(0), `zhitongche ${purpose}`, 32));
    cache.set(purpose, made);
    return made;
  };
  const field = { id: 'k1', secret: secret('field k1') };
  return {
    field,
    fieldKeyOf: (id) => (id === field.id ? field : undefined),
    secret,
    audit: sm2KeyPair(secret('audit signature')),
  };
}
