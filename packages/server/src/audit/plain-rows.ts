import { canonicalJson, type Json } from '@zhitongche/kernel';
import { sm3Hex } from '@zhitongche/papers/sm/sm3.ts';
import type { Query } from '../db/db.ts';
import { type ToldRow, tellRow } from './told-rows.ts';
import type { Keys } from '../keys/keys.ts';

/** Rows without codes of their own, which the audit names by their digest; what an office sets as a list is named whole (`settings`). */
interface PlainTable {
  /** Where they stand, as SQL. */
  readonly from: string;
  /** Columns that lead to a row beside the office. */
  readonly key: readonly string[];
  readonly columns: readonly string[];
  readonly label: string;
}

/** Tables whose rows have no code of their own, by the name the audit calls them. */
export const PLAIN = {
  office: { from: 'office', key: [], columns: ['name', 'demo'], label: '本办名称' },
  person_name: { from: 'person', key: ['id'], columns: ['name'], label: '账户姓名' },
} as const satisfies Readonly<Record<string, PlainTable>>;

/** Has the audit name an administrator's row as it was just written. */
export async function tellPlain(
  keys: Keys,
  query: Query,
  office: string,
  table: keyof typeof PLAIN,
  key: readonly string[],
): Promise<void> {
  const [row] = await plainRows(query, office, table, PLAIN[table], key);
  if (row) await tellRow(keys, query, office, table, row.key, row.code);
}

/** Rows of a plain table as they stand, each with the digest of what it says. */
export async function plainRows(
  query: Query,
  office: string,
  table: string,
  { from, key, columns }: PlainTable,
  only?: readonly string[],
): Promise<readonly ToldRow[]> {
  const where = only ? key.map((name, index) => `and d.${name}::text = $${index + 2}`).join(' ') : '';
  const rows = await query<{ key: string[]; content: Json }>(
    `select array[${key.map((name) => `d.${name}::text`).join(', ')}]::text[] as key,
       json_build_array(${columns.map((name) => `d.${name}`).join(', ')}) as content
     from ${from} d where d.office = $1 ${where} order by 1`,
    [office, ...(only ?? [])],
  );
  return rows.map((row) => ({ table, key: row.key, code: sm3Hex(canonicalJson(row.content)) }));
}
