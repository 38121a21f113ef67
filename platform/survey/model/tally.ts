import { type Channel, CHANNELS, type Mark, MARKS } from './questionnaire.ts';

/** An answer as it is counted. */
export interface CountedAnswer {
  readonly mark: Mark;
  readonly channel: Channel;
  readonly reasons: readonly string[];
}

/** What answers come to. */
export interface Tally {
  /** Valid answers. */
  readonly n: number;
  readonly satisfied: number;
  /** Share of the satisfied, 0 to 1; null where there are no answers, or fewer than are shown. */
  readonly value: number | null;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly channels: Readonly<Record<Channel, number>>;
  /** By reason, most named first. */
  readonly reasons: readonly (readonly [key: string, n: number])[];
}

/** Counts answers: satisfied ÷ valid, with how many and by which way; fewer than `least` are counted and not shown. */
export function tally(answers: readonly CountedAnswer[], from: Mark, least: number): Tally {
  const n = answers.length;
  const satisfied = answers.filter(({ mark }) => mark >= from).length;
  const hidden = n < least;
  const count = <K extends string | number>(keys: readonly K[], of: (answer: CountedAnswer) => K) =>
    Object.fromEntries(
      keys.map((key) => [key, hidden ? 0 : answers.filter((answer) => of(answer) === key).length]),
    ) as Record<K, number>;
  const named = new Map<string, number>();
  if (!hidden)
    for (const key of answers.flatMap(({ reasons }) => reasons)) named.set(key, (named.get(key) ?? 0) + 1);
  return {
    n,
    satisfied: hidden ? 0 : satisfied,
    value: n === 0 || hidden ? null : satisfied / n,
    marks: count(MARKS, ({ mark }) => mark),
    channels: count(Object.keys(CHANNELS) as Channel[], ({ channel }) => channel),
    reasons: [...named].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  };
}
