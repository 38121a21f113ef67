import type { Problem } from '@zhitongche/base';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { RegisterKind } from '@zhitongche/register';
import { type FoundRow, openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';

/** The register that takes what a count by scanning of a stock found. */
const countsOf = ({ code }: Pick<RegisterKind, 'code'>): string => `${code}-count`;

/**
 * Why pieces may not be drawn after the record was taken back to an earlier moment; undefined = they may. What was drawn in
 * between lies no longer on the shelf, so that a place is drawn from only once two have signed a count of it made since, and
 * what they did not find is drawn by nobody until somebody says where it went.
 */
export async function uncountedSince(
  app: Pick<App, 'registers' | 'keys'>,
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  pieces: readonly FoundRow[],
): Promise<Problem | undefined> {
  const { stock } = kind;
  if (!stock || book.restoredAt === undefined) return undefined;
  const counts = await countedSince(app, query, book, kind, book.restoredAt);
  for (const { row } of pieces) {
    const here = counts.filter(({ place }) => place === row.answers[stock.place]);
    if (here.length === 0) return notCounted(kind, book.restoredAt);
    const title = kind.title(row.answers);
    if (here.some(({ missing }) => missing.has(title))) return notFound(kind, title);
  }
  return undefined;
}

interface Count {
  readonly place: unknown;
  readonly missing: ReadonlySet<string>;
}

/** Counts that came to their end since. */
async function countedSince(
  app: Pick<App, 'registers' | 'keys'>,
  query: Query,
  { office }: OfficeConfig,
  kind: RegisterKind,
  since: string,
): Promise<readonly Count[]> {
  const counting = app.registers.find(({ code }) => code === countsOf(kind));
  const ended = Object.entries(counting?.stages?.list ?? {}).flatMap(([key, { ends }]) =>
    ends ? [key] : [],
  );
  if (!counting || ended.length === 0) return [];
  const rows = await query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and stage = any($3::text[]) and retired_at is null
       and state->'origin'->>'by' <> 'import' and (state->>'stageSince')::timestamptz > $4::timestamptz`,
    [office, counting.code, ended, since],
  );
  return rows.map((data) => {
    const { answers } = openRowData(office, counting, data, app.keys).row;
    const missing = Array.isArray(answers.missing) ? answers.missing : [];
    return {
      place: answers.place,
      missing: new Set(
        missing.flatMap((line) =>
          typeof line === 'object' && line !== null && 'serial' in line && typeof line.serial === 'string'
            ? [line.serial]
            : [],
        ),
      ),
    };
  });
}

const notCounted = (kind: RegisterKind, since: string): Problem => ({
  code: 'stock.uncounted',
  level: 'block',
  at: [],
  message: `数据在${since.slice(0, 10)}从备份恢复，恢复前领走的号码可能还记在库里，盘点以前不能领用`,
  en: 'The record was restored from a backup; the stock is to be counted before anything is drawn',
  todo: `请盘点“${kind.name}”，在“${kind.name}盘点”登记并由两人签字；没有扫到的号码，查明去向后登记“已用”或“作废”`,
});

const notFound = (kind: RegisterKind, title: string): Problem => ({
  code: 'stock.not-found',
  level: 'block',
  at: [],
  message: `${title}在恢复后的盘点中没有扫到，可能已经领走`,
  en: `${title} was not found when the stock was counted after the restore`,
  todo: `请查明去向，在“${kind.name}”把它登记为“已用”或“作废”后再办理；办件停在这一步，没有任何改动`,
});
