import type { Json, Problem } from '@zhitongche/base';
import { type Answers, type Form, visibleProblems } from '@zhitongche/form';
import { type App, idempotent, type OfficeActor, ProblemError, unsound } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import {
  asProposed,
  type CommandSent,
  decideRow,
  keepsRow,
  type KeptRow,
  type RegisterKind,
  type RowCommand,
  type RowDeciding,
  type RowDecision,
  type RowRef,
  type SharedList,
  rowClearance,
  seesRow,
} from '@zhitongche/register';
import { moveNamed, takenAlong, tellOfMove } from './along.ts';
import { alikeKeys, likenesses, rowsAlike } from './alike.ts';
import { type FoundRow, lockRows, openRowData, readRowData } from './read-row.ts';
import { foreignRow, type OpenRegister, reachOf, registerIn, unknownRow } from './register-in.ts';
import { withCase } from './case-facts.ts';
import { claimFiles } from './kept-files.ts';
import { pickFacts, seenBy } from './picks.ts';
import { judgedBy, rowWriting } from './row-writing.ts';
import { rowsAbove } from './rows-above.ts';
import { told } from './told.ts';
import { refusedAsTaken, triedNumbers } from './tried-numbers.ts';
import { writeKept } from './write-kept.ts';
import type { RowChange } from './write-rows.ts';

/** An act on a row as sent: which row, seen at which revision, under which key. */
export interface RowRequest {
  readonly register: string;
  /** Absent = a new row. */
  readonly id?: string;
  readonly revision?: number;
  readonly key: string;
  readonly command: CommandSent;
  /** The list it is acted on by, with others. */
  readonly list?: SharedList;
}

/** Takes an act on a row: read, decide, write in one transaction; the same key again answers as before. */
export async function keepRow(app: App, actor: OfficeActor, request: RowRequest): Promise<{ id: string }> {
  const { register, id, revision, key, command } = request;
  const opened = await registerIn(app, actor, register);
  const asked = {
    key,
    what: 'keptAct',
    request: { register, id, revision, command } as unknown as Json,
  };
  try {
    return await idempotent(app, actor, asked, (query) => keepIn(app, actor, query, opened, request));
  } catch (error) {
    const given = 'answers' in command ? command.answers : undefined;
    await triedNumbers(app, actor, opened, refusedAsTaken(error, given));
    throw told(error, opened.kind);
  }
}

/** Whether nothing was done to a row since a revision but that its keepers were told of a day or a limit: nobody overtook anybody. */
async function onlyTold(
  query: Query,
  office: string,
  row: Pick<KeptRow, 'id' | 'revision'>,
  since: number | undefined,
): Promise<boolean> {
  if (since === undefined || since < 1 || since > row.revision) return false;
  const [done] = await query<{ n: number }>(
    `select count(*)::int as n from kept_event
     where office = $1 and row_id = $2 and seq > $3 and body->>'type' not in ('reminded', 'timer-told')`,
    [office, row.id, since],
  );
  return done?.n === 0;
}

