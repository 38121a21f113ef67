import { type App, rowSoundness } from '@zhitongche/core/server';
import { type CodedPlace, codedPage } from './coded-page.ts';
import { type CodedTable, eachCodedTable } from './coded-tables.ts';

/** What a walk over rows with codes found. */
export interface RowsVerified {
  readonly checked: number;
  /** Rows of an older program that wait to be adopted. */
  readonly waiting: number;
  readonly broken: readonly string[];
}

const PAGE = 500;

/** Compares every right, account, arrangement, figure, request, paper and whole edition of an office with its code. */
export async function verifyRows(app: App, office: string): Promise<RowsVerified> {
  const { open, forged, lost } = await app.admission.state(office);
  const found = await eachCodedTable((table) => walk(app, office, table, open));
  return {
    checked: found.reduce((sum, one) => sum + one.checked, 0),
    waiting: found.reduce((sum, one) => sum + one.waiting, 0),
    broken: [
      ...(lost ? ['审计中的认领标记已不存在，本机的库外存证记有它'] : []),
      ...(forged > 0 ? [`审计中有 ${forged} 条认领标记不是本程序所写`] : []),
      ...found.flatMap((one) => one.broken),
    ],
  };
}

async function walk<R extends { readonly mac: string | null }>(
  app: App,
  office: string,
  table: CodedTable<R>,
  adopting: boolean,
): Promise<RowsVerified> {
  const broken: string[] = [];
  let checked = 0;
  let waiting = 0;
  let after: CodedPlace = [];
  for (;;) {
    const rows = await codedPage(app.db.query, office, table, after, { limit: PAGE });
    for (const row of rows) {
      checked += 1;
      const found = rowSoundness(app.keys, row, table.mac);
      if (found === 'uncoded' && adopting) waiting += 1;
      else if (found !== 'sound') broken.push(`${table.name(row)}不是本程序所写`);
      after = table.keyOf(row);
    }
    if (rows.length < PAGE) return { checked, waiting, broken };
  }
}
