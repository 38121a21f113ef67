import { canonicalJson, type Json } from '@zhitongche/kernel';
import { sm3Hex } from '@zhitongche/papers/sm/sm3.ts';
import type { Query } from '../db/db.ts';
import type { CodedPlace } from './coded-page.ts';
import { codedPage } from './coded-page.ts';
import { eachCodedTable } from './coded-tables.ts';
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

const PLAIN = {
  office: { from: 'office', key: [], columns: ['name', 'demo'], label: '本办名称' },
  person_name: { from: 'person', key: ['id'], columns: ['name'], label: '账户姓名' },
} as const satisfies Readonly<Record<string, PlainTable>>;

const CODED: Readonly<Record<string, string>> = {
  role_grant: '授权',
  person: '账户',
  delegation: '外出委托',
  policy_row: '政策数值',
  two_person_request: '待两人办理的申请',
  paper: '文书登记',
  paper_edition: '文书全本',
};

/** A table of {@link ToldRow} in Chinese. */
export const tableLabel = (table: string): string =>
  CODED[table] ?? Object.entries(PLAIN).find(([name]) => name === table)?.[1].label ?? table;

const PAGE = 500;
type Work = (rows: readonly ToldRow[]) => Promise<void>;

/** Walks over every row of an office the audit should know, page by page, each with the code it has now; papers may be left out. */
export async function eachKnownRow(query: Query, office: string, work: Work, papers = true): Promise<void> {
  await eachCodedTable(async (table) => {
    if (!papers && table.table.startsWith('paper')) return;
    let after: CodedPlace = [];
    for (;;) {
      const rows = await codedPage(query, office, table, after, { limit: PAGE });
      await work(rows.map((row) => ({ table: table.table, key: table.keyOf(row), code: row.mac ?? '' })));
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = table.keyOf(last);
    }
  });
  for (const [table, plain] of Object.entries(PLAIN))
    await work(await plainRows(query, office, table, plain));
}

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

async function plainRows(
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
