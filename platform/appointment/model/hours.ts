import type { Slot } from '@zhitongche/register';

/** An hour that may still be booked, and for how many. */
export interface FreeHour extends Slot {
  readonly free: number;
}

const MINUTE = 60_000;

/**
 * Opening hours cut into pieces of so many minutes, from `after` on, each with how many may still come; what does not fill a whole
 * piece before closing is not offered.
 */
export const freeHours = (
  open: readonly Slot[],
  taken: readonly Slot[],
  {
    minutes,
    capacity,
    after,
  }: { readonly minutes: number; readonly capacity: number; readonly after: string },
): readonly FreeHour[] =>
  open.flatMap(({ from, to }) => {
    const count = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / (minutes * MINUTE)));
    return Array.from({ length: count }, (_, n): FreeHour => {
      const begins = Date.parse(from) + n * minutes * MINUTE;
      const slot = {
        from: new Date(begins).toISOString(),
        to: new Date(begins + minutes * MINUTE).toISOString(),
      };
      return { ...slot, free: Math.max(0, capacity - mostAtOnce(taken, slot)) };
    }).filter((hour) => hour.from >= after);
  });

/** How many of some spans run at the same time at most within a slot. */
const mostAtOnce = (spans: readonly Slot[], slot: Slot): number => {
  const within = spans.filter(({ from, to }) => from < slot.to && to > slot.from);
  const starts = within.map(({ from }) => (from > slot.from ? from : slot.from));
  return Math.max(0, ...starts.map((at) => within.filter(({ from, to }) => from <= at && to > at).length));
};
