import { openDb, APP_ROLE, newId } from '@zhitongche/host';
import { act } from '@zhitongche/case/server';
import { benchApp, runningClock } from './lib/app.ts';
import { type Captured, capturing } from './lib/capture.ts';
import { cpuMilliseconds } from './lib/cpu.ts';
import { driveHttp, logIn } from './lib/http-load.ts';
import { bindTo, fsyncMilliseconds, splitCores } from './lib/machine.ts';
import { actorOf, makeOffice } from './lib/office.ts';
import { findPgbench, play, writeReplay } from './lib/pgbench.ts';
import { type BenchServer, startServer, walBytes } from './lib/postgres.ts';
import { type NodeProcess, startProcess } from './lib/processes.ts';
import { latency, median, round } from './lib/stats.ts';
import { type Draft, idsOf, makeDraft, makeDrafts } from './lib/drafts.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';

const CONNECTIONS = 8;
const ROUNDS = 5;
const DAY = '2026-03-02';
const NAMES = ['pgbench', 'usecase', 'http'] as const;
type Name = (typeof NAMES)[number];

/** One round of one variant. */
interface Round {
  readonly casesPerSecond: number;
  readonly times: readonly number[];
  /** Milliseconds of processor time per case. */
  readonly databaseCpu: number;
  readonly clientCpu: number;
  readonly walPerAct: number;
  readonly more?: Readonly<Record<string, number>>;
}

/** Speed of the write path beside pgbench running the same SQL, in one run on one server. Argument: cases per round. */
export default async function engine([count = '200']: readonly string[]): Promise<Record<string, unknown>> {
  const program = findPgbench();
  if (!program) throw new Error('pgbench is not installed (Debian: apt-get install postgresql-contrib)');
  const server = await startServer();
  const processes: NodeProcess[] = [];
  try {
    return await measure(server, program, Number(count), processes);
  } finally {
    for (const one of processes) await one.stop();
    await server.stop();
  }
}

