import type { Answers, Field, Fields, Form } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { fieldDigest, openField, sealField } from '@zhitongche/formats';
import { codePrefix } from './keys/row-mac.ts';
import { sealedUnder } from './keys/field-key-id.ts';
import type { Keys, MasterKeys, SealingKeys } from './keys/keys.ts';

/** Key under which sealed answers travel inside an answers object; no form may use it, `$` is not allowed in field keys. */
const SEALED = '$sealed';
const CELL = /^(0|[1-9]\d{0,5})$/;

/** A sealed value that no longer opens: a damaged row or a lost key, told by place and never by content. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/** Where sealed values live; a value moved to another row no longer opens. */
export type SealContext = readonly string[];

/**
 * The answers with every value above `open` taken out and sealed together under `$sealed` (SM4 and HMAC-SM3). One
 * seal for all of them: an application with twenty travellers opens with one decryption.
 */
export function sealAnswers(form: Form, answers: Answers, keys: SealingKeys, place: SealContext): Answers {
  const hidden: [path: readonly string[], value: Json][] = [];
  const rest = strip(fieldsOf(form), answers, [], hidden);
  if (hidden.length === 0) return rest;
  return { ...rest, [SEALED]: sealField(JSON.stringify(hidden), keys.field, place) };
}

/** The answers as they were before sealing. */
export function openAnswers(answers: Answers, keys: SealingKeys, place: SealContext): Answers {
  const sealed = answers[SEALED];
  if (typeof sealed !== 'string') return answers;
  const whole = copyOf(answers, SEALED);
  if (isLost(sealed, keys)) return whole;
  const copies: Copies = { lists: new Map(), rows: new Map() };
  for (const entry of listOf(openJson(sealed, keys, place))) {
    const [path, value] = listOf(entry);
    put(whole, listOf(path), 0, value ?? null, copies);
  }
  return whole;
}

/** Whether a sealed value went with its key, on purpose. */
export const isLost = (sealed: string, keys: SealingKeys): boolean =>
  keys.lost?.(sealedUnder(sealed)) ?? false;

/** Seals any JSON value as one text. */
export const sealJson = (value: Json, keys: Pick<SealingKeys, 'field'>, place: SealContext): string =>
  sealField(JSON.stringify(value), keys.field, place);

/**
 * Opens what {@link sealJson} sealed.
 * @throws SealBroken.
 */
export function openJson(sealed: string, keys: Pick<SealingKeys, 'fieldKeyOf'>, place: SealContext): Json {
  const opened = openField(sealed, (id) => keys.fieldKeyOf(id), place);
  if (!opened.ok)
    throw new SealBroken(`A sealed value at ${place.join('/')} does not open: ${opened.reason}`);
  const value: Json = JSON.parse(Buffer.from(opened.value).toString('utf8'));
  return value;
}

/** Keyed digest under which equal identity numbers are found without opening anything, as it is stored from now on. */
export const lookupDigest = (value: string, keys: Pick<MasterKeys, 'digest' | 'generation'>): string =>
  codePrefix(keys.generation) +
  fieldDigest(value.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase(), keys.digest, 'identity');

/** Every digest under which a stored value may be found: while the master secret changes, those of both. */
export const lookupDigests = (value: string, keys: Keys): readonly string[] =>
  keys.generations.filter(({ ended }) => ended === null).map((of) => lookupDigest(value, of));

// Asked at every act and page of a case; answers are never changed in place.
const texts = new WeakMap<Answers, { readonly form: Form; readonly hidden: readonly string[] }>();

/** Every text hidden in the answers by its field's sensitivity; used to keep them out of figures computed from them. */
export function hiddenTexts(form: Form, answers: Answers): readonly string[] {
  const before = texts.get(answers);
  if (before?.form === form) return before.hidden;
  const hidden: string[] = [];
  gather(fieldsOf(form), answers, hidden);
  texts.set(answers, { form, hidden });
  return hidden;
}

function gather(fields: Fields, answers: Answers, hidden: string[]): void {
  for (const key of Object.keys(answers)) {
    const [field, value] = [Object.hasOwn(fields, key) ? fields[key] : undefined, answers[key]];
    // Short values (a yes, a sex, a year) would match by accident everywhere.
    if (field && (field.sensitivity ?? 'open') !== 'open') {
      if (typeof value === 'string' && value.length >= 8) hidden.push(value);
    } else if (field?.kind === 'table' && Array.isArray(value)) {
      for (const row of listOf(value)) if (isObject(row)) gather(field.columns, row, hidden);
    }
  }
}

const formFields = new WeakMap<Form, Fields>();

function fieldsOf(form: Form): Fields {
  const known = formFields.get(form);
  if (known) return known;
  const fields = Object.assign({}, ...Object.values(form).map((section) => section.fields)) as Fields;
  formFields.set(form, fields);
  return fields;
}

function strip(
  fields: Fields,
  answers: Answers,
  path: readonly string[],
  hidden: [readonly string[], Json][],
): Answers {
  const rest: Row = {};
  for (const key of Object.keys(answers)) {
    const [field, value] = [Object.hasOwn(fields, key) ? fields[key] : undefined, answers[key]];
    if (value === undefined) continue;
    if (field && (field.sensitivity ?? 'open') !== 'open') hidden.push([[...path, key], value]);
    else set(rest, key, field ? stripRows(field, value, [...path, key], hidden) : value);
  }
  return rest;
}

function stripRows(
  field: Field,
  value: Json,
  path: readonly string[],
  hidden: [readonly string[], Json][],
): Json {
  if (field.kind !== 'table' || !Array.isArray(value)) return value;
  return value.map((row: Json, index) =>
    isObject(row) ? strip(field.columns, row, [...path, String(index)], hidden) : row,
  );
}

type Row = Record<string, Json | undefined>;

/** Tables and rows that were copied, found by the copy: the answers handed in may sit in a cache. */
interface Copies {
  readonly lists: Map<Json | undefined, Json[]>;
  readonly rows: Map<Json | undefined, Row>;
}

/** Puts a value at its place; only what receives values is copied. */
function put(row: Row, path: readonly Json[], from: number, value: Json, copies: Copies): void {
  const key = stepOf(path[from]);
  if (from === path.length - 1) {
    set(row, key, value);
    return;
  }
  const given = Object.hasOwn(row, key) ? row[key] : undefined;
  const index = stepOf(path[from + 1]);
  if (!Array.isArray(given) || !CELL.test(index)) return;
  let list = copies.lists.get(given);
  if (!list) {
    list = [...listOf(given)];
    copies.lists.set(list, list);
    set(row, key, list);
  }
  const cell = list[Number(index)];
  if (!isObject(cell)) return;
  let inner = copies.rows.get(cell);
  if (!inner) {
    inner = copyOf(cell);
    copies.rows.set(inner, inner);
    list[Number(index)] = inner;
  }
  put(inner, path, from + 2, value, copies);
}

/** A record again, member by member: V8 adds to such a one twenty times faster than to one it spread from parsed JSON. */
function copyOf(record: Answers, without?: string): Row {
  const copy: Row = {};
  for (const key of Object.keys(record)) if (key !== without) set(copy, key, record[key]);
  return copy;
}

const stepOf = (step: Json | undefined): string =>
  typeof step === 'string' || typeof step === 'number' ? String(step) : '';

/** Sets a member; `__proto__` becomes one like any other. */
function set(row: Row, key: string, value: Json | undefined): void {
  if (key === '__proto__')
    Object.defineProperty(row, key, { value, enumerable: true, writable: true, configurable: true });
  else row[key] = value;
}

const isObject = (value: unknown): value is Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
