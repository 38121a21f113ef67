import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Db, openDb, APP_ROLE, newId } from '@zhitongche/host';
import { JOB_HANDLERS } from '../apps/server/src/job/handlers.ts';
import { runNextJob } from '../apps/server/src/job/outbox.ts';
import { makePapers } from '../platform/document/server/paper-maker.ts';
import { threadPapers } from '@zhitongche/document/server';
import type { App } from '@zhitongche/core/server';
import { act } from '@zhitongche/case/server';
import { benchApp, runningClock } from './lib/app.ts';
import { type Draft, makeDrafts } from './lib/drafts.ts';
import { actorOf, type BenchOffice, makeOffice } from './lib/office.ts';
import { startServer } from './lib/postgres.ts';
import { latency, round } from './lib/stats.ts';
import { approvedRoad, NO_PANEL } from './lib/trip.ts';

/** Papers of one approved trip: acceptance, approval, roster, funding opinion. */
const PER_CASE = 4;
const CONCURRENCY = 4;
const DAY = '2026-03-02';

/** Ways to make papers that are compared: where, and how many jobs at once; the last is what a server does. */
const WAYS = [
  { name: 'mainThread', thread: false, hands: 1 },
  { name: 'ownThread', thread: true, hands: 1 },
  { name: 'ownThreadTwoHands', thread: true, hands: 2 },
] as const;
type Way = (typeof WAYS)[number];

/** Signed papers made by the job that makes them in production, in each way. Argument: how many papers per way. */
export default async function papers([count = '1000']: readonly string[]): Promise<Record<string, unknown>> {
  const server = await startServer();
  const db = openDb(server.target, { size: 8, role: APP_ROLE, broken: () => undefined });
  try {
    const ways: [string, Figures][] = [];
    for (const [n, way] of WAYS.entries())
      ways.push([way.name, await measure(way, { server, db, office: `bench${n}`, count: Number(count) })]);
    const [, production] = ways.at(-1) ?? [];
    if (!production) throw new Error('Nothing was measured');
    return {
      postgres: server.version,
      method: {
        papersPerWay: production.papers,
        papersPerCase: PER_CASE,
        signature: 'ECDSA P-256 and SM2',
        loopResolutionMs: RESOLUTION,
      },
      ...production,
      ways: Object.fromEntries(ways),
    };
  } finally {
    await db.close();
    await server.stop();
  }
}

interface Setting {
  readonly server: Awaited<ReturnType<typeof startServer>>;
  readonly db: Db;
  readonly office: string;
  readonly count: number;
}

/** What one way gave. */
type Figures = Awaited<ReturnType<typeof measure>>;

const RESOLUTION = 2;

async function measure(way: Way, { server, db, office: code, count }: Setting) {
  const maker = way.thread ? threadPapers() : null;
  const app = await benchApp({
    db,
    folder: server.folder,
    office: code,
    clock: runningClock(Date.now()),
    papers: maker ?? makePapers(),
  });
  const office = await makeOffice(app, { code, name: '测量省外办', units: 4, policies: NO_PANEL });
  const drafts = await makeDrafts(app, office, Math.ceil(count / PER_CASE), DAY);
  await approve(app, office, drafts);
  const started = performance.now();
  const ready = await app.papers.ready();
  if (!ready.ok) throw new Error(ready.problems.map((problem) => problem.message).join());
  const startMs = performance.now() - started;

  const before = process.memoryUsage().rss;
  let peak = before;
  const times: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
  const cpu = process.cpuUsage();
  loop.enable();
  const start = performance.now();
  const hand = async () => {
    for (let more = true; more; ) {
      const begun = performance.now();
      more = await runNextJob(app, JOB_HANDLERS);
      if (more) times.push(performance.now() - begun);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
  };
  await Promise.all(Array.from({ length: way.hands }, hand));
  const seconds = (performance.now() - start) / 1000;
  loop.disable();
  const used = process.cpuUsage(cpu);
  await maker?.stop();
  const [made] = await server.owner.query<{ papers: number; stuck: number; docx: number }>(
    `select count(*) as papers, count(*) filter (where docx_digest is not null) as docx,
       (select count(*) from outbox) as stuck from paper where signer <> '' and office = $1`,
    [code],
  );
  if (!made || made.stuck > 0 || made.papers < drafts.length * PER_CASE)
    throw new Error(`${made?.papers} papers were signed, ${made?.stuck} jobs are left`);
  const files = await db.query<{ digest: string }>(
    'select pdf_digest as digest from paper where office = $1',
    [code],
  );
  let bytes = 0;
  for (const { digest } of files) bytes += (await app.blobs.read(digest))?.length ?? 0;
  const late = (nanos: number) => round(Math.max(0, nanos / 1e6 - RESOLUTION));
  return {
    hands: way.hands,
    cases: drafts.length,
    jobs: times.length,
    papers: made.papers,
    withWordFile: made.docx,
    perSecond: round(made.papers / seconds),
    perCoreSecond: round(made.papers / ((used.user + used.system) / 1e6)),
    jobMs: latency(times),
    // How long a request of somebody else would have had to wait for its turn.
    loopDelayMs: {
      p50: late(loop.percentile(50)),
      p95: late(loop.percentile(95)),
      p99: late(loop.percentile(99)),
      max: late(loop.max),
    },
    fontsReadMs: Math.round(startMs),
    bytesPerPdf: Math.round(bytes / files.length),
    rssBeforeMegabytes: Math.round(before / 1e6),
    rssPeakMegabytes: Math.round(peak / 1e6),
  };
}

async function approve(app: App, office: BenchOffice, drafts: readonly Draft[]): Promise<void> {
  const waiting = drafts.values();
  const hand = async () => {
    for (const draft of waiting)
      for (const { by, command } of approvedRoad(draft)) {
        const [row] = await app.db.query<{ revision: number }>(
          'select revision from case_file where office = $1 and id = $2',
          [office.code, draft.caseId],
        );
        const revision = row?.revision ?? 0;
        await act(app, actorOf(office, by), { caseId: draft.caseId, revision, key: newId(), command });
      }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, hand));
}
