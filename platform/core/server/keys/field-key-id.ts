/** The field key of every installation until the first is rotated. */
export const FIRST_FIELD_KEY = 'k1';

/** `k3` and `c1` under the first master secret, `m2k3` and `m2c1` under the second. */
const ID = /^(?:m([2-9]|[1-9]\d{1,2}))?([kc])([1-9]\d{0,5})$/;
const MOST = 1_000_000;

/** Which master secret, counted from 1, the key of an id is derived from; 0 for what is not the id of a key. */
export const generationOf = (id: string): number => {
  const found = ID.exec(id);
  return found ? Number(found[1] ?? 1) : 0;
};

/** The id of a key (`k1`, `c1`) under a generation of the master secret. */
export const idUnder = (generation: number, id: string): string =>
  generation === 1 ? id : `m${generation}${id}`;

/** The id without its generation, as keys are derived by it. */
export const ownId = (id: string): string => id.replace(/^m\d+/, '');

/** The place of a field key in their order, `k12` → 12, those of a later master secret behind; 0 for what is not the id of one. */
export const fieldKeyNumber = (id: string): number => {
  const found = ID.exec(id);
  return found?.[2] === 'k' ? (generationOf(id) - 1) * MOST + Number(found[3]) : 0;
};

/** Whether a value was sealed under the key of its own case. */
export const isCaseKey = (id: string): boolean => ID.exec(id)?.[2] === 'c';

/** The newest of these field keys. */
export const newestFieldKey = (ids: readonly string[]): string =>
  ids.reduce((newest, id) => (fieldKeyNumber(id) > fieldKeyNumber(newest) ? id : newest), FIRST_FIELD_KEY);

/** The field key after one. */
export const nextFieldKey = (id: string): string => id.replace(/\d+$/, (n) => String(Number(n) + 1));

/** The id of the key a sealed value names. */
export const sealedUnder = (sealed: string): string => sealed.split('.')[1] ?? '';
