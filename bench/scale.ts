import type { OfficeActor } from '@zhitongche/server/actor.ts';
import type { App } from '@zhitongche/server/app.ts';
import { migrate } from '@zhitongche/server/db/migrate.ts';
import { openDb } from '@zhitongche/server/db/pool.ts';
import { APP_ROLE, withDatabase } from '@zhitongche/server/db/target.ts';
import { newId } from '@zhitongche/server/id.ts';
import { inbox, myCases } from '@zhitongche/server/query/case-lists.ts';
import { caseView } from '@zhitongche/server/query/case-view.ts';
import { inboxCounts } from '@zhitongche/server/query/counts.ts';
import { register } from '@zhitongche/server/query/registers.ts';
import { stats } from '@zhitongche/server/query/stats.ts';
import { act } from '@zhitongche/server/usecase/act.ts';
import { benchApp, runningClock } from './lib/app.ts';
import { archiveWord, growArchive, WHOLE_LOG_EVERY } from './lib/archive.ts';
import { makeDrafts } from './lib/drafts.ts';
import { actorOf, type BenchOffice, makeOffice } from './lib/office.ts';
import { type BenchServer, startServer } from './lib/postgres.ts';
import { latency, round } from './lib/stats.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';

const OPEN = 120;
const TIMES = 60;
const SHARE = 0.3;
const YEARS = 8;
const DAY = '2026-03-02';
const GROWING = ['case_file', 'task', 'case_event', 'register_row', 'audit', 'notice', 'case_copy'];

/** One question somebody's screen asks; `n` varies what is asked for. */
type Question = (
  app: App,
  who: (name: string) => OfficeActor,
  n: number,
  ids: readonly string[],
) => Promise<unknown>;

const QUESTIONS: Readonly<Record<string, Question>> = {
  inbox: (app, who) => inbox(app, who('handler'), { tab: 'todo' }),
  inboxDone: (app, who) => inbox(app, who('window'), { tab: 'done' }),
  counts: (app, who) => inboxCounts(app, who('handler')),
  allNewest: (app, who) => inbox(app, who('deputy'), { tab: 'all', sort: 'newest' }),
  ownUnit: (app, who, n) => myCases(app, who(`unit${1 + (n % 8)}-filer`), {}),
  searchCommonWord: (app, who, n) => inbox(app, who('deputy'), { tab: 'all', q: archiveWord(1 + (n % 3)) }),
  searchRareWord: (app, who, n) => inbox(app, who('deputy'), { tab: 'all', q: archiveWord(900 + n) }),
  casePage: (app, who, n, ids) => caseView(app, who('deputy'), ids[n % ids.length] ?? ''),
  registerPage: (app, who) => register(app, who('deputy'), 'trips', {}),
  registerOfUnit: (app, who, n) => register(app, who(`unit${1 + (n % 8)}-filer`), 'trips', {}),
  registerSearch: (app, who, n) => register(app, who('deputy'), 'trips', { q: archiveWord(1 + n) }),
  dashboard: (app, who) => stats(app, who('deputy'), { of: 'office' }),
};

/** The same questions at every size. Arguments: numbers of cases, smallest first. */
export default async function scale(args: readonly string[]): Promise<Record<string, unknown>> {
  const sizes = args.length > 0 ? args.map(Number) : [10_000, 1_000_000];
  const server = await startServer();
  try {
    const found: SizeFound[] = [];
    for (const cases of sizes) found.push(await measure(server, cases));
    const [small, large] = [found[0], found.at(-1)];
    return {
      postgres: server.version,
      method: {
        times: TIMES,
        openCases: OPEN,
        shareOfMeasuredOffice: SHARE,
        otherOffices: 30,
        years: YEARS,
        wholeLogEvery: WHOLE_LOG_EVERY,
      },
      sizes: found,
      p95Ratio: Object.fromEntries(
        Object.keys(QUESTIONS).map((name) => [
          name,
          round((large?.ms[name]?.p95 ?? 0) / (small?.ms[name]?.p95 ?? 1)),
        ]),
      ),
      goals: { p95Ratio: 1.5, sequentialScans: [] },
    };
  } finally {
    await server.stop();
  }
}

