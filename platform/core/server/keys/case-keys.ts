import { hkdfSync, randomBytes } from 'node:crypto';
import type { FieldKey } from '@zhitongche/formats';
import { generationOf, idUnder, isCaseKey } from './field-key-id.ts';
import type { CodingKeys, Keys, SealingKeys } from './keys.ts';

/** Name under which a sealed value remembers that its case has a key of its own. */
const ID = 'c1';
/** Salt of a case whose key was destroyed. */
const DESTROYED = '';
const MOST = 1_000;

/** What a case begins with: without it, its key cannot be derived again, by nobody. */
export const newCaseSalt = (): string => randomBytes(32).toString('hex');

/** Whether the key of a case was destroyed; what it had sealed opens no more. */
export const isErased = (salt: string | null): boolean => salt === DESTROYED;

// Deriving costs more than sealing; keys of cases lately touched are kept, per master secret.
const derived = new WeakMap<Keys, Map<string, SealingKeys>>();

/** Keys with which a case is sealed and opened: its own by its salt, the office's for cases older than salts. Events stay as they were sealed, so that every master secret there was opens them. */
export function caseKeys(keys: Keys, salt: string | null): SealingKeys {
  const known = derived.get(keys) ?? new Map<string, SealingKeys>();
  derived.set(keys, known);
  const name = salt ?? 'none';
  const before = known.get(name);
  if (before) return before;
  const made = salt === null || isErased(salt) ? withoutKey(keys, salt) : withKey(keys, salt);
  if (known.size >= MOST) known.clear();
  known.set(name, made);
  return made;
}

function withKey(keys: Keys, salt: string): SealingKeys {
  const own = new Map<number, FieldKey>();
  const under = (of: CodingKeys): FieldKey => {
    const known = own.get(of.generation);
    if (known) return known;
    const secret = hkdfSync('sm3', of.secret('case field'), Buffer.from(salt, 'hex'), 'zhitongche case', 32);
    const made = { id: idUnder(of.generation, ID), secret: new Uint8Array(secret) };
    own.set(of.generation, made);
    return made;
  };
  return {
    // Asked each time: the master secret may change while a case is kept here.
    get field() {
      return under(keys);
    },
    fieldKeyOf(id) {
      if (!isCaseKey(id)) return keys.chainedKeyOf(id);
      const of = keys.past(generationOf(id));
      return of && under(of);
    },
  };
}

const withoutKey = (keys: Keys, salt: string | null): SealingKeys => ({
  // Asked each time, for the office's key moves on.
  get field() {
    return keys.field;
  },
  fieldKeyOf: (id) => keys.chainedKeyOf(id),
  ...(isErased(salt) ? { lost: isCaseKey } : {}),
});
