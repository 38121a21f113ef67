import { addMonths, type Day } from '@zhitongche/base';
import { common, lengthOf, type Span, without } from './spans.ts';

/** What is known of one system, from whom. */
export interface Known {
  /** Since when it is on record. */
  readonly since: number;
  /** Times somebody reported that it could not be used. */
  readonly reported: readonly Span[];
  /** Times the program looked at it. */
  readonly watched: readonly Span[];
  /** Times the program found that it did not answer. */
  readonly down: readonly Span[];
  /** Times it found so that do not count: planned, or a fault of the way there. */
  readonly spared: readonly Span[];
}

/** Whole minutes of a month, from each source by itself. */
export interface MonthFigures {
  /** Minutes of the month the system was on record. */
  readonly minutes: number;
  /** Of these, reported as out of use. */
  readonly reportedDown: number;
  /** Minutes the program looked at it; none = it did not. */
  readonly watched: number;
  /** Of these, without an answer. */
  readonly watchedDown: number;
}

const MINUTE = 60_000;

/** Midnight in Beijing at the beginning of a day. */
export const beginOf = (day: Day): number => Date.parse(`${day}T00:00:00+08:00`);

/** The month of a day as a stretch of time, as far as it is over at an instant. */
export const monthSpan = (month: Day, until: number): Span => {
  const first = `${month.slice(0, 7)}-01`;
  return { from: beginOf(first), to: Math.min(beginOf(addMonths(first, 1)), until) };
};

/** What a month comes to, `until` an instant: each source by itself, nothing added across them. */
export const monthFigures = (month: Day, until: number, known: Known): MonthFigures => {
  const span = monthSpan(month, until);
  const onRecord = [{ from: Math.max(span.from, known.since), to: span.to }];
  const watched = without(common(onRecord, known.watched), known.spared);
  const minutes = (spans: readonly Span[]): number => Math.round(lengthOf(spans) / MINUTE);
  return {
    minutes: minutes(common(onRecord, onRecord)),
    reportedDown: minutes(common(onRecord, known.reported)),
    watched: minutes(watched),
    watchedDown: minutes(common(watched, known.down)),
  };
};

/** Share of a time in which something could be used, in per cent with two places; undefined where there is no time. Never rounded up to whole. */
export const percentUp = (minutes: number, down: number): string | undefined =>
  minutes > 0 ? (Math.floor(((minutes - down) * 10_000) / minutes) / 100).toFixed(2) : undefined;
