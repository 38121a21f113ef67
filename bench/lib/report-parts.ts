/** A value of a run's JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
/** An object of it. */
export type Table = { readonly [key: string]: Value };

/** True for an object. */
export const isTable = (value: Value | undefined): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** What lies at a path; undefined where it ends. */
export const at = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>((now, key) => (isTable(now) ? now[key] : undefined), value);
/** A value as a cell says it. */
export const text = (value: Value | undefined): string => {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'number') return value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
};
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
/** A table of Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
