import { addDays, addWorkingDays, dayInShanghai } from '@zhitongche/base';
import { isClosed } from '@zhitongche/case';
import type { CommandShape } from '@zhitongche/contract';
import { type App, ProblemError } from '@zhitongche/core/server';
import { outstanding } from '../../catalogue/outbound/trip/custody.ts';
import { newId } from '@zhitongche/host';
import { act, openAnyCase, type OpenedCase } from '@zhitongche/case/server';
import type { Diary, Entry } from './diary.ts';
import { type Nation, provinceOf } from './nation-office.ts';
import { actorOf, type BenchOffice } from './office.ts';
import type { BenchServer } from './postgres.ts';
import { EXPLAINED } from './trip.ts';
import { chance } from './year.ts';

const NOBODY = { person: '00000000-0000-0000-0000-000000000000', key: '' };

/** Which of its units an office's organisation is, as this run calls it. */
export const unitOf = (office: BenchOffice, org: string): string =>
  office.units.find((unit) => office.orgs.get(unit) === org) ?? '';

/** When a unit has corrected what it was told: two to five working days later. */
export const correctedOn = (
  nation: Nation,
  { office, id }: Pick<Entry, 'office' | 'id'>,
  asked: string,
): string =>
  addWorkingDays(provinceOf(nation, office).calendar, asked, 2 + Math.floor(chance('correct', id) * 4)).due;

/** When a delegation that was to enter China on a day has registered its return. */
export const registeredOn = (entry: unknown): string => addDays(typeof entry === 'string' ? entry : '', 2);

/** The rules that stopped an application, for instance of somebody who has travelled too often. */
export function stopped(error: unknown): readonly string[] {
  if (!(error instanceof ProblemError) || error.status !== 422) throw error;
  const stops = (error.more.problems ?? []).filter((problem) => problem.level === 'block');
  return [...new Set(stops.map((problem) => problem.code))];
}

/** Does what is due about a case, or puts it off to a day on which it can be done. */
export async function run(app: App, nation: Nation, diary: Diary, day: string, entry: Entry): Promise<void> {
  const opened = await openAnyCase(app, entry.office, entry.id, NOBODY);
  if (!opened || isClosed(opened.state.status)) return;
  const { state } = opened;
  const { office } = provinceOf(nation, entry.office);
  const filer = `${unitOf(office, opened.loaded.unit)}-filer`;
  const later = (on: string, errand = entry.errand) =>
    diary.add(on > day ? on : addDays(day, 1), { ...entry, errand });
  switch (entry.errand) {
    case 'correct':
      if (state.status !== 'correcting') return;
      // Its own rules may hold it, for instance while the unit owes a passport; it is tried again every day.
      return await take(app, office, filer, opened, {
        act: 'submit',
        answers: state.answers,
        explanations: EXPLAINED,
      }).catch((error: unknown) => {
        stopped(error);
        later(day);
      });
    case 'return': {
      const { exitDate, entryDate, members } = state.answers;
      if (state.step !== 'abroad' || registeredOn(entryDate) > day) return later(registeredOn(entryDate));
      const actualPersons = Array.isArray(members) ? members.length : 0;
      const data = {
        actualExit: exitDate ?? '',
        actualEntry: entryDate ?? '',
        actualPersons,
        deviation: false,
      };
      await take(app, office, filer, opened, { act: 'register-return', data });
      later(addDays(day, 2), 'passports');
      return later(addDays(day, 7), 'report');
    }
    case 'passports': {
      const left = outstanding(state);
      if (left.length === 0) return;
      const data = {
        documents: left.map(({ holder, document }) => ({
          holder,
          document,
          state: 'returned',
          on: day,
          stampsChecked: true,
        })),
      };
      return await take(app, office, 'passports', opened, { act: 'return-passports', data });
    }
    case 'report': {
      if (state.flags.includes('report-filed')) return;
      const report = [await reportFile(app, office, filer, entry.id)];
      const data = {
        summary: '代表团按批准的行程完成全部公务活动，与外方就合作事项达成一致。',
        followUp: '落实会谈纪要，每季度跟踪项目进展。',
        intents: 2,
        overspent: false,
        report,
      };
      return await take(app, office, filer, opened, { act: 'file-report', data });
    }
    default:
      return entry.errand satisfies never;
  }
}

async function reportFile(app: App, office: BenchOffice, filer: string, caseId: string) {
  const file = {
    id: newId(),
    name: '出访报告.pdf',
    size: 180_000,
    type: 'application/pdf',
    digest: 'b'.repeat(64),
  };
  await app.db.query(
    'insert into upload (office, id, case_id, name, type, size, digest, by_person, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [
      office.code,
      file.id,
      caseId,
      file.name,
      file.type,
      file.size,
      file.digest,
      actorOf(office, filer).id,
      app.clock(),
    ],
  );
  return file;
}

const take = (app: App, office: BenchOffice, by: string, { loaded }: OpenedCase, command: CommandShape) =>
  act(app, actorOf(office, by), {
    caseId: loaded.id,
    revision: loaded.revision,
    key: `${loaded.id}-${loaded.revision}`,
    command,
  });

/** Writes into the diary what follows from the cases as an earlier run left them; nothing of it is lost by a stop. */
export async function resume(server: BenchServer, nation: Nation, diary: Diary, day: string): Promise<void> {
  const cases = await server.owner.query<{
    office: string;
    id: string;
    status: string;
    step: string | null;
    updated_at: Date;
  }>(`select office, id, status, step, updated_at from case_file where closed_at is null and revision > 0`);
  for (const { office, id, status, step, updated_at: at } of cases) {
    const since = dayInShanghai(at.toISOString());
    if (status === 'correcting')
      diary.add(correctedOn(nation, { office, id }, since), { office, id, errand: 'correct' });
    if (step === 'after-trip') {
      diary.add(addDays(since, 2), { office, id, errand: 'passports' });
      diary.add(addDays(since, 7), { office, id, errand: 'report' });
    } else if (step !== 'evaluation') diary.add(day, { office, id, errand: 'return' });
  }
}