interface SizeFound {
  readonly cases: number;
  readonly growSeconds: number;
  readonly databaseMegabytes: number;
  readonly ms: Readonly<Record<string, ReturnType<typeof latency>>>;
  /** Growing tables that were read from end to end, with how often per question. */
  readonly sequentialScans: Readonly<Record<string, readonly string[]>>;
}

async function measure(server: BenchServer, cases: number): Promise<SizeFound> {
  const name = `archive_${cases}`;
  await server.owner.query(`create database ${name}`);
  const target = withDatabase(server.target, name);
  await migrate(target);
  const owner = openDb(target, { size: 1, broken: () => undefined, statementTimeout: 0 });
  const db = openDb(target, { size: 4, role: APP_ROLE, broken: () => undefined });
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: 'bench',
      clock: runningClock(Date.now()),
    });
    const office = await makeOffice(app, { code: 'bench', name: '测量省外办', units: 8, policies: NO_PANEL });
    const template = await playOpen(app, office);
    const growSeconds = await growArchive(owner, {
      office: office.code,
      template,
      units: office.units.map((unit) => office.orgs.get(unit) ?? ''),
      cases,
      share: SHARE,
      years: YEARS,
      from: '2018-01-01T00:00:00Z',
    });
    const whole = await owner.query<{ id: string }>(
      `select id from grown where office = $1 and n % ${WHOLE_LOG_EVERY} = 0 and n % 5 <> 0 order by md5(n::text) limit ${TIMES}`,
      [office.code],
    );
    const [size] = await owner.query<{ bytes: number }>(
      'select pg_database_size(current_database()) as bytes',
    );
    const ms: Record<string, ReturnType<typeof latency>> = {};
    const sequentialScans: Record<string, string[]> = {};
    const who = (username: string) => actorOf(office, username);
    const ids = whole.length > 0 ? whole.map((row) => row.id) : [template];
    for (const [key, question] of Object.entries(QUESTIONS)) {
      await question(app, who, 0, ids);
      const before = await scans(owner);
      const times: number[] = [];
      for (let n = 0; n < TIMES; n += 1) {
        const begun = performance.now();
        await question(app, who, n, ids);
        times.push(performance.now() - begun);
      }
      ms[key] = latency(times);
      const after = await scans(owner);
      const read = GROWING.filter((table) => (after.get(table) ?? 0) > (before.get(table) ?? 0));
      if (read.length > 0) sequentialScans[key] = read;
    }
    return {
      cases,
      growSeconds: Math.round(growSeconds),
      databaseMegabytes: Math.round((size?.bytes ?? 0) / 1e6),
      ms,
      sequentialScans,
    };
  } finally {
    await db.close();
    await owner.close();
    await server.owner.query(`drop database ${name} with (force)`);
  }
}

/** Open cases waiting for the handler, played through the use cases, and one that is closed: its id is given. */
async function playOpen(app: App, office: BenchOffice): Promise<string> {
  const drafts = await makeDrafts(app, office, OPEN + 1, DAY);
  for (const [index, draft] of drafts.entries())
    for (const { by, command } of roadOf(draft).slice(0, index === 0 ? undefined : 3)) {
      const [row] = await app.db.query<{ revision: number }>(
        'select revision from case_file where office = $1 and id = $2',
        [office.code, draft.caseId],
      );
      await act(app, actorOf(office, by), {
        caseId: draft.caseId,
        revision: row?.revision ?? 0,
        key: newId(),
        command,
      });
    }
  return drafts[0]?.caseId ?? '';
}

/** Sequential scans per table so far, the statistics of all backends flushed. */
async function scans(owner: ReturnType<typeof openDb>): Promise<ReadonlyMap<string, number>> {
  // Backends report once a second at most.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await owner.query('select pg_stat_clear_snapshot()');
  const rows = await owner.query<{ relname: string; seq_scan: number }>(
    'select relname, seq_scan from pg_stat_user_tables',
  );
  return new Map(rows.map((row) => [row.relname, row.seq_scan]));
}
