import { own } from '@zhitongche/contract/web';

/** Columns of a register a person has put away on this device; new columns show until somebody hides them. */
export const loadHidden = (account: string, register: string): ReadonlySet<string> => {
  const value = own.read('register-columns', account, register);
  return new Set(Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : []);
};

/** Remembers the hidden columns on this device. */
export const storeHidden = (account: string, register: string, hidden: ReadonlySet<string>): void =>
  own.write('register-columns', account, register, [...hidden]);

/** A column put away or brought back; the last one shown stays, for a table without columns shows nothing. */
export const withColumn = (
  all: readonly string[],
  hidden: ReadonlySet<string>,
  key: string,
  shown: boolean,
): ReadonlySet<string> => {
  const next = new Set([...hidden].filter((k) => k !== key && all.includes(k)));
  if (!shown) next.add(key);
  return next.size < all.length ? next : hidden;
};
