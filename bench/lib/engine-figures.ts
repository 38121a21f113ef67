import type { Name, Round } from './engine-rounds.ts';
import { latency, median, round } from './stats.ts';

/** Speeds and costs of all variants, and what share of the bare SQL each reaches. */
export function figures(rounds: Readonly<Record<Name, readonly Round[]>>, acts: number) {
  const of = (name: Name) => summary(rounds[name], acts);
  const ratio = (name: Name) =>
    round(
      median(rounds[name].map((one, at) => one.casesPerSecond / (rounds.pgbench[at]?.casesPerSecond ?? 0))),
    );
  const busier = (name: Name) => median(rounds[name].map((one) => Math.max(one.databaseCpu, one.clientCpu)));
  const byCpu = (name: Name) => round(busier('pgbench') / busier(name));
  return {
    pgbench: of('pgbench'),
    usecase: of('usecase'),
    http: of('http'),
    ratios: { usecaseToPgbench: ratio('usecase'), httpToPgbench: ratio('http') },
    // What processor time alone would allow were nothing else running: the busier of the two sides decides.
    ratiosByProcessorTime: { usecaseToPgbench: byCpu('usecase'), httpToPgbench: byCpu('http') },
    goals: { usecaseToPgbench: 0.7, httpToPgbench: 0.45 },
  };
}

function summary(rounds: readonly Round[], acts: number) {
  const cases = median(rounds.map((one) => one.casesPerSecond));
  const times = rounds.flatMap((one) => one.times);
  const middle = (pick: (one: Round) => number) => round(median(rounds.map(pick)));
  return {
    casesPerSecond: round(cases),
    actsPerSecond: round(cases * acts),
    ...(times.length > 0 ? { actMs: latency(times) } : {}),
    databaseCpuMsPerCase: middle((one) => one.databaseCpu),
    clientCpuMsPerCase: middle((one) => one.clientCpu),
    walBytesPerAct: middle((one) => one.walPerAct),
    rounds: rounds.map((one) => round(one.casesPerSecond)),
    ...Object.fromEntries(
      Object.keys(rounds[0]?.more ?? {}).map((key) => [key, middle((one) => one.more?.[key] ?? 0)]),
    ),
  };
}
