import { addDays, dayInShanghai } from '@zhitongche/kernel';
import { sampleCitizenId, samplePerson } from '@zhitongche/services/outbound-trip/sample-people.ts';
import type { CommandShape } from '@zhitongche/contract';
import type { App } from '@zhitongche/server/app.ts';
import { openDb } from '@zhitongche/server/db/pool.ts';
import { APP_ROLE } from '@zhitongche/server/db/target.ts';
import { follow } from '@zhitongche/server/job/follower.ts';
import { JOB_HANDLERS } from '@zhitongche/server/job/handlers.ts';
import { runNextJob } from '@zhitongche/server/job/outbox.ts';
import { tick } from '@zhitongche/server/job/tick.ts';
import type { PaperMaker } from '@zhitongche/server/paper/paper-maker.ts';
import { ProblemError } from '@zhitongche/server/problem-error.ts';
import { act } from '@zhitongche/server/usecase/act.ts';
import { benchApp } from './lib/app.ts';
import { makeDraft } from './lib/drafts.ts';
import { actorOf, type BenchOffice, findOffice, makeOffice } from './lib/office.ts';
import { totals, yearReport } from './lib/nation-report.ts';
import { startServer } from './lib/postgres.ts';
import { NO_PANEL, roadOf } from './lib/trip.ts';
import { arrivals, away, chance, corrected, daysOf } from './lib/year.ts';

const PROVINCES =
  '北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆'.split(
    ' ',
  );
const YEAR = 2026;
/** Share of first applications that are sent back once for corrections. */
const CORRECTED = 0.15;

/** Who works through which pool, and how many cases one office's people manage on a day. */
const DESKS: readonly {
  readonly by: string;
  readonly step: string;
  readonly act: string;
  readonly leader: boolean;
}[] = [
  { by: 'window', step: 'window', act: 'accept', leader: false },
  { by: 'handler', step: 'handler', act: 'agree', leader: false },
  { by: 'head', step: 'division-head', act: 'agree', leader: true },
  { by: 'deputy', step: 'deputy', act: 'agree', leader: true },
];

/** Typesetting is measured by itself; here only that numbers are drawn and papers recorded matters. */
let pages = 0;
const quickPapers: PaperMaker = {
  ready: async () => ({ ok: true, value: null }),
  make: async () => ({
    ok: true,
    value: { pdf: Buffer.from(`%PDF-1.7 ${(pages += 1)} ${process.hrtime.bigint()}`), docx: null },
  }),
};

/** A year of 31 provinces through the use cases. Arguments: cases in the year, folder to continue in. */
export default async function nation([count = '2000', folder]: readonly string[]): Promise<
  Record<string, unknown>
