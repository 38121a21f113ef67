import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { toldAdoption, type ToldRow, type ToldUpTo, toldObject, toldRows } from '@zhitongche/audit/server';
import { eachKnownRow, tableLabel } from './known-rows.ts';

/** The most sentences about rows of one kind of fault. */
const NAMED = 20;

const named = (table: string, key: string): string => `${tableLabel(table)}${key ? `（${key}）` : ''}`;

/** What comparing rows with the audit found. */
export interface ToldVerified {
  /** Rows an older program wrote, which the audit will name once they are adopted. */
  readonly untold: number;
  readonly broken: readonly string[];
}

/**
 * Compares every right, account, arrangement, figure, request, paper, organisation, letterhead and table with what the
 * audit said of it last: a row put back to what it once was still has a code that fits, and one taken away has none.
 */
export async function verifyTold(app: Pick<App, 'db' | 'keys'>, office: string): Promise<ToldVerified> {
  const { open } = await toldAdoption(app.keys, app.db.query, office);
  const known = await toldRows(app.keys, app.db.query, office);
  return await compareTold(app.db.query, office, known, { open, papers: true });
}

/** Compares rows with what is known of them; `open` = rows of an older program may still be there, papers may be left out. */
export async function compareTold(
  query: Query,
  office: string,
  known: ToldUpTo,
  { open, papers }: { readonly open: boolean; readonly papers: boolean },
): Promise<ToldVerified> {
  const told = new Map(known.told);
  const broken: string[] = [];
  let untold = 0;
  const compare = async (rows: readonly ToldRow[]): Promise<void> => {
    for (const row of rows) {
      const object = toldObject(row);
      const last = told.get(object);
      told.delete(object);
      if (last?.code === row.code) continue;
      const name = named(row.table, row.key.join('/'));
      if (open) untold += 1;
      else broken.push(last ? `${name}不是审计最后所记的那一行` : `${name}没有写入审计`);
    }
  };
  await eachKnownRow(query, office, compare, papers);
  for (const object of told.keys()) {
    const [, table = '', key = ''] = /^row:([^/]*)\/(.*)$/.exec(object) ?? [];
    broken.push(`${named(table, key)}已不存在，审计记有它`);
  }
  if (known.forged.size > 0) broken.push(`审计中有 ${known.forged.size} 条登记校验码不是本程序所写`);
  return {
    untold,
    broken:
      broken.length > NAMED
        ? [...broken.slice(0, NAMED), `另有 ${broken.length - NAMED} 行与审计不同`]
        : broken,
  };
}
