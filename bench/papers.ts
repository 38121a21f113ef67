import { openDb } from '@zhitongche/server/db/pool.ts';
import { APP_ROLE } from '@zhitongche/server/db/target.ts';
import { newId } from '@zhitongche/server/id.ts';
import { JOB_HANDLERS } from '@zhitongche/server/job/handlers.ts';
import { runNextJob } from '@zhitongche/server/job/outbox.ts';
import type { App } from '@zhitongche/server/app.ts';
import { act } from '@zhitongche/server/usecase/act.ts';
import { benchApp, runningClock } from './lib/app.ts';
import { type Draft, makeDrafts } from './lib/drafts.ts';
import { actorOf, type BenchOffice, makeOffice } from './lib/office.ts';
import { startServer } from './lib/postgres.ts';
import { latency, round } from './lib/stats.ts';
import { approvedRoad, NO_PANEL } from './lib/trip.ts';

/** Papers of one approved trip: acceptance, approval, roster, funding opinion. */
const PER_CASE = 4;
const HANDS = 4;
const DAY = '2026-03-02';

/** Signed papers made by the job that makes them in production. Argument: how many papers. */
export default async function papers([count = '1000']: readonly string[]): Promise<Record<string, unknown>> {
  const server = await startServer();
  const db = openDb(server.target, { size: 8, role: APP_ROLE, broken: () => undefined });
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: 'bench',
      clock: runningClock(Date.now()),
    });
    const office = await makeOffice(app, { code: 'bench', name: '测量省外办', units: 4, policies: NO_PANEL });
    const drafts = await makeDrafts(app, office, Math.ceil(Number(count) / PER_CASE), DAY);
    await approve(app, office, drafts);
    const started = performance.now();
    const ready = await app.papers.ready();
    if (!ready.ok) throw new Error(ready.problems.map((problem) => problem.message).join());
    const startMs = performance.now() - started;

    const before = process.memoryUsage().rss;
    let peak = before;
    const times: number[] = [];
    const cpu = process.cpuUsage();
    const start = performance.now();
    for (let more = true; more; ) {
      const begun = performance.now();
      more = await runNextJob(app, JOB_HANDLERS);
      if (more) times.push(performance.now() - begun);
      peak = Math.max(peak, process.memoryUsage().rss);
    }
    const seconds = (performance.now() - start) / 1000;
    const used = process.cpuUsage(cpu);
    const [made] = await server.owner.query<{ papers: number; stuck: number; docx: number }>(
      `select count(*) as papers, count(*) filter (where docx_digest is not null) as docx,
         (select count(*) from outbox) as stuck from paper where signer <> ''`,
    );
    if (!made || made.stuck > 0 || made.papers < drafts.length * PER_CASE)
      throw new Error(`${made?.papers} papers were signed, ${made?.stuck} jobs are left`);
    const files = await db.query<{ digest: string }>(
      'select pdf_digest as digest from paper where office = $1',
      [office.code],
    );
    let bytes = 0;
    for (const { digest } of files) bytes += (await app.blobs.read(digest))?.length ?? 0;
    const cpuSeconds = (used.user + used.system) / 1e6;
    return {
      postgres: server.version,
      method: {
        cases: drafts.length,
        papersPerCase: PER_CASE,
        hands: 1,
        signature: 'ECDSA P-256 and SM2',
        jobs: times.length,
      },
      papers: made.papers,
      withWordFile: made.docx,
      perSecond: round(made.papers / seconds),
      perCoreSecond: round(made.papers / cpuSeconds),
      jobMs: latency(times),
      fontsReadMs: Math.round(startMs),
      bytesPerPdf: Math.round(bytes / files.length),
      rssBeforeMegabytes: Math.round(before / 1e6),
      rssPeakMegabytes: Math.round(peak / 1e6),
    };
  } finally {
    await db.close();
    await server.stop();
  }
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
  await Promise.all(Array.from({ length: HANDS }, hand));
}
