import { isJsonObject, type Json, gramsOf } from '@zhitongche/base';
import { clears, type Form } from '@zhitongche/form';
import { columnField, numberColumns, type RegisterDef } from '@zhitongche/case';
import { type Keys, lookupDigest, openJson, type SealContext, sealJson } from '@zhitongche/core/server';

/** A register row as a service contributes it. */
export type RegisterRow = Readonly<Record<string, Json>>;

/** Columns of a stored register row that opening it needs. */
export interface RegisterData {
  readonly register: string;
  readonly id: string;
  readonly case_id: string;
  readonly unit: string | null;
  readonly data: Readonly<Record<string, Json | undefined>>;
}

/** A row on its way into the table. */
export interface SealedRow {
  readonly id: string;
  readonly day: string | null;
  /** Digests under which its identity numbers, and texts it is to be found by, are found. */
  readonly keys: readonly string[];
  readonly data: RegisterRow;
  /** Character pairs of what is not sealed, by which the row is searched. */
  readonly grams: readonly string[];
}

/** Where the sealed columns of a register row belong. */
export const rowPlace = (office: string, register: string, id: string): SealContext => [
  'register',
  office,
  register,
  id,
];

/** Seals the columns whose field is above `open`, and every value the case's forms hide wherever the service put it. */
export function sealRow(
  office: string,
  form: Form,
  def: RegisterDef,
  row: { readonly id: string } & RegisterRow,
  hidden: ReadonlySet<string>,
  keys: Keys,
): SealedRow {
  const above = new Set(
    def.columns.flatMap((column) =>
      clears('open', columnField(form, column)?.sensitivity) ? [] : [column.key],
    ),
  );
  const { id, ...values } = row;
  const secret = Object.entries(values).filter(
    ([key, value]) => above.has(key) || (typeof value === 'string' && hidden.has(value)),
  );
  const names = new Set(secret.map(([key]) => key));
  const open = Object.fromEntries(Object.entries(values).filter(([key]) => !names.has(key)));
  const sealed =
    secret.length > 0
      ? { $sealed: sealJson(Object.fromEntries(secret), keys, rowPlace(office, def.key, id)) }
      : {};
  return {
    id,
    day: firstDay(def, values),
    keys: [...numberColumns(form, def), ...def.columns.filter(({ found }) => found)].flatMap(({ key }) =>
      textsOf(values[key]).flatMap((text) => (text === '' ? [] : [lookupDigest(text, keys)])),
    ),
    data: { ...open, ...sealed },
    grams: rowGrams(open),
  };
}

/** Character pairs of a stored row, from every text that is not sealed. */
export const rowGrams = ({ $sealed: _sealed, ...open }: RegisterData['data']): readonly string[] =>
  gramsOf(Object.values(open).flatMap(textsOf));

function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** A stored row in clear, with the keys of what had been sealed. */
export interface OpenedRow {
  readonly values: Readonly<Record<string, Json | undefined>>;
  readonly sealed: ReadonlySet<string>;
}

/** Opens a stored row; a seal that does not open throws `SealBroken`. */
export function readRow(office: string, row: RegisterData, keys: Keys): OpenedRow {
  const { $sealed: sealed, ...open } = row.data;
  if (typeof sealed !== 'string') return { values: open, sealed: new Set() };
  const opened = openJson(sealed, keys, rowPlace(office, row.register, row.id));
  return isJsonObject(opened)
    ? { values: { ...open, ...opened }, sealed: new Set(Object.keys(opened)) }
    : { values: open, sealed: new Set() };
}

/** The row as the service contributed it. */
export const openRow = (office: string, row: RegisterData, keys: Keys): OpenedRow['values'] =>
  readRow(office, row, keys).values;

/** The digests of a stored row under the master secret in force; null = one of them is of no text in the row. */
export function renewedDigests(
  office: string,
  row: RegisterData & { readonly keys: readonly string[] },
  keys: Keys,
): readonly string[] | null {
  const texts = Object.values(openRow(office, row, keys)).flatMap(textsOf);
  const known = new Map(
    keys.generations.flatMap((of) =>
      texts.map((text) => [lookupDigest(text, of), lookupDigest(text, keys)] as const),
    ),
  );
  const renewed = row.keys.flatMap((key) => known.get(key) ?? []);
  return renewed.length === row.keys.length ? renewed : null;
}

/** The first column that holds a day orders the register. */
function firstDay(def: RegisterDef, values: RegisterRow): string | null {
  for (const { key } of def.columns) {
    const value = values[key];
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  }
  return null;
}
