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
  const { rest, hidden } = split(form, answers);
  if (hidden.length === 0) return rest;
  return { ...rest, [SEALED]: sealField(JSON.stringify(hidden), keys.field, place) };
}

/** The answers as they were before sealing. */
export function openAnswers(answers: Answers, keys: SealingKeys, place: SealContext): Answers {
  const sealed = answers[SEALED];
  if (typeof sealed !== 'string') return answers;
  const { [SEALED]: _, ...rest } = answers;
  if (isLost(sealed, keys)) return rest;
  const whole: Record<string, Json | undefined> = rest;
  const copied = new Set<string>();
  for (const entry of listOf(openJson(sealed, keys, place))) {
    const [path, value] = listOf(entry);
    const [top = '', ...below] = listOf(path).map(String);
    // The answers handed in may sit in a cache: only what receives values is copied.
    if (below.length > 0 && !copied.has(top)) whole[top] = structuredClone(whole[top]);
    copied.add(top);
    put(whole, [top, ...below], value ?? null);
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

/** Every text hidden in the answers by its field's sensitivity; used to keep them out of figures computed from them. */
export function hiddenTexts(form: Form, answers: Answers): readonly string[] {
  const { hidden } = split(form, answers);
  // Short values (a yes, a sex, a year) would match by accident everywhere.
  return hidden.flatMap(([, value]) => (typeof value === 'string' && value.length >= 8 ? [value] : []));
}

/** Answers taken apart: what anybody may see, and the rest with its paths. */
interface Split {
  readonly form: Form;
  readonly rest: Answers;
  readonly hidden: readonly (readonly [path: readonly string[], value: Json])[];
}

// Sealing, and keeping figures and titles free of what is sealed, ask the same of the same answers.
const splits = new WeakMap<Answers, Split>();

function split(form: Form, answers: Answers): Split {
  const before = splits.get(answers);
  if (before?.form === form) return before;
  const hidden: [readonly string[], Json][] = [];
  const made = { form, rest: strip(fieldsOf(form), answers, [], hidden), hidden };
  splits.set(answers, made);
  return made;
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
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      const field = fields[key];
      if (value === undefined) return [];
      if (!field) return [[key, value]];
      if ((field.sensitivity ?? 'open') !== 'open') {
        hidden.push([[...path, key], value]);
        return [];
      }
      return [[key, stripRows(field, value, [...path, key], hidden)]];
    }),
  );
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

function put(whole: Record<string, Json | undefined>, path: readonly string[], value: Json): void {
  let at: unknown = whole;
  for (const key of path.slice(0, -1)) {
    at = Array.isArray(at) && CELL.test(key) ? at[Number(key)] : isObject(at) ? at[key] : undefined;
  }
  const last = path.at(-1);
  if (isObject(at) && last !== undefined)
    Object.defineProperty(at, last, { value, enumerable: true, writable: true, configurable: true });
}

const isObject = (value: unknown): value is Readonly<Record<string, Json | undefined>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
