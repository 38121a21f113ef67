import { type App, migrate } from '@zhitongche/core/server';
import { type Db, openDb, APP_ROLE, newId } from '@zhitongche/host';
import { withDatabase } from '../packages/host/src/db/target.ts';
import { inbox, act } from '@zhitongche/case/server';
import { newVerificationKeys } from '@zhitongche/formats';
import { benchApp, runningClock } from './lib/app.ts';
import { capturing } from './lib/capture.ts';
import {
  GROWING,
  growArchive,
  NEWEST_WHOLE,
  SHARE,
  type TableSize,
  tableSizes,
  WHOLE_LOG_EVERY,
} from './lib/archive.ts';
import { makeDrafts } from './lib/drafts.ts';
import { actorOf, type BenchOffice, makeOffice } from './lib/office.ts';
import { type Reading, readings } from './lib/plans.ts';
import { type BenchServer, startServer } from './lib/postgres.ts';
import { reseal } from './lib/reseal.ts';
import { type Known, type Question, QUESTIONS } from './lib/scale-questions.ts';
import { latency, round } from './lib/stats.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';

const OPEN = 120;
const TIMES = 60;
const YEARS = 8;
const DAY = '2026-03-02';
const GOAL = 1.5;
/** Nobody notices less: a ratio of two such times is the machine's own noise. */
const NOTICED_MS = 5;

/** The same questions at every size. Arguments: numbers of cases, smallest first. */
export default async function scale(args: readonly string[]): Promise<Record<string, unknown>> {
  const sizes = args.length > 0 ? args.map(Number) : [10_000, 1_000_000];
  // The archive is loaded past the write-ahead log; nothing is replicated here.
  const server = await startServer(undefined, { wal_level: 'minimal', max_wal_senders: '0' });
  const archives: Archive[] = [];
  try {
    for (const cases of sizes) archives.push(await prepare(server, cases));
    const found = await measure(archives);
    const [small, large] = [found[0], found.at(-1)];
    const ratio = (name: string) => round((large?.ms[name]?.p95 ?? 0) / (small?.ms[name]?.p95 ?? 1));
    const slower = Object.keys(QUESTIONS).filter(
      (name) => ratio(name) > GOAL && (large?.ms[name]?.p95 ?? 0) > NOTICED_MS,
    );
    const scans = large?.sequentialScans ?? {};
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
      p95Ratio: Object.fromEntries(Object.keys(QUESTIONS).map((name) => [name, ratio(name)])),
      goals: { p95Ratio: GOAL, unlessBelowMs: NOTICED_MS, sequentialScans: [] },
      // What keeps the run from being a success, whatever the machine was doing.
      ...(Object.keys(scans).length > 0 ? { failed: { sequentialScans: scans } } : {}),
      slowerThanGoal: slower,
    };
  } finally {
    // A server somebody is still connected to is left running.
    for (const archive of archives) await archive.close();
    await server.stop();
  }
}

interface SizeFound {
  readonly cases: number;
  readonly growSeconds: number;
  readonly databaseMegabytes: number;
  readonly bytesPerCase: number;
  readonly tables: readonly TableSize[];
  readonly ms: Readonly<Record<string, ReturnType<typeof latency>>>;
  /** Rows an answer holds on average: some questions have more to tell of a larger archive. */
  readonly rows: Readonly<Record<string, number>>;
  /** Questions whose plans read a growing table from end to end, with the tables. */
  readonly sequentialScans: Readonly<Record<string, readonly string[]>>;
  /** Growing tables the server says were read from end to end while the questions were asked, with how often. */
  readonly scansCounted: Readonly<Record<string, number>>;
  /** How each question reaches the rows of growing tables. */
  readonly plans: Readonly<Record<string, readonly string[]>>;
}

/** A grown database and the program over it. */
interface Archive {
  readonly cases: number;
  readonly growSeconds: number;
  readonly megabytes: number;
  readonly tables: readonly TableSize[];
  readonly owner: Db;
  /** Asks a question once; gives its milliseconds and how many rows it was answered with. */
  ask(question: Question, n: number): Promise<{ readonly ms: number; readonly rows: number }>;
  /** How a question's statements would be run. */
  plan(question: Question, n: number): Promise<readonly Reading[]>;
  close(): Promise<void>;
}

