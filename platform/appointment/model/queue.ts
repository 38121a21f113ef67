import type { Slot } from '@zhitongche/register';

/** What becomes of a number. */
export const NUMBER_STATES = {
  waiting: '等候',
  called: '已叫号',
  served: '已办',
  missed: '过号',
} as const;
/** State of a number. */
export type NumberState = keyof typeof NUMBER_STATES;

/** What the counter does with a number that was called. */
export const NUMBER_MOVES = {
  again: { label: '再叫', from: ['called'], to: 'called' },
  serve: { label: '办完', from: ['called'], to: 'served' },
  miss: { label: '过号', from: ['called'], to: 'missed' },
  back: { label: '重新排队', from: ['missed'], to: 'waiting' },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly from: readonly NumberState[]; readonly to: NumberState }>
>;
/** See {@link NUMBER_MOVES}. */
export type NumberMove = keyof typeof NUMBER_MOVES;

/**
 * When a number counts as drawn: whoever comes before the hour booked is over goes by its beginning, everybody else by the minute
 * of coming. Who is called next is who counts as drawn first.
 */
export const dueOf = (drawnAt: string, booked: Slot | undefined): string =>
  booked && drawnAt <= booked.to ? booked.from : drawnAt;

/** A number as it stands on screen and paper. */
export const numberSaid = (no: number): string => String(no).padStart(3, '0');
