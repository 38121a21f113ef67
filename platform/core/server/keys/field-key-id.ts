/** The field key of every installation until the first is rotated. */
export const FIRST_FIELD_KEY = 'k1';

/** The place of a field key in their order, `k12` → 12; 0 for what is not the id of one. */
export const fieldKeyNumber = (id: string): number => Number(/^k([1-9]\d{0,5})$/.exec(id)?.[1] ?? 0);

/** The newest of these field keys. */
export const newestFieldKey = (ids: readonly string[]): string =>
  ids.reduce((newest, id) => (fieldKeyNumber(id) > fieldKeyNumber(newest) ? id : newest), FIRST_FIELD_KEY);

/** The field key after one. */
export const nextFieldKey = (id: string): string => `k${fieldKeyNumber(id) + 1}`;