> {
  const server = await startServer(folder);
  const db = openDb(server.target, { size: 8, role: APP_ROLE, broken: () => undefined });
  let now = new Date(`${YEAR}-01-01T01:00:00.000Z`);
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: 'p1',
      clock: () => now,
      papers: quickPapers,
    });
    await server.owner.query(
      'create table if not exists nation_day (day date primary key, received int, decided int, backlog int)',
    );
    await server.owner.query(
      'create table if not exists nation_answers (id uuid primary key, answers jsonb)',
    );
    await server.owner.query('grant select, insert on nation_answers to zhitongche_app');
    const offices: BenchOffice[] = [];
    for (const [index, name] of PROVINCES.entries()) {
      const code = `p${index + 1}`;
      offices.push(
        (await findOffice(app, code)) ??
          (await makeOffice(app, { code, name: `${name}外办`, units: 6, policies: NO_PANEL })),
      );
    }
    const weights = offices.map((_, index) => 1 / (index + 3));
    const whole = weights.reduce((sum, weight) => sum + weight, 0);
    // Ranks are dealt out by lot, so that the first in the list is not the largest.
    const ranks = offices
      .map((office) => office.code)
      .toSorted((a, b) => chance('rank', a) - chance('rank', b));
    const perYear = new Map(
      ranks.map((code, rank) => [code, (Number(count) * (weights[rank] ?? 0)) / whole]),
    );
    const done = await server.owner.query<{ day: string }>('select day from nation_day');
    const known = new Set(done.map((row) => row.day));
    const start = performance.now();
    const turned: Turned = new Map();
    for (const day of daysOf(YEAR).filter((one) => !known.has(one))) {
      const before = await totals(server);
      for (const office of offices) {
        // Only office hours: nothing happens between, so each hour's clock may be set by hand.
        const at = (hour: number) => {
          now = new Date(Date.parse(`${day}T00:00:00.000Z`) + (hour - 8) * 3_600_000);
        };
        const { calendar } = await app.offices.get(office.code);
        if (!calendar.isWorkingDay(day)) continue;
        await oneDay(app, office, day, perYear.get(office.code) ?? 0, at, turned);
      }
      for (let more = true; more; ) more = await runNextJob(app, JOB_HANDLERS);
      while ((await tick(app)) === 100);
      for (const office of offices) while ((await follow(app, office.code)) > 0);
      const after = await totals(server);
      await server.owner.query('insert into nation_day values ($1, $2, $3, $4)', [
        day,
        after.received - before.received,
        after.decided - before.decided,
        after.backlog,
      ]);
    }
    const seconds = (performance.now() - start) / 1000;
    return {
      method: {
        provinces: PROVINCES.length,
        year: YEAR,
        sentBack: CORRECTED,
        leadersAway: '1 week in 7',
        typesetting: 'left out',
      },
      ...(await yearReport(server, seconds, turned, YEAR, known.size)),
    };
  } finally {
    await db.close();
    await server.stop();
  }
}

/** Applications the form's own rules stopped, by rule. */
type Turned = Map<string, number>;

async function oneDay(
  app: App,
  office: BenchOffice,
  day: string,
  perYear: number,
  at: (hour: number) => void,
  turned: Turned,
): Promise<void> {
  const { calendar } = await app.offices.get(office.code);
  at(9);
  const [have] = await app.db.query<{ n: number }>(
    `select count(*) as n from case_file where office = $1 and created_at >= $2::date and created_at < $2::date + 1`,
    [office.code, day],
  );
  for (let n = have?.n ?? 0; n < arrivals(office.code, day, perYear); n += 1)
    await file(app, office, day, n, turned);

  at(10);
  for (const waiting of await open(app, office, 'unit-sign'))
    await take(app, office, `${unitOf(office, waiting.unit)}-signer`, waiting, {
      act: 'agree',
      opinion: '同意申报。',
    });
  for (const waiting of await told(app, office, "f.status = 'correcting'")) {
    if (!corrected(calendar, waiting.id, dayInShanghai(waiting.updated_at.toISOString()), day)) continue;
    const { answers } = waiting;
    const command: CommandShape = { act: 'submit', answers, explanations: EXPLANATIONS };
    // Its own rules may hold it, for instance while the unit owes a passport; it is tried again every day.
    await take(app, office, `${unitOf(office, waiting.unit)}-filer`, waiting, command).catch(stopped);
  }
  await afterTrips(app, office, day);

  const capacity = Math.max(2, Math.ceil((perYear / 250) * 1.6));
  for (const [index, desk] of DESKS.entries()) {
    at(11 + index);
    if (desk.leader && away(office.code, desk.by, day)) continue;
    for (const waiting of (await open(app, office, desk.step)).slice(0, capacity)) {
      const sentBack =
        desk.by === 'handler' && waiting.round === 1 && chance('sent back', waiting.id) < CORRECTED;
      const command: CommandShape = sentBack
        ? { act: 'correct', faults: [{ at: 'results', message: '预期成果请量化。' }] }
        : { act: desk.act, ...(desk.act === 'accept' ? {} : { opinion: '同意。' }) };
      await take(app, office, desk.by, waiting, command);
    }
  }
}

const EXPLANATIONS = roadOf({ caseId: '', unit: '', answers: {} })[0]?.command.explanations ?? {};

interface Waiting {
  readonly id: string;
  readonly revision: number;
  readonly unit: string;
  readonly round: number;
}

