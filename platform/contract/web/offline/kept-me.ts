import { atVisit } from '../door.ts';
import { session } from '../session.ts';
import type { Me } from '../types.ts';
import { device } from './device.ts';
import { own } from './own-store.ts';

/** Somebody is signed in: what others left on this device goes, and a page opened in a tunnel will know whose desk it is. */
export const signedIn = (me: Me): void => {
  session.begin(me.csrf, me.id);
  if (own.accounts('signed-in').some((account) => account !== me.id)) void emptyShelf();
  own.open(me.id);
  // Without the token: it would open the door to whoever reads the storage.
  own.write('signed-in', me.id, '', { ...me, csrf: '' });
};

/** Who was signed in here last; undefined when nobody, after log-out, and once the server knew the session no more. */
export const keptMe = (): Me | undefined => {
  const [account] = own.accounts('signed-in');
  const value = account === undefined ? null : own.read('signed-in', account);
  // Who was here at the other door is nobody at this one.
  if (!isMe(value) || (value.visitor !== undefined) !== atVisit) return undefined;
  own.open(value.id);
  if (session.account() === '') session.begin('', value.id);
  return value;
};

/** Empties what is kept to be read without a network. */
export const emptyShelf = async (): Promise<void> => {
  await (await device()).shelf.wipe().catch(() => undefined);
};

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'shells' in value &&
  Array.isArray(value.shells);
