import { hkdfSync, randomBytes } from 'node:crypto';
import type { FieldKey } from '@zhitongche/formats';
import type { Keys } from './keys.ts';

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
const derived = new WeakMap<Keys, Map<string, Keys>>();

/** Keys with which a case is sealed and opened: its own by its salt, the office's for cases older than salts. */
export function caseKeys(keys: Keys, salt: string | null): Keys {
  if (salt === null) return keys;
  const known = derived.get(keys) ?? new Map<string, Keys>();
  derived.set(keys, known);
  const before = known.get(salt);
  if (before) return before;
  const made = isErased(salt) ? withoutKey(keys) : withKey(keys, salt);
  if (known.size >= MOST) known.clear();
  known.set(salt, made);
  return made;
}

function withKey(keys: Keys, salt: string): Keys {
  const secret = hkdfSync('sm3', keys.secret('case field'), Buffer.from(salt, 'hex'), 'zhitongche case', 32);
  const field: FieldKey = { id: ID, secret: new Uint8Array(secret) };
  return { ...keys, field, fieldKeyOf: (id) => (id === ID ? field : keys.fieldKeyOf(id)) };
}

const withoutKey = (keys: Keys): Keys => ({
  ...keys,
  // Asked each time, for the office's key moves on.
  get field() {
    return keys.field;
  },
  lost: ID,
});
