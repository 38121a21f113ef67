import { type Command, decide, type LookedUp, openActs, type PersonRef } from '@zhitongche/case';
import { probed } from '@zhitongche/audit/server';
import { type Problem, refuse } from '@zhitongche/base';
import { visibleProblems } from '@zhitongche/form';
import type { CommandShape } from '@zhitongche/contract';
import { type OfficeActor, type App, unsound } from '@zhitongche/core/server';
import { demandAsWritten } from '@zhitongche/register/server';
import { foreignFiles } from '../files/foreign-files.ts';
import { type Answered, answeredOf, NO_LOOKUPS, peopleAsked } from '../case/facts.ts';
import { runBothBatches, type QueryBatch } from '@zhitongche/host';
import { filingsOf } from '../linked/filings.ts';
import { type Committed, decided, stale } from './commit.ts';
import { advanced } from './advanced.ts';
import {
  clearanceIn,
  lookupScope,
  maySee,
  noSuchCase,
  openCase,
  type OpenedCase,
  type OpenedPage,
  openPage,
  settingOf,
} from './open-case.ts';
import { commitOnce, isReplay, requestDigest } from './replay.ts';

/** An act as sent: which case, seen at which revision, under which key. */
export interface ActRequest {
  readonly caseId: string;
  readonly revision: number;
  readonly key: string;
  readonly command: CommandShape;
}

/** Takes an act on a case: read, decide, write; the same key again does nothing and counts as done. */
export async function act(app: App, actor: OfficeActor, request: ActRequest): Promise<void> {
  await take(app, actor, request, await openCase(app, actor, request.caseId, request.key));
}

/** The same for whoever looks at the page next; null when it was carried out before and must be read anew. */
export async function actOnPage(
  app: App,
  actor: OfficeActor,
  request: ActRequest,
): Promise<OpenedPage | null> {
  const opened = await openPage(app, actor, request.caseId, request.key);
  const taken = await take(app, actor, request, opened);
  if (!taken) return null;
  const page = advanced(app, actor.office, opened, taken);
  if (!maySee(actor, page)) throw noSuchCase();
  return page;
}

async function take(
  app: App,
  actor: OfficeActor,
  request: ActRequest,
  opened: OpenedCase,
): Promise<Committed | null> {
  const { caseId, key } = request;
  const asked = { caseId, key, digest: requestDigest('act', caseId, request.revision, request.command) };
  if (isReplay(opened, asked.digest)) return null;
  if (opened.loaded.revision !== request.revision) throw stale(opened.loaded);

  const command = await resolved(app, actor, request.command);
  const forms = [command.answers, command.data, command.reply && { file: command.reply.file }];
  const [foreign, { answers: lookups, restsOn }] = await runBothBatches(
    app.db,
    foreignFiles(actor.office, caseId, forms),
    lookupsFor(app, actor, opened, command),
  );
  if (foreign.length > 0) throw unsound(foreign);
  await demandAsWritten(app, app.db.query, actor.office, restsOn);
  const result = decide(opened.service, opened.state, command, settingOf(opened, actor, lookups));
  const action = `case.${command.act}`;
  if (!result.ok) {
    app.watch.meter.act(opened.service.code, action, 'refused');
    const about = lookedUp(opened, actor, command);
    const people = about ? peopleAsked(opened.service, about, standing(opened, actor), opened.book, app) : [];
    const most = opened.policy.number('registers.refused-people');
    await probed(app, actor, `case:${caseId}`, result.problems[0]?.code ?? '', people, most);
  }
  const decision = decided(result.ok ? result : toldTo(actor, opened, result.problems));
  const filings = await filingsOf(app, actor, opened, decision);
  const committed = await commitOnce(app, actor, opened, decision, { ...asked, action, filings });
  // A part that was over at once has moved this case on in the same commit.
  return filings.length > 0 ? null : committed;
}

/** A refusal as the actor may read it: checks speak of answers that are hidden from who decides. */
const toldTo = (actor: OfficeActor, opened: OpenedCase, problems: readonly Problem[]) =>
  refuse(
    ...visibleProblems(
      opened.service.form,
      opened.state.answers,
      problems,
      { clearance: clearanceIn(actor, opened) },
      opened.book.orgs.map(({ name }) => name),
    ),
  );

/** The command with persons by name; a person of another office does not exist here. */
async function resolved(app: App, actor: OfficeActor, sent: CommandShape): Promise<Command> {
  const { persons: ids, ...command } = sent;
  if (!ids || ids.length === 0) return command;
  const rows = await app.db.query<PersonRef>(
    "select id, name, org from person where office = $1 and id = any($2::uuid[]) and status = 'active'",
    [actor.office, ids],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const persons = ids.flatMap((id) => byId.get(id) ?? []);
  if (persons.length < ids.length)
    throw unsound([
      {
        code: 'act.persons-unknown',
        level: 'block',
        at: ['persons'],
        message: '所选人员中有人不存在或已停用',
        en: 'Somebody chosen does not exist or is no longer active',
        todo: '请重新选择人员',
      },
    ]);
  return { ...command, persons };
}

/** Registers are asked only where checks will run: on submission and on acts with a form. */
function lookupsFor(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  command: Command,
): QueryBatch<Answered> {
  const { service, book } = opened;
  const about = lookedUp(opened, actor, command);
  if (!about) return NO_LOOKUPS;
  return answeredOf(service, about, standing(opened, actor), book, app);
}

/** Whoever acts stands for it by name: every unit's registers are asked. */
const standing = (opened: OpenedCase, actor: OfficeActor) => ({
  ...lookupScope(opened, actor.id),
  everywhere: true,
});

function lookedUp(opened: OpenedCase, actor: OfficeActor, command: Command): LookedUp | null {
  const { service, state } = opened;
  if (command.answers) return { answers: command.answers };
  if (!command.data) return null;
  const open = openActs(service, state, actor, settingOf(opened, actor));
  const form = open.find((one) => one.act === command.act)?.form;
  return form === undefined ? null : { answers: state.answers, act: { form, data: command.data } };
}
