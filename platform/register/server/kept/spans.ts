import { randomBytes } from 'node:crypto';
import { dayInShanghai } from '@zhitongche/base';
import { type App, type OfficeConfig, unsound } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import {
  type Booking,
  bookedId,
  capacityOf,
  type KeptRow,
  type RegisterKind,
  type Slot,
  slotOf,
} from '@zhitongche/register';
import { lockRows } from './read-row.ts';
import { registerPolicy } from './register-in.ts';
import { openPart } from './sealed-kept.ts';

/** A span that became free. */
export interface Freed {
  readonly kind: RegisterKind;
  readonly resource: string;
  readonly slot: Slot;
}

/** A row with what it books. */
interface Booked {
  readonly kind: RegisterKind;
  readonly booking: Booking;
  readonly row: KeptRow;
}

/** Where and when it happens. */
export interface SpanSetting {
  readonly app: App;
  readonly query: Query;
  readonly book: OfficeConfig;
  readonly now: Date;
}

/**
 * Brings what a booking occupies up to date with its row, in the same transaction. Throws a refusal when the thing is taken at
 * that time; gives what became free.
 */
export async function settleSpan(
  setting: SpanSetting,
  kind: RegisterKind,
  row: KeptRow,
): Promise<readonly Freed[]> {
  const { booking } = kind;
  if (!booking) return [];
  const booked = { kind, booking, row };
  const occupies = !row.retired && booking.occupies.includes(row.stage);
  return occupies ? await occupy(setting, booked) : await free(setting, booked);
}

interface StoredSpan {
  readonly resource: string;
  readonly from: Date;
  readonly to: Date;
}

async function free(
  { query, book: { office } }: SpanSetting,
  { kind, row }: Booked,
): Promise<readonly Freed[]> {
  const gone = await query<StoredSpan>(
    `delete from booking_span where office = $1 and row_id = $2
     returning resource, lower(span) as from, upper(span) as to`,
    [office, row.id],
  );
  return gone.map(({ resource, from, to }) => ({
    kind,
    resource,
    slot: { from: from.toISOString(), to: to.toISOString() },
  }));
}

async function occupy(setting: SpanSetting, booked: Booked): Promise<readonly Freed[]> {
  const {
    query,
    book: { office },
  } = setting;
  const { kind, booking, row } = booked;
  const resource = bookedId(booking, row.answers);
  const slot = slotOf(booking, row.answers);
  if (resource === undefined || !slot) return await free(setting, booked);
  const { holds } = booking;
  const until =
    holds && row.stage === holds.stage
      ? new Date(Date.parse(row.stageSince) + holdMinutes(setting, kind, holds.minutes) * 60_000)
      : null;
  // What it has already it keeps, whatever has become of the thing since: confirming is no new booking.
  const kept = await query(
    `update booking_span set held_until = $5 where office = $1 and row_id = $2 and resource = $3
       and span = tstzrange($4, $6) returning row_id`,
    [office, row.id, resource, slot.from, until, slot.to],
  );
  if (kept.length > 0) return [];
  const lane = await freeLane(setting, resource, slot, row.id);
  if (lane === null) throw await taken(setting, booked, resource, slot);
  const before = await free(setting, booked);
  await query(
    `insert into booking_span (office, row_id, register, resource, lane, span, held_until)
     values ($1, $2, $3, $4, int8range($5, $5, '[]'), tstzrange($6, $7), $8)`,
    [office, row.id, kind.code, resource, lane, slot.from, slot.to, until],
  );
  return before.filter(
    (one) => one.resource !== resource || one.slot.from !== slot.from || one.slot.to !== slot.to,
  );
}

const holdMinutes = ({ book, now }: SpanSetting, kind: RegisterKind, key: string): number =>
  registerPolicy(book, kind, dayInShanghai(now.toISOString())).number(key);

/** A number of 62 bits: two lanes never share one, and a range of one ends before the next. */
const drawNumber = (): string => (randomBytes(8).readBigUInt64BE() >> 2n).toString();

/** The first lane of a resource nobody has at that time; null when all are taken or the resource is gone. */
export async function freeLane(
  { app, query, book: { office } }: SpanSetting,
  resource: string,
  slot: Slot,
  self: string,
): Promise<string | null> {
  const [data] = await lockRows(query, office, [resource], false);
  const kind = app.registers.find(({ code }) => code === data?.register);
  if (!kind?.resource || !data || data.state.retired) return null;
  const capacity = capacityOf(kind.resource, openPart(data.state.answers));
  await query(
    `insert into booking_lane (office, resource, lane, no)
     select $1, $2, n, d.no from unnest($3::bigint[]) with ordinality as d(no, n) on conflict do nothing`,
    [office, resource, Array.from({ length: capacity }, drawNumber)],
  );
  const lanes = await query<{ lane: number; no: string; busy: boolean }>(
    `select l.lane, l.no::text as no, exists (select 1 from booking_span s where s.lane && int8range(l.no, l.no, '[]')
         and s.span && tstzrange($3, $4) and s.row_id <> $5) as busy
     from booking_lane l where l.office = $1 and l.resource = $2 order by l.lane`,
    [office, resource, slot.from, slot.to, self],
  );
  // Who had a place when there were more of them has one still: places above the number of today count against it.
  const beyond = lanes.filter(({ lane, busy }) => busy && lane > capacity).length;
  const free = lanes.filter(({ lane, busy }) => !busy && lane <= capacity);
  return free.length > beyond ? (free[0]?.no ?? null) : null;
}

/** The refusal of a booking that overlaps: when the thing is taken, not by whom. */
async function taken(
  { query, book: { office } }: SpanSetting,
  { kind, booking, row }: Booked,
  resource: string,
  slot: Slot,
) {
  const others = await query<{ from: Date; to: Date }>(
    `select lower(span) as from, upper(span) as to from booking_span
     where office = $1 and resource = $2 and span && tstzrange($3, $4) and row_id <> $5 order by lower(span) limit 3`,
    [office, resource, slot.from, slot.to, row.id],
  );
  const said = others.map(({ from, to }) => `${clock(from)}至${clock(to)}`).join('、');
  return slotTaken(kind, booking, said);
}

/** Two want the same thing at the same time; `when` says when it is taken, empty where the database said so at the last moment. */
export const slotTaken = (kind: RegisterKind, booking: Booking, when: string) =>
  unsound(
    [
      {
        code: 'booking.taken',
        level: 'block',
        at: [booking.from],
        message: `这个时间已被预约${when === '' ? '' : `（${when}）`}`,
        en: 'It is taken at that time',
        todo: booking.waits ? '请改约其他时间，或登记候补' : '请改约其他时间',
        basis: { title: `${kind.name}管理规定`, article: '同一时间只归一家使用' },
      },
    ],
    'booking.taken',
    '这个时间已被预约，请改约其他时间。',
  );

const clock = (at: Date): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
