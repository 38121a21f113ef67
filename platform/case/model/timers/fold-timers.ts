import type { Timers, TimerState } from './timer-state.ts';

/** Limits of a case with one of them changed; one that never began stays absent. */
export const withTimer = (
  before: Timers = {},
  timer: string,
  change: (state: TimerState) => TimerState,
): Timers => {
  const state = before[timer];
  return state ? { ...before, [timer]: change(state) } : before;
};

/** A limit that stands still from an instant. */
export const pausedTimer = (state: TimerState, from: string): TimerState => ({
  ...state,
  pauses: [...state.pauses, { from }],
});

/** A limit that counts again from an instant. */
export const resumedTimer = (state: TimerState, to: string): TimerState => ({
  ...state,
  pauses: state.pauses.map((pause) => (pause.to === undefined ? { ...pause, to } : pause)),
});

/** Limits as they ran before an act that is taken back; what was told since stays told. */
export const timersBefore = (before: Timers | undefined, now: Timers = {}): { readonly timers?: Timers } =>
  before === undefined
    ? {}
    : {
        timers: Object.fromEntries(
          Object.entries(before).map(([key, timer]) => {
            const since = now[key]?.from === timer.from ? now[key].told : [];
            return [key, { ...timer, told: [...new Set([...timer.told, ...since])] }];
          }),
        ),
      };
