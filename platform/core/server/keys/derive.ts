import { hkdfSync } from 'node:crypto';
import { type FieldKey, sm2KeyPair } from '@zhitongche/formats';
import { FIRST_FIELD_KEY, fieldKeyNumber } from './field-key-id.ts';
import type { KeyRing } from './keys.ts';

/**
 * Derives every working key from a 32-byte master secret (HKDF over SM3), so that one secret is kept and backed up. Field
 * keys have numbers, and each can be derived at any time: a node reads what another sealed under a key it never heard of.
 */
export function deriveKeys(master: Uint8Array): KeyRing {
  if (master.length !== 32) throw new RangeError('The master secret has 32 bytes');
  const cache = new Map<string, Uint8Array>();
  const secret = (purpose: string): Uint8Array => {
    const known = cache.get(purpose);
    if (known) return known;
    const made = new Uint8Array(hkdfSync('sm3', master, new Uint8Array(0), `zhitongche ${purpose}`, 32));
    cache.set(purpose, made);
    return made;
  };
  const fields = new Map<string, FieldKey>();
  const fieldKeyOf = (id: string): FieldKey | undefined => {
    if (fieldKeyNumber(id) === 0) return undefined;
    const made = fields.get(id) ?? { id, secret: secret(`field ${id}`) };
    fields.set(id, made);
    return made;
  };
  const known = (id: string): FieldKey => {
    const key = fieldKeyOf(id);
    if (!key) throw new RangeError(`${id} is not the id of a field key`);
    return key;
  };
  const digest = known(FIRST_FIELD_KEY);
  let field = digest;
  return {
    get field() {
      return field;
    },
    digest,
    putInForce(id) {
      field = known(id);
    },
    fieldKeyOf,
    secret,
    audit: sm2KeyPair(secret('audit signature')),
  };
}
