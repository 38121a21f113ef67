import type { Json } from '@zhitongche/base';

/** True for equal JSON; the order of keys does not count, and an absent key equals an undefined one. */
export const same = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Array.isArray(a) === Array.isArray(b) && [...keys].every((key) => same(own(a, key), own(b, key)));
};

const own = (whole: object, key: string): Json | undefined =>
  Object.hasOwn(whole, key) ? (Reflect.get(whole, key) as Json | undefined) : undefined;
