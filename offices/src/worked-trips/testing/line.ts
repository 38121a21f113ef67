import type { Json } from '@zhitongche/base';

/** A row of answers. */
export type Row = Readonly<Record<string, Json>>;
const isRow = (json: Json | undefined): json is Row => json instanceof Object && !Array.isArray(json);
/** Rows of a table of answers. */
export const rowsOf = (json: Json | undefined): readonly Row[] =>
  Array.isArray(json) ? json.filter(isRow) : [];

/** Words of one line: those before the first `key=value` or flag stand in order, the rest by name. */
export interface Line {
  readonly words: readonly string[];
  readonly said: Readonly<Record<string, string | true>>;
}
/** Reads a line: that many words in order, then what is said by name. */
export const lineOf = (text: string, count: number): Line => {
  const words = text.split(' ');
  const said = words.slice(count).map((word): readonly [string, string | true] => {
    const at = word.indexOf('=');
    return at < 0 ? [word, true] : [word.slice(0, at), word.slice(at + 1)];
  });
  return { words: words.slice(0, count), said: Object.fromEntries(said) };
};
/** What a line says under a name. */
export const textOf = ({ said }: Line, name: string): string | undefined => {
  const value = said[name];
  return typeof value === 'string' ? value : undefined;
};
/** A row without what is not said. */
export const defined = (row: Readonly<Record<string, Json | undefined>>): Row =>
  Object.fromEntries(Object.entries(row).flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
