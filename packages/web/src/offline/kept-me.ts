import type { Me } from '../api/types.ts';

const KEY = 'signed-in';

/** Remembers who is signed in, so that a page opened in a tunnel still knows whose desk it is; without the token. */
export const keepMe = (me: Me): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...me, csrf: '' }));
  } catch {
    // A full or forbidden storage only means that the product needs the network to open.
  }
};

/** Who was signed in here last; undefined when nobody, or after log-out. */
export const keptMe = (): Me | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isMe(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Forgets who was signed in. */
export const forgetMe = (): void => localStorage.removeItem(KEY);

const isMe = (value: unknown): value is Me =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'shells' in value &&
  Array.isArray(value.shells);
