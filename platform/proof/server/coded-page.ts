import type { Query } from '@zhitongche/host';
import { codedBefore } from '@zhitongche/core/server';
import type { CodedTable } from './coded-tables.ts';

/** Where a walk stands in a table; empty = before its first row. */
export type CodedPlace = readonly (string | number)[];

const BEFORE = {
  uuid: '00000000-0000-0000-0000-000000000000',
  text: '',
  int: 0,
  date: '0001-01-01',
} as const;

/** The next rows of an office behind a place, in the order of their key; `uncoded` = only those without a code, locked; `but` = only those with a code of another master secret, locked, and those others hold left out. */
export async function codedPage<R extends { readonly mac: string | null }>(
  query: Query,
  office: string,
  table: CodedTable<R>,
  after: CodedPlace,
  ask: { readonly limit: number; readonly uncoded?: boolean; readonly but?: number },
): Promise<readonly R[]> {
  const columns = Object.entries(table.key);
  const order = columns.map(([column]) => `d.${column}`).join(', ');
  const place = after.length > 0 ? after : columns.map(([, type]) => BEFORE[type]);
  const rows = await query<{ row: R }>(
    `select ${table.json} as row from ${table.table} d
     where d.office = $1 and (${order}) > (${columns.map(([, type], index) => `$${index + 2}::${type}`).join(', ')})
     ${ask.uncoded ? 'and d.mac is null' : ''} ${ask.but ? `and ${codedBefore('d.mac', ask.but)}` : ''}
     order by ${order} limit ${ask.limit} ${ask.uncoded ? 'for update of d' : ''} ${ask.but ? 'for update of d skip locked' : ''}`,
    [office, ...place],
  );
  return rows.map(({ row }) => row);
}
