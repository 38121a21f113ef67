import type { Answers } from './field.ts';
import type { Json, JsonObject } from '@zhitongche/base';

/** A member that is the record’s own. */
export const own = (record: JsonObject, key: string): Json | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Part of a record; written out because a reading spends most of its time here. */
export const only = (record: Answers, keep: (key: string) => boolean): Answers => {
  const kept: Record<string, Json | undefined> = {};
  for (const key of Object.keys(record)) if (keep(key)) put(kept, key, record[key]);
  return kept;
};

/** Sets a member; `__proto__` becomes one like any other. */
export const put = (record: Record<string, Json | undefined>, key: string, value: Json | undefined): void => {
  if (key === '__proto__')
    Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
  else record[key] = value;
};
