import type { Answers, FileRef } from '@zhitongche/form';
import { addDays, dayInShanghai } from '@zhitongche/base';
import type { CommandShape } from '@zhitongche/contract';
import { type DemoCase, demoOffice } from '@zhitongche/offices';
import { type OfficeActor, type App, ProblemError } from '@zhitongche/core/server';
import { JOB_HANDLERS } from '../job/handlers.ts';
import type { Job } from '../job/outbox.ts';
import { act, createCase, saveDraft, rate } from '@zhitongche/case/server';
import { demoPage, withUploads } from './demo-files.ts';
import { type Scene, type Scripted, filerOf } from './demo-road.ts';
import { scriptOf } from './demo-script.ts';
import { timesOf } from './demo-times.ts';

const SERVICE = 'outbound-trip';

interface Moment {
  readonly at: Date;
  readonly scene: Scene;
  readonly index: number;
  /** Absent = the draft is begun. */
  readonly act?: Scripted;
  readonly last: boolean;
}

/**
 * Plays the demo's cases through the same use cases people use, in the order of their dates, on a clock of its own.
 * Every act has a key of its own, so that a start that was cut off goes on where it stopped. Gives the number of acts.
 */
export async function playCases(
  real: App,
  actors: ReadonlyMap<string, OfficeActor>,
  now: Date,
): Promise<number> {
  let clock = now;
  const app: App = { ...real, clock: () => clock };
  const page = await demoPage(app, dayInShanghai(now.toISOString()));
  const moments = await lineUp(app, now);
  const cases = new Map<string, string>();
  for (const moment of moments) {
    clock = moment.at;
    const { plan } = moment.scene;
    try {
      if (moment.act) await play(app, actors, moment, moment.act, cases.get(plan.key) ?? '', page);
      else cases.set(plan.key, await begin(app, actors, moment, page));
    } catch (error) {
      throw new Error(`演示办件 ${plan.key} 第 ${moment.index} 步：${said(error)}`, { cause: error });
    }
  }
  return moments.length;
}

async function lineUp(app: App, now: Date): Promise<readonly Moment[]> {
  const book = await app.offices.get(demoOffice.code);
  const moments = demoOffice.cases.flatMap((plan): Moment[] => {
    const today = dayInShanghai(now.toISOString());
    const draft: Moment = {
      at: new Date(now.getTime() - 3_600_000),
      index: 0,
      scene: sceneOf(plan, today),
      last: false,
    };
    const firstScript = scriptOf(draft.scene);
    const [filed = draft.at] = timesOf(plan, firstScript, book.calendar, now);
    // Answers speak of days, so they are those of the day of filing.
    const scene = sceneOf(plan, dayInShanghai(filed.toISOString()));
    const script = scriptOf(scene);
    const times = timesOf(plan, script, book.calendar, now);
    return [
      { ...draft, scene, at: new Date((times[0] ?? draft.at).getTime() - 1_800_000) },
      ...script.map((one, index) => ({
        at: times[index] ?? now,
        scene,
        index: index + 1,
        act: one,
        last: index === script.length - 1,
      })),
    ];
  });
  return moments.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function sceneOf(plan: DemoCase, filed: string): Scene {
  const org = demoOffice.orgs.find((one) => one.key === plan.unit);
  const city =
    org?.kind === 'city-office' ? org.key : org?.parent?.startsWith('city-') ? org.parent : undefined;
  const answers = demoOffice.answers(plan, filed);
  const day = (value: unknown): string => (typeof value === 'string' ? value : addDays(filed, plan.leaveIn));
  return {
    plan,
    city: city?.slice('city-'.length),
    delegated: demoOffice.policies.some((row) => row.key === `${SERVICE}.city-delegated` && row.org === city),
    answers,
    departure: day(answers.exitDate),
    back: day(answers.entryDate),
  };
}

const who = (actors: ReadonlyMap<string, OfficeActor>, username: string): OfficeActor => {
  const found = actors.get(username);
  if (!found) throw new Error(`nobody is called ${username}`);
  return found;
};

async function begin(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  { scene }: Moment,
  page: Pick<FileRef, 'digest' | 'size' | 'type'>,
): Promise<string> {
  const { plan } = scene;
  const actor = who(actors, filerOf(plan.unit));
  const { id } = await createCase(app, actor, { key: `demo-${plan.key}-0`, service: SERVICE });
  const [saved] = await app.db.query<{ revision: number }>(
    'select revision from draft where office = $1 and case_id = $2 and revision = 0',
    [actor.office, id],
  );
  if (plan.until === 'draft' && saved) {
    const where = { office: actor.office, caseId: id, person: actor.id };
    const answers = await withUploads(app, where, page, halfFilled(scene.answers));
    await saveDraft(app, actor, { caseId: id, answers, revision: 0 });
  }
  return id;
}

/** A draft as people leave it: who and where are told, money and papers are not. */
const halfFilled = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([key]) => !['fares', 'otherFees', 'publicity', 'budgetForm', 'translation', 'programme'].includes(key),
    ),
  );

