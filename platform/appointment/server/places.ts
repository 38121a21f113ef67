import { addDays, dayInShanghai } from '@zhitongche/base';
import { APPOINTMENT_POLICIES, type FreeHour, freeHours } from '@zhitongche/appointment';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { PolicyReader } from '@zhitongche/office';
import { officeHours, registerPolicy } from '@zhitongche/register/server';

/** Register of what was booked, and of what may be. */
export const BOOKINGS = 'booking';
/** Windows among what may be booked: where the public comes. */
export const WINDOWS = { register: 'booking-resource', field: 'kind', value: 'window' } as const;

/** Figures of coming to the counter, in force on a day. */
export const figures = (book: OfficeConfig, day: string): PolicyReader =>
  book.policy({ code: 'appointment', version: 1, policies: APPOINTMENT_POLICIES }, book.root.id, day);

/** A free hour at a window. */
export interface Offered extends FreeHour {
  readonly place: string;
  readonly title: string;
}

/** Hours the office offers from now on at its windows, the earliest first; full ones among them. */
export async function offered(app: App, query: Query, book: OfficeConfig): Promise<readonly Offered[]> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const policy = figures(book, today);
  const bookings = app.registers.find(({ code }) => code === BOOKINGS);
  const { limits } = bookings?.booking ?? {};
  if (!bookings || !limits) return [];
  const rules = registerPolicy(book, bookings, today);
  const after = new Date(now.getTime() + rules.number(limits.lead) * 60_000).toISOString();
  const days = Math.min(policy.number('appointment.days'), rules.number(limits.ahead)) + 1;
  const last = addDays(today, days);
  const places = await officeHours(app, query, book, WINDOWS, today, days);
  return places
    .flatMap(({ id, title, capacity, open, taken }) =>
      freeHours(open, taken, { minutes: policy.number('appointment.minutes'), capacity, after }).map(
        (hour) => ({
          ...hour,
          place: id,
          title,
        }),
      ),
    )
    .filter(({ from }) => dayInShanghai(from) < last)
    .toSorted((a, b) =>
      a.from === b.from ? a.title.localeCompare(b.title, 'zh-CN') : a.from < b.from ? -1 : 1,
    );
}
