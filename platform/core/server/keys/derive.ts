import { hkdfSync } from 'node:crypto';
import { type FieldKey, type Sm2KeyPair, sm2KeyPair } from '@zhitongche/formats';
import { FIRST_FIELD_KEY, fieldKeyNumber, generationOf, idUnder, ownId } from './field-key-id.ts';
import type { MasterKeys } from './keys.ts';

/**
 * Derives every working key from a 32-byte master secret (HKDF over SM3), so that one secret is kept and backed up. Field
 * keys have numbers, and each can be derived at any time: a node reads what another sealed under a key it never heard of.
 * @throws RangeError.
 */
export function masterKeys(master: Uint8Array, generation: number): MasterKeys {
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
    if (fieldKeyNumber(id) === 0 || generationOf(id) !== generation) return undefined;
    const made = fields.get(id) ?? { id, secret: secret(`field ${ownId(id)}`) };
    fields.set(id, made);
    return made;
  };
  const first = idUnder(generation, FIRST_FIELD_KEY);
  const digest: FieldKey = { id: first, secret: secret(`field ${FIRST_FIELD_KEY}`) };
  fields.set(first, digest);
  let audit: Sm2KeyPair | undefined;
  return {
    generation,
    master,
    digest,
    fieldKeyOf,
    secret,
    get audit() {
      audit ??= sm2KeyPair(secret('audit signature'));
      return audit;
    },
  };
}
