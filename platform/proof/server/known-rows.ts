import type { Query } from '@zhitongche/host';
import { type CodedPlace, codedPage } from './coded-page.ts';
import { eachCodedTable } from './coded-tables.ts';
import { PLAIN, plainRows, type ToldRow } from '@zhitongche/audit/server';

const CODED: Readonly<Record<string, string>> = {
  role_grant: '授权',
  office_role: '自设角色',
  person: '账户',
  delegation: '外出委托',
  visitor: '公众账户',
  visitor_party: '公众账户的办理主体',
  visitor_link: '公众账户的授权和委托',
  policy_row: '政策数值',
  two_person_request: '待两人办理的申请',
  paper: '文书登记',
  paper_edition: '文书全本',
  paper_seal: '文书有效期',
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