async function play(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  moment: Moment,
  scripted: Scripted,
  caseId: string,
  page: Pick<FileRef, 'digest' | 'size' | 'type'>,
): Promise<void> {
  const { plan } = moment.scene;
  const actor = who(actors, scripted.by);
  const key = `demo-${plan.key}-${moment.index}`;
  const { office } = actor;
  const [before] = await app.db.query<{ revision: number; updated_at: Date; rated: boolean; done: boolean }>(
    `select f.revision, f.updated_at, f.state->'rating' <> 'null' as rated, exists (select 1 from request_key k
       where k.office = f.office and k.person = $3 and k.key = $4) as done
     from case_file f where f.office = $1 and f.id = $2`,
    [office, caseId, actor.id, key],
  );
  if (!before) throw new Error('the case is gone');
  if (scripted.command === 'rate') {
    const [score, comment] = plan.rating ?? [5];
    if (!before.rated) await rate(app, actor, { caseId, key, score, ...(comment ? { comment } : {}) });
    return;
  }
  if (!before.done) {
    const command = await commandOf(app, actors, actor, moment, scripted.command, caseId, page);
    const seat = scripted.as ? await seatOf(app, office, caseId, scripted.as) : {};
    await act(app, actor, { caseId, revision: before.revision, key, command: { ...command, ...seat } });
  } else if (before.updated_at > app.clock()) return;
  // Papers asked for just now are left to the worker: whoever opens the demo sees them being made.
  if (!(plan.until === 'issuing' && moment.last)) await drain(app, office, caseId);
}

/** The open seat of a post. */
async function seatOf(app: App, office: string, caseId: string, role: string): Promise<{ seat?: string }> {
  const [task] = await app.db.query<{ seat: string }>(
    "select seat from task where office = $1 and case_id = $2 and role = $3 and status = 'open'",
    [office, caseId, role],
  );
  return task ?? {};
}

async function commandOf(
  app: App,
  actors: ReadonlyMap<string, OfficeActor>,
  actor: OfficeActor,
  { scene }: Moment,
  command: Exclude<Scripted['command'], 'rate'>,
  caseId: string,
  page: Pick<FileRef, 'digest' | 'size' | 'type'>,
): Promise<CommandShape> {
  const where = { office: actor.office, caseId, person: actor.id };
  if (command === 'file') {
    const service = app.services.latest(SERVICE);
    return {
      act: 'submit',
      answers: await withUploads(app, where, page, scene.answers),
      explanations: Object.fromEntries(
        (service?.checks ?? []).map((check) => [check.code, '已核实，确有必要，情况说明见所附材料。']),
      ),
    };
  }
  if (command === 'clear')
    return {
      act: 'filed',
      data: await withUploads(app, where, page, {
        authority: '中共云泽省委组织部（演示）',
        number: '云组外备〔演示〕1号',
        date: dayInShanghai(app.clock().toISOString()),
        scan: demoOffice.scan('clearance', '人员备案表'),
      }),
    };
  if (command === 'reply')
    return {
      act: 'report',
      reply: {
        result: 'approved',
        number: '云办函〔演示〕1号',
        date: dayInShanghai(app.clock().toISOString()),
        authority: '云泽省人民政府办公厅（演示）',
      },
    };
  return {
    ...command,
    ...(command.data ? { data: await withUploads(app, where, page, command.data) } : {}),
    ...(command.persons ? { persons: command.persons.map((username) => who(actors, username).id) } : {}),
  };
}

/** Does the jobs an act set off, on the demo's clock. */
export async function drain(app: App, office: string, caseId: string): Promise<void> {
  for (let more = true; more; )
    more = await app.db.tx(async (query) => {
      const [job] = await query<Job>(
        `select office, id, kind, case_id, payload, attempts from outbox
         where office = $1 and case_id = $2 order by created_at, id limit 1 for update skip locked`,
        [office, caseId],
      );
      const handler = job ? JOB_HANDLERS[job.kind] : undefined;
      if (!job || !handler) return false;
      await handler(app, job, query);
      await query('delete from outbox where office = $1 and id = $2', [job.office, job.id]);
      return true;
    });
  const stuck = await app.db.query<{ problem: string | null }>(
    `select p->>'problem' as problem from case_file f, jsonb_array_elements(f.state->'papers') p
     where f.office = $1 and f.id = $2 and p->>'status' = 'failed'`,
    [office, caseId],
  );
  if (stuck[0]) throw new Error(`a paper could not be made: ${stuck[0].problem}`);
}

const said = (error: unknown): string => {
  if (error instanceof ProblemError)
    return [
      error.zh,
      ...(error.more.problems ?? []).map((p) => `${p.code} ${p.at.join('.')} ${p.message}`),
    ].join('；');
  return error instanceof Error ? error.message : String(error);
};