const open = (app: App, office: BenchOffice, step: string): Promise<Waiting[]> =>
  app.db.query<Waiting>(
    `select f.id, f.revision, f.unit, f.round from task t join case_file f on f.office = t.office and f.id = t.case_id
     where t.office = $1 and t.status = 'open' and t.ready and t.step = $2 order by coalesce(t.due, 'infinity'), f.id`,
    [office.code, step],
  );

interface Told extends Waiting {
  readonly updated_at: Date;
  readonly answers: NonNullable<CommandShape['answers']>;
}

/** Cases with the answers they were filed with; `which` is a condition of this file, never of anybody's. */
const told = (app: App, office: BenchOffice, which: string): Promise<Told[]> =>
  app.db.query<Told>(
    `select f.id, f.revision, f.unit, f.round, f.updated_at, k.answers
     from case_file f join nation_answers k on k.id = f.id where f.office = $1 and ${which} order by f.id`,
    [office.code],
  );

/** Delegations that are back register their return, and their passports go back where they are kept. */
async function afterTrips(app: App, office: BenchOffice, day: string): Promise<void> {
  for (const trip of await told(app, office, "f.step = 'abroad'")) {
    const { exitDate, entryDate, members } = trip.answers;
    if (typeof exitDate !== 'string' || typeof entryDate !== 'string' || addDays(entryDate, 2) > day)
      continue;
    const actualPersons = Array.isArray(members) ? members.length : 0;
    const data = { actualExit: exitDate, actualEntry: entryDate, actualPersons, deviation: false };
    await take(app, office, `${unitOf(office, trip.unit)}-filer`, trip, { act: 'register-return', data });
  }
  const out = "f.step = 'after-trip' and not f.flags @> array['passports-returned']";
  for (const trip of await told(app, office, out)) {
    const count = Array.isArray(trip.answers.members) ? trip.answers.members.length : 0;
    const data = { returnedOn: day, count, stampsChecked: true };
    await take(app, office, 'passports', trip, { act: 'return-passports', data });
  }
}

/** The rules that stopped an application, for instance of somebody who has travelled too often. */
function stopped(error: unknown): readonly string[] {
  if (!(error instanceof ProblemError) || error.status !== 422) throw error;
  const stops = (error.more.problems ?? []).filter((problem) => problem.level === 'block');
  return [...new Set(stops.map((problem) => problem.code))];
}

const unitOf = (office: BenchOffice, org: string): string =>
  office.units.find((unit) => office.orgs.get(unit) === org) ?? '';

async function file(app: App, office: BenchOffice, day: string, n: number, turned: Turned): Promise<void> {
  const unit = office.units[Math.floor(chance('unit', office.code, day, n) * office.units.length)] ?? 'unit1';
  const people = Array.from({ length: 6 }, (_, at) => {
    const number = Math.floor(chance('person', office.code, day, n, at) * 100_000);
    const person = samplePerson(number, '科员', at === 0 ? 'division' : 'section');
    const birthDate = addDays('1966-01-01', number % 12_000);
    return {
      ...person,
      birthDate,
      citizenId: sampleCitizenId(birthDate, person.sex, at * 80 + (number % 80)),
    };
  });
  const draft = await makeDraft(app, office, unit, day, people);
  await app.db.query('insert into nation_answers values ($1, $2)', [
    draft.caseId,
    JSON.stringify(draft.answers),
  ]);
  const first = roadOf(draft)[0];
  if (!first) return;
  await act(app, actorOf(office, first.by), {
    caseId: draft.caseId,
    revision: 0,
    key: `${day}-${n}-${unit}`,
    command: first.command,
  }).catch((error: unknown) => {
    for (const code of stopped(error)) turned.set(code, (turned.get(code) ?? 0) + 1);
  });
}

async function take(
  app: App,
  office: BenchOffice,
  by: string,
  waiting: Waiting,
  command: CommandShape,
): Promise<void> {
  const key = `${waiting.id}-${waiting.revision}`;
  await act(app, actorOf(office, by), { caseId: waiting.id, revision: waiting.revision, key, command });
}