/** The same within a transaction that does more. */
export async function keepIn(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  { id, revision, command, list }: RowRequest,
): Promise<{ id: string }> {
  const { kind, book, today, now } = opened;
  const self = id ?? newId(now.getTime());
  const { sent, rows } = await taken(app, actor, query, opened, self, command);
  const own = rows.get(self);
  if (id !== undefined) demandSeen(opened, own, kind);
  if (own && own.row.revision !== revision && !(await onlyTold(query, actor.office, own.row, revision)))
    throw overtaken(own);
  const given = givenIn(kind, sent, own?.row);
  const keys = keysOf(app, kind, sent, given, own?.row);
  const alike = likenesses(await rowsAlike(query, actor.office, kind.code, keys), keys, self, opened.reach);
  const sees = seenBy(app, book, actor);
  const picked = await pickFacts(app, query, book, sees, formOf(kind, sent), given);
  const known = await withCase({ app, query, book, kind, reach: opened.reach }, sent, picked, own?.row);
  const context: RowDeciding = {
    ...judgedBy(book, kind, today, known),
    now: now.toISOString(),
    actor,
    reach: opened.reach,
    tree: book.tree,
    home: opened.home,
    alike,
    above: await rowsAbove(query, actor.office, kind, sent),
    ...(list ? { list } : {}),
  };
  const decided = decideRow(kind, self, own?.row ?? null, sent, context);
  const move = sent.act === 'move' ? moveNamed(kind, sent.move) : undefined;
  const along =
    decided.ok && own && move?.along && !move.second
      ? await takenAlong(
          app,
          query,
          book,
          kind,
          move.along(own.row, sent.act === 'move' ? (sent.data ?? {}) : {}),
          rows,
          context,
        )
      : { changes: [], problems: [] };
  const foreign = await claimFiles(query, actor, kind, self, formOf(kind, sent), given);
  const faults = [...foreign, ...along.problems];
  if (!decided.ok || faults.length > 0)
    throw unsoundRow(opened, own?.row ?? null, [...(decided.ok ? [] : decided.problems), ...faults]);
  const changes = [
    ...changesOf(kind, self, own, decided.value, rows),
    ...along.changes,
    ...alsoEntered(opened, decided.value.row, sent, context),
  ];
  const { doer } = decided.value;
  const { source } = actor;
  await writeKept(
    app,
    query,
    changes,
    rowWriting(app, book, { at: now, doer, source, action: `register.${sent.act}` }),
  );
  if (move && !move.second)
    await tellOfMove(app, query, actor, book, kind, move, { before: own?.row, row: decided.value.row }, now);
  return { id: self };
}

/** Further bookings that come with one, decided like it: all of them or none. */
function alsoEntered(
  opened: OpenRegister,
  row: KeptRow,
  sent: RowCommand,
  context: RowDeciding,
): readonly RowChange[] {
  const { kind } = opened;
  if (sent.act !== 'enter') return [];
  return (kind.booking?.also?.(row.answers) ?? []).map((answers): RowChange => {
    const id = newId(Date.parse(context.now));
    const decided = decideRow(kind, id, null, { ...sent, answers }, { ...context, alike: [] });
    if (!decided.ok) throw unsoundRow(opened, null, ofDay(kind, answers, decided.problems));
    return { kind, id, before: null, events: decided.value.events };
  });
}

/** The faults of one of several bookings, with the day it is for. */
const ofDay = (kind: RegisterKind, answers: Answers, problems: readonly Problem[]): readonly Problem[] => {
  const day = kind.booking && answers[kind.booking.day];
  return typeof day === 'string'
    ? problems.map((problem) => ({ ...problem, message: `${day}：${problem.message}` }))
    : problems;
};

/** The form an act answers, and its answers. */
const formOf = (kind: RegisterKind, sent: RowCommand): Form =>
  sent.act === 'move' ? (kind.stages?.moves.find(({ key }) => key === sent.move)?.form ?? {}) : kind.form;
const givenIn = (kind: RegisterKind, sent: RowCommand, row: KeptRow | undefined): readonly Answers[] => {
  if ('answers' in sent) return [sent.answers];
  if (sent.act === 'take-proposal' && row) return [asProposed(kind, row)];
  return sent.act === 'move' && sent.data ? [sent.data] : [];
};

/** The row and whatever the act ties it to, locked. */
async function taken(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  self: string,
  command: CommandSent,
): Promise<{ sent: RowCommand; rows: ReadonlyMap<string, FoundRow> }> {
  const ends = endsOf(command);
  const along = await idsAlong(app, actor, query, opened, self, command);
  const found = await lockRows(query, actor.office, [self, ...ends.map(({ id }) => id), ...along]);
  const rows = new Map<string, FoundRow>();
  for (const data of found) {
    const kind = app.registers.find(({ code }) => code === data.register);
    if (kind) rows.set(data.id, openRowData(actor.office, kind, data, app.keys));
  }
  const named = (other: Omit<RowRef, 'title'>): RowRef => {
    const end = rows.get(other.id);
    const seen = end && end.kind.code === other.register && maySeeFar(actor, opened, end, command.act);
    if (!end || !seen) throw farUnknown();
    return { register: end.kind.code, id: other.id, title: end.kind.title(end.row.answers) };
  };
  if (command.act === 'tie' || command.act === 'untie')
    return { sent: { ...command, to: named(command.to) }, rows };
  if (command.act === 'merge') return { sent: { ...command, into: named(command.into) }, rows };
  if (command.act !== 'enter' || !command.ties) return { sent: command as RowCommand, rows };
  const ties = command.ties.map(({ relation, to }) => ({ relation, to: named(to) }));
  return { sent: { ...command, ties }, rows };
}

