import { type App, type Keys, lookupDigests } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { bookedId, type KeptRow, type RegisterKind, slotOf } from '@zhitongche/register';
import { facet, facetsOf, nearKeys, publicText, uniqueKeys } from './row-columns.ts';

/** By what a row is found as itself, as stored. */
export interface StoredNames {
  readonly unique_key: string | null;
  readonly near_key: string | null;
  readonly public_key: string | null;
  /** By what lists are filtered and pieces drawn. */
  readonly facets: readonly string[];
  /** The case that holds it. */
  readonly case_id: string | null;
}

const among = (stored: string | null, made: readonly string[]): boolean =>
  stored === null ? made.length === 0 : made.includes(stored);

/** What of a row's names does not follow from its answers: by such a name it would be taken for another. */
export function wrongNames(
  kind: RegisterKind,
  row: KeptRow,
  stored: StoredNames,
  keys: Keys,
): readonly string[] {
  const asked = row.retired ? null : publicText(kind, row.answers);
  return [
    ...(among(stored.unique_key, row.retired ? [] : uniqueKeys(kind, row.answers, keys)) ? [] : ['唯一标识']),
    ...(among(stored.near_key, nearKeys(kind, row.answers, keys)) ? [] : ['近似标识']),
    ...(among(stored.public_key, asked === null ? [] : lookupDigests(asked, keys)) ? [] : ['公众查询标识']),
  ];
}

/** Whether a row lies on the shelf and in the lists its answers say; a filter that is newer than the row says nothing. */
export function facetsFit(kind: RegisterKind, row: KeptRow, stored: readonly string[]): boolean {
  // A figure of the register's own may have been computed from tables of another day.
  const columns = kind.columns.filter(({ filter, of }) => filter && !of);
  return columns.every((column) => {
    const head = facet(kind.code, column.key, '');
    const under = stored.filter((one) => one.startsWith(head));
    const made = facetsOf({ code: kind.code, columns: [column] }, row.answers, { table: () => [] });
    return under.length === 0 || under.toSorted().join('\n') === made.toSorted().join('\n');
  });
}

/** What a booking occupies, as stored. */
export interface StoredSpan {
  readonly row_id: string;
  readonly resource: string;
  readonly from: Date;
  readonly to: Date;
  /** It lies on one of the places of its resource: else another could have the same place at the same time. */
  readonly lane: boolean;
}

/** What the bookings among some rows occupy. */
export async function spansOf(
  query: Query,
  office: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredSpan>> {
  const spans = await query<StoredSpan>(
    `select row_id, resource, lower(span) as from, upper(span) as to, exists (
       select 1 from booking_lane l where l.office = s.office and l.resource = s.resource and s.lane @> l.no) as lane
     from booking_span s
     where office = $1 and row_id = any($2::uuid[])`,
    [office, ids],
  );
  return new Map(spans.map((span) => [span.row_id, span]));
}

/** Whether a row occupies what its answers and stage say it does. */
export function spanFits({ booking }: RegisterKind, row: KeptRow, span: StoredSpan | undefined): boolean {
  const slot = booking && slotOf(booking, row.answers);
  const what = booking && bookedId(booking, row.answers);
  const occupies =
    booking && slot && what !== undefined && !row.retired && booking.occupies.includes(row.stage);
  if (!occupies || !span) return !occupies && !span;
  if (!span.lane) return false;
  return span.resource === what && span.from.toISOString() === slot.from && span.to.toISOString() === slot.to;
}

/** Spans of bookings that are not there. */
export async function looseSpans(
  { db }: Pick<App, 'db'>,
  office: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ row_id: string }>(
    `select row_id from booking_span s where office = $1
       and not exists (select 1 from kept_row k where k.office = s.office and k.id = s.row_id) limit $2`,
    [office, most],
  );
  return rows.map(({ row_id: id }) => `预约 ${id} 占用着时间，台账里没有这一条`);
}

/** Chains whose row is not there. */
export async function looseEvents(
  { db }: Pick<App, 'db'>,
  office: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await db.query<{ row_id: string }>(
    `select distinct row_id from kept_event e where office = $1
       and not exists (select 1 from kept_row k where k.office = e.office and k.id = e.row_id) limit $2`,
    [office, most],
  );
  return rows.map(({ row_id: id }) => `台账条目 ${id} 的记录还在，条目已不存在`);
}
