import type { CaseEvent, Doer, SeatOpened } from './event.ts';
import type { CaseState, Seat } from './state.ts';

type Body<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** A seat as first opened. */
export const openSeat = (seat: SeatOpened, step: string, entry: number): Seat => ({
  ...seat,
  step,
  entry,
  status: 'open',
  trail: [],
});

/** Seats with the named ones changed. */
export const changeSeats = (
  seats: readonly Seat[],
  ids: readonly (string | null)[],
  change: (seat: Seat) => Seat,
): readonly Seat[] => seats.map((seat) => (ids.includes(seat.id) ? change(seat) : seat));

/** Closes the seat an act was taken from. */
export const decideSeat = (
  state: CaseState,
  body: Body<'decided'>,
  doer: Doer,
  at: string,
): readonly Seat[] =>
  body.stays
    ? state.seats
    : changeSeats(state.seats, [body.seat], (seat) => ({
        ...seat,
        status: 'done',
        act: body.act,
        doer,
        at,
        ...(body.kind === 'agree' || body.kind === 'refuse' ? { verdict: body.kind } : {}),
        ...(body.opinion === undefined ? {} : { opinion: body.opinion }),
      }));

/** Hands the seat on by 转办 or 委托; the person before stays on its trail. */
export const passSeat = (
  state: CaseState,
  body: Body<'transferred'> | Body<'entrusted'>,
  doer: Doer,
): readonly Seat[] =>
  changeSeats(state.seats, [body.seat], (seat) => ({
    ...seat,
    person: body.to,
    trail: [...seat.trail, { how: body.type, from: doer, to: body.to.name }],
  }));

/** The applicant's open seats wait for whoever carries the case on. */
export const handOnSeats = ({ seats }: CaseState, { from, to }: Body<'handed-on'>): readonly Seat[] =>
  seats.map((seat) =>
    seat.status === 'open' && seat.applicant && seat.person?.id === from.id ? { ...seat, person: to } : seat,
  );

/** Adds 加签 seats; one signed before makes its asker wait. */
export const addSeats = (state: CaseState, body: Body<'seats-added'>): readonly Seat[] => {
  const asker = state.seats.find((seat) => seat.id === body.by);
  const added = body.seats.map((seat) => ({
    ...openSeat(seat, asker?.step ?? state.step ?? '', asker?.entry ?? state.path.length),
    addedBy: body.by,
    where: body.where,
  }));
  const waiting =
    body.where === 'before'
      ? changeSeats(state.seats, [body.by], (seat) => ({ ...seat, ready: false }))
      : state.seats;
  return [...waiting, ...added];
};

const reopened = (seat: Seat): Seat => {
  const { verdict: _v, opinion: _o, doer: _d, at: _a, act: _c, ...rest } = seat;
  return { ...rest, status: 'open' };
};

/** Seats as they were before the last act: its own and the ones it released open again, the ones it readied wait. */
export const unseat = (state: CaseState): readonly Seat[] => {
  const { lastAct } = state;
  if (!lastAct) return state.seats;
  const open = changeSeats(state.seats, [lastAct.seat, ...lastAct.released], reopened);
  return changeSeats(open, lastAct.readied, (seat) => ({ ...seat, ready: false }));
};
