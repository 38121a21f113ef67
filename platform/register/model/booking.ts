import { isJsonObject, type Json } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';

/** How a row of a register occupies something for a while. */
export interface Booking {
  /** Field that picks what is booked. */
  readonly resource: string;
  /** Fields with the day, and with the times of day it begins and ends, `HH:MM` in Beijing. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  /** Stages in which it occupies. */
  readonly occupies: readonly string[];
  /** Stage that only holds: it lapses by the move once the minutes of the policy are over. */
  readonly holds?: { readonly stage: string; readonly minutes: string; readonly lapse: string };
  /** Stage of the waiting list, and the move by which the first who fits is offered what became free. */
  readonly waits?: { readonly stage: string; readonly offer: string };
  /** Move that gives up what a case holds once its matter ends; nobody makes it by hand. */
  readonly release?: string;
  /** Policy keys: least minutes and most days before it begins that it is asked for, and least minutes before that it is given up. */
  readonly limits?: { readonly lead: string; readonly ahead: string; readonly cancel: string };
  /** Field with the time zone of those who join from abroad: the same hours are then told by their clock too. */
  readonly zone?: string;
  /** Further bookings that come with one, all or none: every week until a day. */
  also?(answers: Answers): readonly Answers[];
}

/** How a row of a register is something that may be booked. */
export interface Resource {
  /** Field with how many may have it at the same time. */
  readonly capacity: string;
  /** Table of opening hours with the columns `weekday` (`1` Monday … `7`), `from`, `to`. */
  readonly opening: string;
  /** Yes-or-no field: closed on holidays, open on weekdays that are worked. */
  readonly workdays?: string;
}

/** A span of time, ISO instants; the end is outside. */
export interface Slot {
  readonly from: string;
  readonly to: string;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** True for a time of day, `HH:MM`. */
export const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

const instant = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();

/** What the answers of a booking occupy; undefined while a part is missing or it ends before it begins. */
export const slotOf = (booking: Booking, answers: Answers): Slot | undefined => {
  const [day, from, to] = [booking.day, booking.from, booking.to].map((key) => answers[key]);
  if (typeof day !== 'string' || !isTime(from) || !isTime(to) || to <= from) return undefined;
  return { from: instant(day, from), to: instant(day, to) };
};

/** The id of what is booked. */
export const bookedId = (booking: Booking, answers: Answers): string | undefined => {
  const value = answers[booking.resource];
  return isJsonObject(value) && typeof value.id === 'string' ? value.id : undefined;
};

/** How many may have a resource at the same time; one where it does not say. */
export const capacityOf = (resource: Resource, answers: Answers): number => {
  const value = answers[resource.capacity];
  return typeof value === 'number' && value >= 1 ? value : 1;
};

/** Hours a resource is open on a weekday, `1` Monday … `7` Sunday. */
export const openingOn = (
  resource: Resource,
  answers: { readonly [key: string]: Json | undefined },
  weekday: number,
): readonly { readonly from: string; readonly to: string }[] => {
  const rows = answers[resource.opening];
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: Json) => {
    if (!isJsonObject(row) || row.weekday !== String(weekday)) return [];
    return isTime(row.from) && isTime(row.to) ? [{ from: row.from, to: row.to }] : [];
  });
};
