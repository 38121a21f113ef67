import { addDays } from '@zhitongche/base';
import { sampleCitizenId, samplePerson } from '@zhitongche/catalogue/shared/sample-people.ts';
import type { CommandShape } from '@zhitongche/contract';
import type { App } from '@zhitongche/core/server';
import { act } from '@zhitongche/case/server';
import { forAll } from './all.ts';
import type { Diary } from './diary.ts';
import { makeDraft } from './drafts.ts';
import { correctedOn, registeredOn, run, stopped, unitOf } from './scenarios.ts';
import { type Nation, type Province, provinceOf } from './nation-office.ts';
import { actorOf } from './office.ts';
import { roadOf } from './trip.ts';
import { arrivals, away, chance } from './year.ts';

/** Share of first applications that are sent back once for corrections. */
export const CORRECTED = 0.15;
/** People work at the same time; more at once only wait for the processor. */
export const AT_ONCE = 6;

/** Who works through which step from which hour on; a leader may be away. */
const DESKS: readonly {
  readonly hour: number;
  readonly by: string;
  readonly step: string;
  readonly command: CommandShape;
  readonly leader?: boolean;
}[] = [
  { hour: 11, by: 'window', step: 'window', command: { act: 'accept' } },
  { hour: 12, by: 'handler', step: 'handler', command: { act: 'agree', opinion: '同意。' } },
  { hour: 13, by: 'head', step: 'division-head', command: { act: 'agree', opinion: '同意。' }, leader: true },
  { hour: 14, by: 'deputy', step: 'deputy', command: { act: 'agree', opinion: '同意。' }, leader: true },
  {
    hour: 15,
    by: 'handler',
    step: 'evaluation',
    command: { act: 'close', data: { purposeMet: 'full', asApproved: true, inOrder: true } },
  },
];

/** What one day is played with. */
export interface DayContext {
  readonly app: App;
  readonly nation: Nation;
  readonly diary: Diary;
  /** Sets the clock to an hour of the day, in Beijing. */
  readonly at: (hour: number) => void;
  /** Applications the form's own rules stopped, by rule. */
  readonly stops: Map<string, number>;
}

/** Plays one day in every office, hour by hour; whatever happens within an hour happens at the same time. */
export async function playDay(context: DayContext, day: string): Promise<void> {
  const { app, nation, diary, at } = context;
  const open = new Map([...nation].filter(([, { calendar }]) => calendar.isWorkingDay(day)));
  if (open.size === 0) return;
  at(9);
  const filed = await filedOn(app, day);
  const toFile = [...open].flatMap(([code, province]) => {
    const expected = arrivals(code, day, province.perYear);
    return Array.from({ length: expected }, (_, n) => ({ province, n })).slice(filed.get(code) ?? 0);
  });
  await forAll(toFile, AT_ONCE, ({ province, n }) => file(context, province, day, n));
  at(10);
  await forAll(await waiting(app, 'unit-sign'), AT_ONCE, async (one) => {
    const { office } = provinceOf(nation, one.office);
    await take(context, one, `${unitOf(office, one.unit)}-signer`, { act: 'agree', opinion: '同意申报。' });
  });
  await forAll(diary.due(day), AT_ONCE, (entry) => run(app, nation, diary, day, entry));
  for (const desk of DESKS) {
    at(desk.hour);
    const lying = await waiting(app, desk.step);
    const taken = [...open].flatMap(([code, { perYear }]) =>
      desk.leader && away(code, desk.by, day)
        ? []
        : lying.filter((one) => one.office === code).slice(0, capacity(perYear)),
    );
    await forAll(taken, AT_ONCE, async (one) => {
      const sentBack = desk.step === 'window' && one.round === 1 && chance('sent back', one.id) < CORRECTED;
      await take(context, one, desk.by, sentBack ? FAULT : desk.command);
      if (sentBack)
        diary.add(correctedOn(nation, one, day), { office: one.office, id: one.id, errand: 'correct' });
    });
  }
}

const FAULT: CommandShape = { act: 'correct', faults: [{ at: 'results', message: '预期成果请量化。' }] };

/** Cases one desk manages on a day: three fifths more than come in on average, so that a backlog can be worked off. */
const capacity = (perYear: number): number => Math.max(2, Math.ceil((perYear / 250) * 1.6));

interface Waiting {
  readonly office: string;
  readonly id: string;
  readonly revision: number;
  readonly unit: string;
  readonly round: number;
}

/** What lies at a step in all offices, most urgent first. */
const waiting = (app: App, step: string): Promise<Waiting[]> =>
  app.db.query<Waiting>(
    `select f.office, f.id, f.revision, f.unit, f.round from task t join case_file f on f.office = t.office and f.id = t.case_id
     where t.status = 'open' and t.ready and t.step = $1 order by coalesce(t.due, 'infinity'), f.id`,
    [step],
  );

/** How many cases each office began on a day: what an earlier run got done of it before it was stopped. */
async function filedOn(app: App, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await app.db.query<{ office: string; n: number }>(
    `select office, count(*)::int as n from case_file where id >= $1::uuid and created_at >= $2::date and revision > 0 group by office`,
    [
      `${Date.parse(day)
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`,
      day,
    ],
  );
  return new Map(rows.map((row) => [row.office, row.n]));
}

async function file(context: DayContext, province: Province, day: string, n: number): Promise<void> {
  const { app, diary, stops } = context;
  const { office } = province;
  const unit = office.units[Math.floor(chance('unit', office.code, day, n) * office.units.length)] ?? 'unit1';
  const people = Array.from({ length: 6 }, (_, at) => {
    const number = Math.floor(chance('person', office.code, day, n, at) * 100_000);
    const person = samplePerson(number, '科员', at === 0 ? 'division' : 'section');
    const birthDate = addDays('1966-01-01', number % 12_000);
    const citizenId = sampleCitizenId(birthDate, person.sex, at * 80 + (number % 80));
    return { ...person, birthDate, citizenId };
  });
  const draft = await makeDraft(app, office, unit, day, people);
  const first = roadOf(draft)[0];
  if (!first) return;
  try {
    await act(app, actorOf(office, first.by), {
      caseId: draft.caseId,
      revision: 0,
      key: draft.caseId,
      command: first.command,
    });
    diary.add(registeredOn(draft.answers.entryDate), {
      office: office.code,
      id: draft.caseId,
      errand: 'return',
    });
  } catch (error) {
    for (const code of stopped(error)) stops.set(code, (stops.get(code) ?? 0) + 1);
  }
}

const take = (context: DayContext, one: Waiting, by: string, command: CommandShape): Promise<void> =>
  act(context.app, actorOf(provinceOf(context.nation, one.office).office, by), {
    caseId: one.id,
    revision: one.revision,
    key: `${one.id}-${one.revision}`,
    command,
  });