/** Rows at the other ends of what is asked. */
function endsOf(command: CommandSent): readonly Omit<RowRef, 'title'>[] {
  if (command.act === 'tie' || command.act === 'untie') return [command.to];
  if (command.act === 'merge') return [command.into];
  return command.act === 'enter' ? (command.ties ?? []).map(({ to }) => to) : [];
}

const farUnknown = (): ProblemError =>
  unsound([
    {
      code: 'row.far-unknown',
      level: 'block',
      at: ['to'],
      message: '要关联的那一条不存在，或不在您的查看范围内',
      en: 'The row at the other end does not exist for you',
      todo: '请重新查找后选择',
    },
  ]);

/** Rows a move takes along, known before any is locked: all are locked together, so that nobody waits in a circle. */
async function idsAlong(
  app: App,
  actor: OfficeActor,
  query: Query,
  { kind }: OpenRegister,
  self: string,
  command: CommandSent,
): Promise<readonly string[]> {
  const along = command.act === 'move' ? moveNamed(kind, command.move)?.along : undefined;
  const data = along && (await readRowData(query, actor.office, kind.code, self));
  if (!along || !data || command.act !== 'move') return [];
  const { row } = openRowData(actor.office, kind, data, app.keys);
  return along(row, command.data ?? {}).map(({ id }) => id);
}

/** A tie asks that the far row is seen and in force, its end only that it is seen; what is merged into must be kept by the same person. */
function maySeeFar(
  actor: OfficeActor,
  { book }: OpenRegister,
  { kind, row }: FoundRow,
  act: CommandSent['act'],
): boolean {
  if (row.retired && act !== 'untie') return false;
  const reach = reachOf(book, kind, actor);
  return act === 'merge' ? keepsRow(reach, row.org) : seesRow(reach, row.org);
}

/** By what the row would be taken for another once the act is done. */
const keysOf = (
  app: App,
  kind: RegisterKind,
  sent: RowCommand,
  [given]: readonly Answers[],
  row: KeptRow | undefined,
) => {
  const answers = sent.act === 'move' ? undefined : sent.act === 'restore' ? row?.answers : given;
  return answers ? alikeKeys(kind, answers, app.keys) : { unique: [], near: [] };
};

function demandSeen({ reach }: OpenRegister, own: FoundRow | undefined, kind: RegisterKind): void {
  if (!own || own.kind.code !== kind.code) throw unknownRow();
  if (!seesRow(reach, own.row.org)) throw foreignRow(own.row.id);
}

function changesOf(
  kind: RegisterKind,
  id: string,
  own: FoundRow | undefined,
  { events, far }: RowDecision,
  rows: ReadonlyMap<string, FoundRow>,
): readonly RowChange[] {
  return [
    { kind, id, before: own ?? null, events },
    ...far.flatMap(({ row, event }) => {
      const end = rows.get(row);
      return end ? [{ kind: end.kind, id: row, before: end, events: [event] }] : [];
    }),
  ];
}

/** A refusal as whoever keeps the row reads it; one that says who may do it is a conflict. */
function unsoundRow(
  { kind, reach }: OpenRegister,
  row: KeptRow | null,
  problems: readonly Problem[],
): ProblemError {
  // Who may move a row without keeping it reads of it what he sees of it.
  const view = { clearance: row ? rowClearance(reach, row.org) : 'sensitive' } as const;
  const shown = row ? visibleProblems(kind.whole, row.answers, problems, view) : problems;
  const [first] = shown;
  if (first && shown.length === 1 && first.code === 'row.not-open')
    return new ProblemError(409, first.code, `${first.message}。${first.todo ?? ''}。`, first.en, {
      problems: shown,
    });
  return unsound(shown);
}

const overtaken = ({ row, updatedBy, updatedAt }: FoundRow): ProblemError =>
  new ProblemError(
    409,
    'row.stale-revision',
    `这一条已由${updatedBy}改动，请查看最新内容后再保存；您填写的内容没有丢失。`,
    'The row was changed by somebody else; look at it again before saving. Nothing you typed was lost.',
    { conflict: { revision: row.revision, by: updatedBy, at: updatedAt.toISOString() } },
  );
