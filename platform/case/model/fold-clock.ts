import type { CaseState, ClockState } from './state.ts';

/** A clock as started. */
export const startedClock = (on: string, days: number, due: string, provisional: boolean): ClockState => ({
  startedOn: on,
  days,
  due,
  pauses: [],
  provisional,
  reminded: false,
  overdue: false,
});

/** A clock paused from that day. */
export const pausedClock = (clock: ClockState, on: string): ClockState => ({
  ...clock,
  pauses: [...clock.pauses, { from: on }],
});

/** A clock running again from that day towards a new deadline. */
export const resumedClock = (
  clock: ClockState,
  on: string,
  due: string,
  provisional: boolean,
): ClockState => ({
  ...clock,
  due,
  provisional,
  pauses: clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)),
});

/** State with one of its clocks changed; a clock that does not run stays absent. */
export const withClock = (
  state: CaseState,
  which: 'promise' | 'step',
  change: (clock: ClockState) => ClockState,
): CaseState => {
  if (which === 'promise') return state.promise ? { ...state, promise: change(state.promise) } : state;
  return state.stepClock ? { ...state, stepClock: change(state.stepClock) } : state;
};