async function prepare(server: BenchServer, cases: number): Promise<Archive> {
  const name = `archive_${cases}`;
  await server.owner.query(`create database ${name}`);
  const target = withDatabase(server.target, name);
  await migrate(target);
  const owner = openDb(target, { size: 1, broken: () => undefined, statementTimeout: 0 });
  const heard = capturing(openDb(target, { size: 4, role: APP_ROLE, broken: () => undefined }));
  const app = await benchApp({
    db: heard.db,
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
  const known = await knownOf(app, owner, { office, template, cases });
  const [size] = await owner.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes');
  const who = (username: string) => actorOf(office, username);
  return {
    cases,
    growSeconds,
    megabytes: (size?.bytes ?? 0) / 1e6,
    tables: await tableSizes(owner),
    owner,
    async ask(question, n) {
      const begun = performance.now();
      const answer = await question(app, who, n, known);
      return { ms: performance.now() - begun, rows: rowsIn(answer) };
    },
    async plan(question, n) {
      heard.taken.length = 0;
      heard.on = true;
      await question(app, who, n, known);
      heard.on = false;
      return await readings(owner, heard.taken);
    },
    async close() {
      await heard.db.close();
      await owner.close();
    },
  };
}

/** Things to ask for, spread over the archive. */
async function knownOf(
  app: App,
  owner: Db,
  {
    office,
    template,
    cases,
  }: { readonly office: BenchOffice; readonly template: string; readonly cases: number },
): Promise<Known> {
  const whole = await owner.query<{ id: string; number: string }>(
    `select id, office || '-' || n as number from grown where office = $1 and n % ${WHOLE_LOG_EVERY} = 0 and n % 5 <> 0
     order by md5(n::text) limit ${TIMES}`,
    [office.code],
  );
  const newest = await owner.query<{ id: string }>(
    `select id from grown where office = $1 and n > (select max(n) from grown) - ${NEWEST_WHOLE}`,
    [office.code],
  );
  await owner.query('drop table grown');
  await reseal(app, owner, {
    office: office.code,
    template,
    ids: [...whole, ...newest].map((row) => row.id),
  });
  const papers = await owner.query<{ case_id: string }>(
    `select case_id from paper tablesample system (10) where office = $1 limit ${TIMES}`,
    [office.code],
  );
  const codes = papers.map((paper) => ({ ...paper, code: newVerificationKeys().code }));
  await owner.query(
    `update paper p set code = c.code from json_to_recordset($2::json) as c(case_id uuid, code text)
     where p.office = $1 and p.case_id = c.case_id`,
    [office.code, JSON.stringify(codes)],
  );
  // Page 50, or the last one of an archive that has fewer.
  let deep = '';
  for (let page = 1; page < 50; page += 1) {
    const asked = { tab: 'all', sort: 'newest', ...(deep === '' ? {} : { cursor: deep }) } as const;
    const { next } = await inbox(app, actorOf(office, 'deputy'), asked);
    if (next === null) break;
    deep = next;
  }
  return {
    cases,
    ids: whole.map((row) => row.id),
    numbers: whole.map((row) => row.number),
    codes: codes.map(({ code }) => code),
    units: office.units.map((unit) => office.orgs.get(unit) ?? ''),
    deep,
  };
}

/** Asks every question of every archive, the archives taking turns, so that a busy moment hits them alike. */
async function measure(archives: readonly Archive[]): Promise<readonly SizeFound[]> {
  const found = archives.map((archive) => ({
    cases: archive.cases,
    growSeconds: Math.round(archive.growSeconds),
    databaseMegabytes: Math.round(archive.megabytes),
    bytesPerCase: Math.round((archive.megabytes * 1e6) / archive.cases),
    tables: archive.tables,
    ms: {} as Record<string, ReturnType<typeof latency>>,
    rows: {} as Record<string, number>,
    sequentialScans: {} as Record<string, readonly string[]>,
    scansCounted: {} as Record<string, number>,
    plans: {} as Record<string, readonly string[]>,
  }));
  const before = await Promise.all(archives.map((archive) => scans(archive.owner)));
  for (const [key, question] of Object.entries(QUESTIONS)) {
    for (const archive of archives) await archive.ask(question, 0);
    const asked = archives.map((): { ms: number; rows: number }[] => []);
    for (let n = 0; n < TIMES; n += 1)
      for (const [at, archive] of archives.entries()) asked[at]?.push(await archive.ask(question, n));
    for (const [at, one] of found.entries()) {
      one.ms[key] = latency((asked[at] ?? []).map(({ ms }) => ms));
      one.rows[key] = round((asked[at] ?? []).reduce((sum, { rows }) => sum + rows, 0) / TIMES);
    }
  }
  const after = await Promise.all(archives.map((archive) => scans(archive.owner)));
  for (const [at, one] of found.entries()) {
    for (const table of GROWING) {
      const more = (after[at]?.get(table) ?? 0) - (before[at]?.get(table) ?? 0);
      if (more > 0) one.scansCounted[table] = more;
    }
    for (const [key, question] of Object.entries(QUESTIONS)) {
      const plans = [await archives[at]?.plan(question, 0), await archives[at]?.plan(question, 7)];
      const read = plans.flatMap((plan) => plan ?? []).filter((reading) => GROWING.includes(reading.table));
      one.plans[key] = [...new Set(read.map(({ table, by }) => `${table}: ${by}`))];
      const whole = [...new Set(read.flatMap(({ table, by }) => (by === 'Seq Scan' ? [table] : [])))];
      if (whole.length > 0) one.sequentialScans[key] = whole;
    }
  }
  return found;
}

/** Lines of a list, days of a chart; anything else is one answer. */
function rowsIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer !== 'object' || answer === null) return 1;
  if ('items' in answer && Array.isArray(answer.items)) return answer.items.length;
  return 'byDay' in answer && Array.isArray(answer.byDay) ? answer.byDay.length : 1;
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