async function measure(
  server: BenchServer,
  program: string,
  perRound: number,
  processes: NodeProcess[],
): Promise<Record<string, unknown>> {
  const cores = splitCores();
  if (cores) bindTo(server.pid, cores.database);
  const since = Date.now();
  const capture = capturing(
    openDb(server.target, { size: CONNECTIONS, role: APP_ROLE, broken: () => undefined }),
  );
  const app = await benchApp({
    db: capture.db,
    folder: server.folder,
    office: 'bench',
    clock: runningClock(since),
  });
  const office = await makeOffice(app, { code: 'bench', name: '测量省外办', units: 8, policies: NO_PANEL });

  // An office is read once a minute and not per case.
  await app.offices.get(office.code);
  const warm = await makeDraft(app, office, 'unit1', DAY);
  const revisions: number[] = [];
  const perAct: Captured[][] = [];
  for (const { by, command } of roadOf(warm)) {
    const [row] = await server.owner.query<{ revision: number }>(
      'select revision from case_file where id = $1',
      [warm.caseId],
    );
    revisions.push(row?.revision ?? 0);
    const from = capture.taken.length;
    capture.on = true;
    await act(app, actorOf(office, by), {
      caseId: warm.caseId,
      revision: row?.revision ?? 0,
      key: newId(),
      command,
    });
    capture.on = false;
    perAct.push(capture.taken.slice(from));
  }
  const acts = revisions.length;

  const each = Math.ceil(perRound / CONNECTIONS);
  const perVariant = each * CONNECTIONS;
  const drafts = await makeDrafts(app, office, perVariant * (ROUNDS + 1) * NAMES.length, DAY);
  const batch = (name: Name, index: number): readonly Draft[] => {
    const first = (NAMES.indexOf(name) * (ROUNDS + 1) + index) * perVariant;
    return drafts.slice(first, first + perVariant);
  };
  const forPgbench = Array.from({ length: ROUNDS + 1 }, (_, index) => batch('pgbench', index)).flat();
  const replay = await writeReplay(server, capture.taken, {
    given: idsOf(warm),
    cases: forPgbench.map(idsOf),
    kept: new Set([...[...office.actors.values()].map((actor) => actor.id), ...office.orgs.values()]),
  });
  await app.db.close();
  const count = cores?.processes ?? 1;
  for (let index = 0; index < count; index += 1)
    processes.push(
      await startProcess({
        target: server.target,
        folder: server.folder,
        office: office.code,
        actors: [...office.actors],
        since,
        connections: Math.max(1, Math.floor(CONNECTIONS / count)),
        cores: cores?.clients ?? null,
      }),
    );
  if (cores) bindTo(process.pid, cores.clients);
  const addresses = processes.map((one) => one.address);
  const sessions = await logIn(addresses[0] ?? '', [...office.actors.keys()]);
  await settle(server);

  const run: Readonly<Record<Name, (index: number) => Promise<Round>>> = {
    pgbench: (index) =>
      round1(server, acts * perVariant, async () => {
        let child = 0;
        const before = cpuMilliseconds(process.pid);
        const span = { first: index * perVariant, each, clients: CONNECTIONS };
        const played = await play(program, server, replay, span, (pid) => {
          child = pid;
        });
        return {
          cases: perVariant,
          casesPerSecond: played.casesPerSecond,
          times: [],
          clientCpu: child === 0 ? 0 : cpuMilliseconds(process.pid) - before,
          more: { caseMs: played.caseMs, fetchMs: played.fetchMs },
        };
      }),
    usecase: (index) =>
      round1(server, acts * perVariant, async () => {
        const before = sum(processes.map((one) => cpuMilliseconds(one.pid)));
        const work = batch('usecase', index);
        const share = Math.ceil(work.length / processes.length);
        const driven = await Promise.all(
          processes.map((one, at) =>
            one.drive({ drafts: work.slice(at * share, (at + 1) * share), revisions }),
          ),
        );
        const seconds = Math.max(...driven.map((one) => one.seconds));
        return {
          cases: work.length,
          casesPerSecond: work.length / seconds,
          times: driven.flatMap((one) => one.times),
          clientCpu: sum(processes.map((one) => cpuMilliseconds(one.pid))) - before,
        };
      }),
    http: (index) =>
      round1(server, acts * perVariant, async () => {
        const before = sum(processes.map((one) => cpuMilliseconds(one.pid)));
        const driven = await driveHttp(addresses, sessions, CONNECTIONS, batch('http', index), revisions);
        return {
          cases: perVariant,
          casesPerSecond: perVariant / driven.seconds,
          times: driven.times,
          clientCpu: sum(processes.map((one) => cpuMilliseconds(one.pid))) - before,
          more: { replyBytes: driven.replyBytes },
        };
      }),
  };
  // The first round of each warms caches and plans and is not counted.
  const rounds: Record<Name, Round[]> = { pgbench: [], usecase: [], http: [] };
  for (let index = 0; index <= ROUNDS; index += 1) {
    for (const name of NAMES) {
      const done = await run[name](index);
      if (index > 0) rounds[name].push(done);
    }
    // Plans made over empty tables read them from end to end; autovacuum would notice within a minute.
    if (index === 0) await settle(server);
  }
  await assertPlayed(server, drafts.length + 1);
  const of = (name: Name) => summary(rounds[name], acts);
  const ratio = (name: Name) =>
    round(
      median(rounds[name].map((one, at) => one.casesPerSecond / (rounds.pgbench[at]?.casesPerSecond ?? 0))),
    );
  const busier = (name: Name) => median(rounds[name].map((one) => Math.max(one.databaseCpu, one.clientCpu)));
  const byCpu = (name: Name) => round(busier('pgbench') / busier(name));
  const kinds = ['submit', 'sign', 'accept', 'review', 'head', 'close'];
  return {
    postgres: server.version,
    fsyncMs: fsyncMilliseconds(server.folder),
    method: {
      connections: CONNECTIONS,
      rounds: ROUNDS,
      casesPerRound: perVariant,
      actsPerCase: acts,
      nodeProcesses: processes.length,
      cores: cores ? { database: cores.database, clients: cores.clients } : 'not bound',
      jobs: 'not running',
    },
    statementsPerAct: Object.fromEntries(perAct.map((taken, at) => [kinds[at] ?? String(at), taken.length])),
    roundTripsPerAct: round(replay.statements / acts),
    pgbench: of('pgbench'),
    usecase: of('usecase'),
    http: of('http'),
    ratios: { usecaseToPgbench: ratio('usecase'), httpToPgbench: ratio('http') },
    // What processor time alone would allow were nothing else running: the busier of the two sides decides.
    ratiosByProcessorTime: { usecaseToPgbench: byCpu('usecase'), httpToPgbench: byCpu('http') },
    goals: { usecaseToPgbench: 0.7, httpToPgbench: 0.45 },
  };
}

/** Runs one round and adds what the server used for it. */
async function round1(
  server: BenchServer,
  acts: number,
  work: () => Promise<Omit<Round, 'databaseCpu' | 'walPerAct'> & { readonly cases: number }>,
): Promise<Round> {
  const wal = await walBytes(server.owner);
  const cpu = cpuMilliseconds(server.pid);
  const { cases, ...done } = await work();
  const used = cpuMilliseconds(server.pid) - cpu;
  return {
    ...done,
    clientCpu: done.clientCpu / cases,
    databaseCpu: used / cases,
    walPerAct: ((await walBytes(server.owner)) - wal) / acts,
  };
}

async function settle(server: BenchServer): Promise<void> {
  await server.owner.query('vacuum analyze');
  await server.owner.query('checkpoint');
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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A round that quietly wrote nothing would be the fastest of all. */
async function assertPlayed(server: BenchServer, cases: number): Promise<void> {
  const [row] = await server.owner.query<{ closed: number; events: number }>(
    `select count(*) filter (where status = 'refused') as closed, count(distinct revision) as events from case_file`,
  );
  if (row?.closed !== cases || row.events !== 1)
    throw new Error(`Only ${row?.closed} of ${cases} cases were played to their end`);
}
