import type { Query } from '@zhitongche/host';
import { fieldKeyNumber, generationOf, isCaseKey } from '@zhitongche/core/server';
import type { SealedColumn } from './sealed-places.ts';

/** Rows read in one statement: none takes long, however large the table. */
const PAGE = 2_000;
const BEFORE = { uuid: '00000000-0000-0000-0000-000000000000', text: '', int: '0' } as const;

/** A row with a sealed value: its key behind `office`, and the id of the field key. */
export interface SealedAt {
  readonly key: readonly string[];
  readonly under: string;
}

/** SQL of the id of the key a value is sealed under; empty where nothing is sealed. */
export const underSql = ({ text }: SealedColumn): string => `split_part(coalesce(${text}, ''), '.', 2)`;

/** Whether a value is to be sealed anew: under another field key, or under a case's key of another master secret. */
export const isStale = (under: string, inForce: string): boolean =>
  isCaseKey(under)
    ? generationOf(under) !== generationOf(inForce)
    : fieldKeyNumber(under) > 0 && under !== inForce;

/** Walks over a table in the order of its key, page by page; each page holds only rows with a sealed value. */
export async function* walkSealed(
  query: Query,
  office: string,
  column: SealedColumn,
): AsyncGenerator<readonly SealedAt[]> {
  const names = Object.keys(column.key);
  const types = Object.values(column.key);
  const place = types.map((type, index) => `$${index + 2}::${type}`).join(', ');
  let after: readonly string[] = types.map((type) => BEFORE[type]);
  for (;;) {
    const rows = await query<{ key: readonly string[]; under: string }>(
      `select array[${names.map((name) => `${name}::text`).join(', ')}] as key, ${underSql(column)} as under
       from ${column.table} where office = $1 and (${names.join(', ')}) > (${place})
       order by ${names.join(', ')} limit ${PAGE}`,
      [office, ...after],
    );
    yield rows.filter(({ under }) => under !== '');
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.key ?? after;
  }
}
