import type { App, PaperMaker } from '@zhitongche/core/server';
import { sealAudit } from '@zhitongche/audit/server';
import { openDb, APP_ROLE } from '@zhitongche/host';
import { follow } from '../apps/server/src/job/fact-projector.ts';
import { JOB_HANDLERS } from '../apps/server/src/job/handlers.ts';
import { runNextJob } from '../apps/server/src/job/outbox.ts';
import { tick } from '../apps/server/src/job/tick.ts';
import { memoryBlobs } from '../apps/server/testing/memory-blobs.ts';
import { forAll } from './lib/all.ts';
import { benchApp } from './lib/app.ts';
import { cpuMilliseconds } from './lib/cpu.ts';
import { Diary } from './lib/diary.ts';
import { resume } from './lib/scenarios.ts';
import { AT_ONCE, CORRECTED, playDay } from './lib/nation-day.ts';
import { makeNation, type Nation } from './lib/nation-office.ts';
import { backlogNow, yearReport } from './lib/nation-report.ts';
import { startServer } from './lib/postgres.ts';
import { PROVINCES } from './lib/provinces.ts';
import { daysOf } from './lib/year.ts';

const YEAR = 2026;

/** Typesetting and keeping files are measured by themselves; here only that numbers are drawn and papers recorded matters. */
let pages = 0;
const quickPapers: PaperMaker = {
  ready: async () => ({ ok: true, value: null }),
  make: async () => ({
    ok: true,
    value: { pdf: Buffer.from(`%PDF-1.7 ${(pages += 1)} ${process.hrtime.bigint()}`), docx: null },
  }),
};

/**
 * A year of 31 provinces through the use cases. Arguments: share of the full volume (1 = 24,250 groups), folder to
 * continue in, last day, number of provinces.
 */
export default async function nation([
  share = '1',
  folder,
  until = `${YEAR}-12-31`,
  provinces = String(PROVINCES.length),
]: readonly string[]): Promise<Record<string, unknown>> {
  const server = await startServer(folder || undefined);
  const db = openDb(server.target, { size: AT_ONCE + 2, role: APP_ROLE, broken: () => undefined });
  let now = new Date(`${YEAR}-01-01T01:00:00.000Z`);
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: 'p1',
      clock: () => now,
      papers: quickPapers,
      blobs: memoryBlobs(),
    });
    await server.owner.query(
      'create table if not exists nation_day (day date primary key, backlog int not null)',
    );
    const made = await makeNation(app, Number(share), Number(provinces));
    const done = await server.owner.query<{ day: string }>('select day from nation_day');
    const known = new Set(done.map((row) => row.day));
    const days = daysOf(YEAR).filter((day) => day <= until && !known.has(day));
    const diary = new Diary();
    const stops = new Map<string, number>();
    await resume(server, made, diary, days[0] ?? until);
    const start = performance.now();
    const cpu = { node: process.cpuUsage(), database: cpuMilliseconds(server.pid) };
    for (const day of days) {
      // Only office hours: nothing happens between, so each hour's clock may be set by hand.
      const at = (hour: number) => {
        now = new Date(Date.parse(`${day}T00:00:00.000Z`) + (hour - 8) * 3_600_000);
      };
      await playDay({ app, nation: made, diary, at, stops }, day);
      at(18);
      await evening(app, made, day === days.at(-1) || new Date(day).getUTCDay() === 0);
      await server.owner.query('insert into nation_day values ($1, $2)', [day, await backlogNow(server)]);
      console.error(day);
      // What autovacuum would do in the nights of a year that here takes minutes.
      if (day.endsWith('-01')) await server.owner.query('vacuum analyze');
    }
    const seconds = (performance.now() - start) / 1000;
    const node = process.cpuUsage(cpu.node);
    return {
      method: {
        provinces: made.size,
        groupsPerYear: [...made.values()].reduce((sum, { perYear }) => sum + perYear, 0),
        year: YEAR,
        sentBack: CORRECTED,
        leadersAway: '1 week in 7',
        atOnce: AT_ONCE,
        typesettingAndFiles: 'left out',
      },
      // What the run costs on a machine with nothing else to do, whatever this one had.
      cpuSeconds: {
        node: Math.round((node.user + node.system) / 1e6),
        database: Math.round((cpuMilliseconds(server.pid) - cpu.database) / 1000),
      },
      ...(await yearReport(server, { seconds, stops, year: YEAR, continued: known.size })),
    };
  } finally {
    await db.close();
    await server.stop();
  }
}

/** What the jobs of the night do: papers, registers, notices, clocks; once a week statistics and seals. */
async function evening(app: App, nation: Nation, weekly: boolean): Promise<void> {
  await forAll(Array.from({ length: AT_ONCE }), AT_ONCE, async () => {
    while (await runNextJob(app, JOB_HANDLERS));
  });
  // A hand that looks at a job of a busy case keeps others from it meanwhile: both may go home. A server looks again in a second.
  while (await runNextJob(app, JOB_HANDLERS));
  while ((await tick(app)) === 100);
  if (!weekly) return;
  await forAll(nation.keys(), AT_ONCE, async (code) => {
    while ((await follow(app, code)) > 0);
    while ((await sealAudit(app, code)) > 0);
  });
}
