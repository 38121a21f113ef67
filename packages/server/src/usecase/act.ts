import { canonicalJson, type Command, decide, type PersonRef } from '@zhitongche/kernel';
import { sm3Hex } from '@zhitongche/papers/sm/sm3.ts';
import type { CommandShape } from '@zhitongche/contract';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { foreignFiles } from '../files/foreign-files.ts';
import { answerLookups, type LookupAnswers } from '../case/facts.ts';
import { ProblemError, unsound } from '../problem-error.ts';
import { commit, decided, keyOf, stale } from './commit.ts';
import { openCase, type OpenedCase, settingOf } from './open-case.ts';

/** An act as sent: which case, seen at which revision, under which key. */
export interface ActRequest {
  readonly caseId: string;
  readonly revision: number;
  readonly key: string;
  readonly command: CommandShape;
}

/** Takes an act on a case: read, decide, write; the same key again does nothing and counts as done. */
export async function act(app: App, actor: OfficeActor, request: ActRequest): Promise<void> {
  const digest = sm3Hex(canonicalJson(['act', request.caseId, request.revision, request.command]));
  const opened = await openCase(app, actor, request.caseId, request.key);
  const replayed = isReplay(opened, digest);
  if (replayed) return;
  if (opened.loaded.revision !== request.revision) throw stale(opened.loaded);

  const command = await resolved(app, actor, request.command);
  const forms = [command.answers, command.data, command.reply && { file: command.reply.file }];
  const foreign = await foreignFiles(app, actor.office, request.caseId, forms);
  if (foreign.length > 0) throw unsound(foreign);
  const lookups = await lookupsFor(app, actor, opened, command);
  const decision = decided(decide(opened.service, opened.state, command, settingOf(opened, actor, lookups)));
  const written = await commit(app, actor.office, opened, decision, {
    action: `case.${command.act}`,
    source: actor.source,
    key: keyOf(actor, request.key, digest),
  }).catch((error: unknown) => {
    if (isKeyTaken(error)) return false;
    throw error;
  });
  if (!written) await explain(app, actor, request, digest);
}

/** Whether this very request was already carried out; a key used for something else is refused. */
function isReplay({ loaded }: OpenedCase, digest: string): boolean {
  if (loaded.key_request === null) return false;
  if (loaded.key_request === digest) return true;
  throw new ProblemError(
    409,
    'key.reused',
    '同一个 Idempotency-Key 已用于另一项操作，请换一个新的。',
    'This Idempotency-Key was used for another request.',
  );
}

/** Somebody was faster: either the same request on another connection, or another act. */
async function explain(app: App, actor: OfficeActor, request: ActRequest, digest: string): Promise<void> {
  const now = await openCase(app, actor, request.caseId, request.key);
  if (!isReplay(now, digest)) throw stale(now.loaded);
}

const isKeyTaken = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  error.constraint === 'request_key_pkey';

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
async function lookupsFor(
  app: App,
  actor: OfficeActor,
  { service, loaded, state, today }: OpenedCase,
  command: Command,
): Promise<LookupAnswers> {
  const answers = command.answers ?? (command.data ? state.answers : undefined);
  if (!answers) return {};
  return await answerLookups(app, service, answers, {
    office: actor.office,
    unit: loaded.unit,
    caseId: loaded.id,
    today,
  });
}
