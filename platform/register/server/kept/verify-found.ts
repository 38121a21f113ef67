import { type App, type Keys, lookupDigests } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { bookedId, type KeptRow, type RegisterKind, slotOf } from '@zhitongche/register';
import { nearKeys, publicText, uniqueKeys } from './row-columns.ts';

/** By what a row is found as itself, as stored. */
export interface StoredNames {
  readonly unique_key: string | null;
  readonly near_key: string | null;
  readonly public_key: string | null;
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

/** What a booking occupies, as stored. */
export interface StoredSpan {
  readonly row_id: string;
  readonly resource: string;
  readonly from: Date;
  readonly to: Date;
}

/** What the bookings among some rows occupy. */
export async function spansOf(
  query: Query,
  office: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredSpan>> {
  const spans = await query<StoredSpan>(
    `select row_id, resource, lower(span) as from, upper(span) as to from booking_span
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
