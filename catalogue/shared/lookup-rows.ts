import type { Json } from '@zhitongche/base';

/** Rows of a list in what a lookup answered; nothing known gives none. */
export const rowsAt = (
  answer: Json | undefined,
  list: string,
): readonly { readonly [key: string]: Json | undefined }[] => {
  if (!(answer instanceof Object) || Array.isArray(answer)) return [];
  const rows: unknown = Reflect.get(answer, list);
  return Array.isArray(rows) ? rows.filter((row) => row instanceof Object && !Array.isArray(row)) : [];
};
/** A text of such a row, empty when there is none. */
export const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
/** A number of such a row, 0 when there is none. */
export const countIn = (value: Json | undefined): number => (typeof value === 'number' ? value : 0);
/** A list of texts of such a row. */
export const textsIn = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
