import type { Answers, FileRef } from '@zhitongche/form';
import { dayInShanghai } from '@zhitongche/base';
import type { CommandShape } from '@zhitongche/contract';
import {
  type OfficeActor,
  type App,
  type DemoAct,
  type DemoStory,
  ProblemError,
} from '@zhitongche/core/server';
import { JOB_HANDLERS } from '../job/handlers.ts';
import type { Job } from '../job/outbox.ts';
import { act, createCase, saveDraft, rate } from '@zhitongche/case/server';
import { demoPage, withUploads } from './demo-files.ts';

type Page = Pick<FileRef, 'digest' | 'size' | 'type'>;
type Actors = ReadonlyMap<string, OfficeActor>;

interface Moment {
  readonly at: Date;
  readonly story: DemoStory;
  readonly index: number;
  /** Absent = the draft is begun. */
  readonly act?: DemoAct;
}

/**
 * Plays stories through the same use cases people use, in the order of their dates, on a clock of its own. Every act has
 * a key of its own, so that a start that was cut off goes on where it stopped. Gives the number of acts.
 */
export async function playStories(
  real: App,
  actors: Actors,
  now: Date,
  stories: readonly DemoStory[],
): Promise<number> {
  let clock = now;
  const app: App = { ...real, clock: () => clock };
  const page = await demoPage(app, dayInShanghai(now.toISOString()));
  const moments = lineUp(stories);
  const cases = new Map<string, string>();
  for (const moment of moments) {
    clock = moment.at;
    const { key } = moment.story;
    try {
      if (moment.act) await play(app, actors, moment, moment.act, cases.get(key) ?? '', page);
      else cases.set(key, await begin(app, actors, moment.story, page));
    } catch (error) {
      throw new Error(`演示办件 ${key} 第 ${moment.index} 步：${said(error)}`, { cause: error });
    }
  }
  return moments.length;
}

const lineUp = (stories: readonly DemoStory[]): readonly Moment[] =>
  stories
    .flatMap((story): Moment[] => [
      { at: story.begunAt, story, index: 0 },
      ...story.acts.map((one, index) => ({ at: one.at, story, index: index + 1, act: one })),
    ])
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

const who = (actors: Actors, username: string): OfficeActor => {
  const found = actors.get(username);
  if (!found) throw new Error(`nobody is called ${username}`);
  return found;
};

async function begin(app: App, actors: Actors, story: DemoStory, page: Page): Promise<string> {
  const actor = who(actors, story.filer);
  const { id } = await createCase(app, actor, { key: `demo-${story.key}-0`, service: story.service });
  if (!story.draft) return id;
  const [saved] = await app.db.query<{ revision: number }>(
    'select revision from draft where office = $1 and case_id = $2 and revision = 0',
    [actor.office, id],
  );
  if (saved) {
    const where = { office: actor.office, caseId: id, person: actor.id };
    const answers = await withUploads(app, where, page, story.draft);
    await saveDraft(app, actor, { caseId: id, answers, revision: 0 });
  }
  return id;
}

async function play(
  app: App,
  actors: Actors,
  { story, index }: Moment,
  one: DemoAct,
  caseId: string,
  page: Page,
): Promise<void> {
  const actor = who(actors, one.by);
  const key = `demo-${story.key}-${index}`;
  const { office } = actor;
  const [before] = await app.db.query<{ revision: number; updated_at: Date; rated: boolean; done: boolean }>(
    `select f.revision, f.updated_at, f.state->'rating' <> 'null' as rated, exists (select 1 from request_key k
       where k.office = f.office and k.person = $3 and k.key = $4) as done
     from case_file f where f.office = $1 and f.id = $2`,
    [office, caseId, actor.id, key],
  );
  if (!before) throw new Error('the case is gone');
  if ('rate' in one.command) {
    const [score, comment] = one.command.rate;
    if (!before.rated) await rate(app, actor, { caseId, key, score, ...(comment ? { comment } : {}) });
    return;
  }
  if (!before.done) {
    const upload = (answers: Answers) =>
      withUploads(app, { office, caseId, person: actor.id }, page, answers);
    const command = await commandOf(app, actors, story, one.command, upload);
    const seat = one.as ? await seatOf(app, office, caseId, one.as) : {};
    await act(app, actor, { caseId, revision: before.revision, key, command: { ...command, ...seat } });
  } else if (before.updated_at > app.clock()) return;
  if (!one.leavesPapers) await drain(app, office, caseId);
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
  actors: Actors,
  { service }: DemoStory,
  command: CommandShape,
  upload: (answers: Answers) => Promise<Answers>,
): Promise<CommandShape> {
  return {
    ...command,
    ...(command.answers
      ? { answers: await upload(command.answers), explanations: await explained(app, service) }
      : {}),
    ...(command.data ? { data: await upload(command.data) } : {}),
    ...(command.persons ? { persons: command.persons.map((username) => who(actors, username).id) } : {}),
  };
}

/** Whatever a check may ask to be explained, explained. */
const explained = async (app: App, service: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    ((await app.services.latest(service))?.checks ?? []).map((check) => [
      check.code,
      '已核实，确有必要，情况说明见所附材料。',
    ]),
  );

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
