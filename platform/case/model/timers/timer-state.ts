/** A limit in minutes or days a case is held to, as it began and was paused. */
export interface TimerState {
  /** Instant it counts from, ISO. */
  readonly from: string;
  /** Minutes allowed, by the figures of the day it began. */
  readonly minutes: number;
  /** Hours of the office that count, as they were in force then; null = round the clock. */
  readonly hours: readonly string[] | null;
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  /** Instant it ended; absent while it runs. */
  readonly until?: string;
  readonly late?: true;
  /** Parts of the limit in per cent that were told. */
  readonly told: readonly number[];
}

/** Limits of a case by their key, the newest running of each. */
export type Timers = Readonly<Record<string, TimerState>>;
