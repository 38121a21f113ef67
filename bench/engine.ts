import { openDb, APP_ROLE, newId } from '@zhitongche/host';
import { act } from '@zhitongche/case/server';
import type { App } from '@zhitongche/core/server';
import { benchApp, runningClock } from './lib/app.ts';
import { type Captured, capturing } from './lib/capture.ts';
import { type Draft, idsOf, makeDraft, makeDrafts } from './lib/drafts.ts';
import { playApproved } from './lib/engine-approved.ts';
import { figures, type Run } from './lib/engine-figures.ts';
import { CONNECTIONS, type Name, NAMES, type Round, variants } from './lib/engine-rounds.ts';
import { logIn } from './lib/http-load.ts';
import { bindTo, type Cores, fsyncMilliseconds, splitCores } from './lib/machine.ts';
import { actorOf, type BenchOffice, makeOffice } from './lib/office.ts';
import { findPgbench, writeReplay } from './lib/pgbench.ts';
import { type BenchServer, startServer } from './lib/postgres.ts';
import { type NodeProcess, startProcess } from './lib/processes.ts';
import { round } from './lib/stats.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';

/** Counted rounds of a run, after a short one that warms caches and plans. */
const ROUNDS = 3;
/** Cases each connection plays in that one. */
const WARMING_EACH = 20;
const DAY = '2026-03-02';
/** The acts of the road played, for the report; the last one refuses. */
const KINDS = ['submit', 'sign', 'accept', 'review', 'head', 'close'];
/** A process must have forgotten a case when its next act comes; how many it remembers is in `ContentCache`. */
const FEWEST = 700;

/** Speed of the write path beside pgbench running the same SQL, in several runs. Arguments: cases per round, runs, approved cases per run. */
export default async function engine([
  count = '800',
  many = '3',
  approved = '50',
]: readonly string[]): Promise<Record<string, unknown>> {
  const program = findPgbench();
  if (!program) throw new Error('pgbench is not installed (Debian: apt-get install postgresql-contrib)');
  if (Number(count) < FEWEST) throw new Error(`A cold round needs at least ${FEWEST} cases`);
  const runs: Run[] = [];
  for (let index = 0; index < Number(many); index += 1) {
    const run = await onOwnServer((server, processes) =>
      measure(server, program, { perRound: Number(count), approved: Number(approved) }, processes),
    );
    runs.push(run);
    console.error(JSON.stringify(figures([run])));
  }
  const [first] = runs;
  if (!first) throw new Error('Nothing was measured');
  return { ...first.of, ...figures(runs) };
}

/** Starts a server for one run alone and ends whatever the run started. */
async function onOwnServer<T>(
  work: (server: BenchServer, processes: NodeProcess[]) => Promise<T>,
): Promise<T> {
  const server = await startServer();
  const processes: NodeProcess[] = [];
  try {
    return await work(server, processes);
  } finally {
    for (const one of processes) await one.stop();
    await server.stop();
  }
}

async function measure(
  server: BenchServer,
  program: string,
  many: { readonly perRound: number; readonly approved: number },
  processes: NodeProcess[],
): Promise<Run> {
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
  const { warm, revisions, perAct } = await playOnce(app, office, server, capture);
  const acts = revisions.length;

  const counted = Math.ceil(many.perRound / CONNECTIONS);
  const span = (index: number) =>
    index === 0
      ? { first: 0, each: WARMING_EACH }
      : { first: (WARMING_EACH + (index - 1) * counted) * CONNECTIONS, each: counted };
  const perVariant = span(ROUNDS + 1).first;
  const drafts = await makeDrafts(app, office, perVariant * NAMES.length, DAY);
  const forApproval = await makeDrafts(app, office, many.approved, DAY);
  const batch = (name: Name, index: number): readonly Draft[] => {
    const first = NAMES.indexOf(name) * perVariant + span(index).first;
    return drafts.slice(first, first + span(index).each * CONNECTIONS);
  };
  const forPgbench = drafts.slice(0, perVariant);
  // The case with its uploads, the unit that files it and the unit's people.
  const ofDraft = (draft: Draft): readonly string[] => [
    ...idsOf(draft),
    office.orgs.get(draft.unit) ?? '',
    ...['filer', 'signer'].map((role) => actorOf(office, `${draft.unit}-${role}`).id),
  ];
  const replay = await writeReplay(server, capture.taken, {
    given: ofDraft(warm),
    cases: forPgbench.map(ofDraft),
    kept: new Set([...[...office.actors.values()].map((actor) => actor.id), ...office.orgs.values()]),
  });
  await app.db.close();
  await startProcesses(processes, server, office, since, cores);
  if (cores) bindTo(process.pid, cores.clients);
  const sessions = await logIn(processes[0]?.address ?? '', [...office.actors.keys()]);
  await settle(server);

  const run = variants({ server, program, replay, processes, batch, span, revisions, sessions });
  const rounds: Record<Name, Round[]> = {
    pgbench: [],
    usecase: [],
    http: [],
    usecaseCold: [],
    httpCold: [],
  };
  for (let index = 0; index <= ROUNDS; index += 1) {
    for (const name of NAMES) {
      const done = await run[name](index);
      console.error(
        `${name} ${index}: ${round(done.casesPerSecond)} cases a second, ${round(done.databaseCpu)} and ${round(done.clientCpu)} ms`,
      );
      if (index > 0) rounds[name].push(done);
    }
    await assertPlayed(server, span(index + 1).first * NAMES.length + 1);
    // Plans made over empty tables read them from end to end; autovacuum would notice within a minute.
    if (index === 0) await settle(server);
  }
  const [first] = processes;
  if (!first) throw new Error('No process was started');
  return {
    rounds,
    acts,
    approved: await playApproved(server, first, forApproval, revisions),
    of: {
      postgres: server.version,
      fsyncMs: fsyncMilliseconds(server.folder),
      method: {
        connections: CONNECTIONS,
        rounds: ROUNDS,
        casesPerRound: counted * CONNECTIONS,
        actsPerCase: acts,
        nodeProcesses: processes.length,
        cores: cores ? { database: cores.database, clients: cores.clients } : 'not bound',
        jobs: 'not running, but for the approved cases',
      },
      statementsPerAct: Object.fromEntries(
        perAct.map((taken, at) => [KINDS[at] ?? String(at), taken.length]),
      ),
      roundTripsPerAct: round(replay.statements / acts),
    },
  };
}

/** Plays one case to its end and takes down the statements of each act. */
async function playOnce(
  app: App,
  office: BenchOffice,
  server: BenchServer,
  capture: ReturnType<typeof capturing>,
) {
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
  return { warm, revisions, perAct };
}

async function startProcesses(
  processes: NodeProcess[],
  server: BenchServer,
  office: BenchOffice,
  since: number,
  cores: Cores | null,
): Promise<void> {
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
}

async function settle(server: BenchServer): Promise<void> {
  await server.owner.query('vacuum analyze');
  await server.owner.query('checkpoint');
}

/** A round that quietly wrote nothing would be the fastest of all. */
async function assertPlayed(server: BenchServer, cases: number): Promise<void> {
  const [row] = await server.owner.query<{ closed: number; events: number }>(
    `select count(*) filter (where status = 'refused') as closed,
       count(distinct revision) filter (where status = 'refused') as events from case_file`,
  );
  if (row?.closed !== cases || row.events !== 1)
    throw new Error(`Only ${row?.closed} of ${cases} cases were played to their refusal`);
}
