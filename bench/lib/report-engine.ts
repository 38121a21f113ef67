import { at, isTable, type Table, table, text, type Value } from './report-parts.ts';

const NAMES = ['pgbench', 'usecase', 'http', 'usecaseCold', 'httpCold'] as const;
const HEADS = ['(a) pgbench', '(b) use case', '(c) HTTP', '(b) cold', '(c) cold'];

const RATIOS = [
  ['usecase', 'b/a, warm'],
  ['http', 'c/a, warm'],
  ['usecaseCold', '(b) cold / warm'],
  ['httpCold', '(c) cold / warm'],
] as const;

/** The middle of all rounds, and in brackets the two ends. */
const spread = (value: Value | undefined): string =>
  value === undefined
    ? '–'
    : `${text(at(value, 'median'))} (${text(at(value, 'least'))} to ${text(at(value, 'most'))})`;

/** The write path: speeds, costs, ratios, and what approved cases cost with their papers. */
export function engine(run: Table): string {
  const rows = (lines: readonly (readonly [string, string])[]) =>
    lines.map(([label, key]) => [label, ...NAMES.map((name) => spread(at(run, name, key)))]);
  const times = ['p50', 'p95', 'p99'].map((key) => [
    `act, ${key} ms`,
    ...NAMES.map((name) => text(at(run, name, 'actMs', key))),
  ]);
  const method = (key: string) => text(at(run, 'method', key));
  const statements = isTable(run.statementsPerAct) ? Object.entries(run.statementsPerAct) : [];
  return [
    table(
      ['', ...HEADS],
      [
        ...rows([
          ['cases per second', 'casesPerSecond'],
          ['acts per second', 'actsPerSecond'],
        ]),
        ...times,
        ...rows([
          ['processor ms per act, database', 'databaseCpuMsPerAct'],
          ['processor ms per act, client or Node', 'clientCpuMsPerAct'],
          ['bytes of write-ahead log per act', 'walBytesPerAct'],
        ]),
      ],
    ),
    table(
      ['ratio', 'goal', 'measured', 'by processor time alone'],
      RATIOS.map(([name, label]) => [
        label,
        `≥ ${text(at(run, 'goals', name))}`,
        spread(at(run, 'ratios', name)),
        spread(at(run, 'ratiosByProcessorTime', name)),
      ]),
    ),
    `Statements per act: ${statements.map(([k, v]) => `${k} ${text(v)}`).join(', ')}; ${text(run.roundTripsPerAct)} round trips per act on average. One 8 KB fsync: ${text(run.fsyncMs)} ms. ${method('connections')} connections, runs, each on a server of its own: ${text(run.runs)}, with ${method('rounds')} counted rounds of ${method('casesPerRound')} cases per variant, taken in turns; the median of all rounds, and in brackets the lowest and the highest. A ratio is that of two rounds that followed each other.`,
    approved(at(run, 'approved')),
  ].join('\n\n');
}

function approved(of: Value | undefined): string {
  const own = (key: string) => text(at(of, key));
  return [
    `The same trip approved, ${own('cases')} cases a run, warm, nobody else at work: the acts of people first, then the ${own('jobs')} jobs they left behind, two at a time and papers in a thread of their own, as a server does, until nothing waits and all of ${own('papers')} papers are issued, ${own('signed')} of them signed, as their definitions ask.`,
    table(
      [
        'approved',
        'per second',
        'p50 ms',
        'p95 ms',
        'processor ms per case, Node',
        'processor ms per case, database',
      ],
      [
        [
          'acts of people',
          own('actsPerSecond'),
          text(at(of, 'actMs', 'p50')),
          text(at(of, 'actMs', 'p95')),
          own('actsNodeCpuMsPerCase'),
          own('actsDatabaseCpuMsPerCase'),
        ],
        [
          'jobs: papers, registers, notices',
          `${own('papersPerSecond')} papers`,
          text(at(of, 'jobMs', 'p50')),
          text(at(of, 'jobMs', 'p95')),
          own('jobsNodeCpuMsPerCase'),
          own('jobsDatabaseCpuMsPerCase'),
        ],
      ],
    ),
  ].join('\n\n');
}
