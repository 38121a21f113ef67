import type { OfficeActor } from '@zhitongche/server/actor.ts';
import type { App } from '@zhitongche/server/app.ts';
import type { Db } from '@zhitongche/server/db/db.ts';
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
    const archives: Archive[] = [];
    for (const cases of sizes) archives.push(await prepare(server, cases));
    const found = await measure(archives);
    for (const archive of archives) await archive.close();
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

/** A grown database and the program over it. */
interface Archive {
  readonly cases: number;
  readonly growSeconds: number;
  readonly megabytes: number;
  readonly owner: Db;
  /** Asks a question once; gives its milliseconds. */
  ask(question: Question, n: number): Promise<number>;
  close(): Promise<void>;
}

export async function prepare(server: BenchServer, cases: number): Promise<Archive> {
  const name = `archive_${cases}`;
  await server.owner.query(`create database ${name}`);
  const target = withDatabase(server.target, name);
  await migrate(target);
  const owner = openDb(target, { size: 1, broken: () => undefined, statementTimeout: 0 });
  const db = openDb(target, { size: 4, role: APP_ROLE, broken: () => undefined });
  const app = await benchApp({
    db,
    folder: server.folder,
    office: 'bench',
    clock: runningClock(Date.now()),
  });
  const office = await makeOffice(app, {
    code: 'bench',
    name: '测量省外办',
    units: 8,
    policies: NO_PANEL,
  });
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
  const ids = whole.length > 0 ? whole.map((row) => row.id) : [template];
  const [size] = await owner.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
  const who = (username: string) => actorOf(office, username);
  return {
    cases,
    growSeconds,
    megabytes: (size?.bytes ?? 0) / 1e6,
    owner,
    async ask(question, n) {
      const begun = performance.now();
      await question(app, who, n, ids);
      return performance.now() - begun;
    },
    async close() {
      await db.close();
      await owner.close();
    },
  };
}

/** Asks every question of every archive, the archives taking turns, so that a busy moment hits them alike. */
async function measure(archives: readonly Archive[]): Promise<readonly SizeFound[]> {
  const found = archives.map((archive) => ({
    cases: archive.cases,
    growSeconds: Math.round(archive.growSeconds),
    databaseMegabytes: Math.round(archive.megabytes),
    ms: {} as Record<string, ReturnType<typeof latency>>,
    sequentialScans: {} as Record<string, readonly string[]>,
  }));
  for (const [key, question] of Object.entries(QUESTIONS)) {
    for (const archive of archives) await archive.ask(question, 0);
    const before = await Promise.all(archives.map((archive) => scans(archive.owner)));
    const times = archives.map((): number[] => []);
    for (let n = 0; n < TIMES; n += 1)
      for (const [at, archive] of archives.entries()) times[at]?.push(await archive.ask(question, n));
    const after = await Promise.all(archives.map((archive) => scans(archive.owner)));
    for (const [at, one] of found.entries()) {
      one.ms[key] = latency(times[at] ?? []);
      const read = GROWING.filter((table) => (after[at]?.get(table) ?? 0) > (before[at]?.get(table) ?? 0));
      if (read.length > 0) one.sequentialScans[key] = read;
    }
  }
  return found;
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
async function scans(owner: Db): Promise<ReadonlyMap<string, number>> {
  // Backends report once a second at most.
  await new Promise((resolve) => setTimeout(resolve, 1100));
  await owner.query('select pg_stat_clear_snapshot()');
  const rows = await owner.query<{ relname: string; seq_scan: number }>(
    'select relname, seq_scan from pg_stat_user_tables',
  );
  return new Map(rows.map((row) => [row.relname, row.seq_scan]));
}
