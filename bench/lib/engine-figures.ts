import type { playApproved } from './engine-approved.ts';
import { type Name, NAMES, type Round } from './engine-rounds.ts';
import { latency, median, round } from './stats.ts';

/** One run on a server of its own. */
export interface Run {
  readonly rounds: Readonly<Record<Name, readonly Round[]>>;
  /** Acts of a case. */
  readonly acts: number;
  readonly approved: Awaited<ReturnType<typeof playApproved>>;
  /** What a run was made of, as the report says it. */
  readonly of: Readonly<Record<string, unknown>>;
}

/** The round in the middle, and the two at the ends. */
interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

const spread = (values: readonly number[]): Spread => ({
  median: round(median(values)),
  least: round(Math.min(...values)),
  most: round(Math.max(...values)),
});

/** Goals of each ratio. */
const GOALS = { usecase: 0.7, http: 0.5, usecaseCold: 0.8, httpCold: 0.8 } as const;
/** What a variant is held against: the bare SQL, or itself with a case in memory. */
const AGAINST = { usecase: 'pgbench', http: 'pgbench', usecaseCold: 'usecase', httpCold: 'http' } as const;
type Ratio = keyof typeof AGAINST;
const RATIOS = Object.keys(AGAINST) as readonly Ratio[];

/** Speeds and costs of all variants over some runs, and what share of what they are held against each reaches. */
export function figures(runs: readonly Run[]) {
  const acts = runs[0]?.acts ?? 1;
  const of = (name: Name) => runs.flatMap((run) => run.rounds[name]);
  const speed = (one: Round) => one.casesPerSecond;
  // What processor time alone would allow were nothing else running: the busier of the two sides decides.
  const pace = (one: Round) => 1 / Math.max(one.databaseCpu, one.clientCpu);
  const summary = (name: Name) => {
    const rounds = of(name);
    const over = (value: (one: Round) => number) => spread(rounds.map(value));
    const times = rounds.flatMap((one) => one.times);
    return {
      casesPerSecond: over(speed),
      actsPerSecond: over((one) => speed(one) * acts),
      ...(times.length > 0 ? { actMs: latency(times) } : {}),
      databaseCpuMsPerAct: over((one) => one.databaseCpu / acts),
      clientCpuMsPerAct: over((one) => one.clientCpu / acts),
      walBytesPerAct: over((one) => one.walPerAct),
      ...Object.fromEntries(
        Object.keys(rounds[0]?.more ?? {}).map((key) => [
          key,
          round(median(rounds.map((one) => one.more?.[key] ?? 0))),
        ]),
      ),
    };
  };
  // Each round is held against its neighbour in time: other work on the machine comes and goes.
  const ratios = (by: (one: Round) => number) =>
    Object.fromEntries(
      RATIOS.map((name) => {
        const against = of(AGAINST[name]);
        return [name, spread(of(name).map((one, at) => by(one) / by(against[at] ?? one)))];
      }),
    ) as Readonly<Record<Ratio, Spread>>;
  return {
    runs: runs.length,
    ...(Object.fromEntries(NAMES.map((name) => [name, summary(name)])) as Readonly<
      Record<Name, ReturnType<typeof summary>>
    >),
    ratios: ratios(speed),
    ratiosByProcessorTime: ratios(pace),
    against: AGAINST,
    goals: GOALS,
    approved: approvedOf(runs),
  };
}

/** Medians over the runs of what approved cases cost. */
const approvedOf = (runs: readonly Run[]) => middle(runs.map((run) => run.approved));

/** Records of numbers, number by number, and of such records. */
type Figures = { readonly [key: string]: number | Figures };

function middle(all: readonly Figures[]): Figures {
  const keys = Object.keys(all[0] ?? {});
  return Object.fromEntries(
    keys.map((key) => {
      const values = all.flatMap((one) => (one[key] === undefined ? [] : [one[key]]));
      const numbers = values.filter((value) => typeof value === 'number');
      const records = values.filter((value) => typeof value !== 'number');
      return [key, records.length > 0 ? middle(records) : round(median(numbers))];
    }),
  );
}
