import { blocking, type Json, type Problem } from '@zhitongche/base';
import { type App, idempotent, type OfficeActor, ProblemError, unsound } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { newId, type Query } from '@zhitongche/host';
import {
  askedPart,
  type CommandSent,
  type KeptRow,
  type RegisterKind,
  type SharedList,
} from '@zhitongche/register';
import { moveNamed } from './along.ts';
import { keepIn } from './keep-row.ts';
import { type OpenRegister, registerIn, seenRow } from './register-in.ts';
import { tellPeople } from './tell-people.ts';
import { told } from './told.ts';

/** One move, one answer, or what a second person says to a whole list, for many rows as they were seen. */
export interface ManyRequest {
  readonly register: string;
  readonly key: string;
  readonly rows: readonly { readonly id: string; readonly revision: number }[];
  readonly act:
    | { readonly act: 'move'; readonly move: string; readonly data?: Answers }
    | { readonly act: 'set'; readonly field: string; readonly value: Json }
    | { readonly act: 'agree'; readonly list: string }
    | { readonly act: 'refuse'; readonly list: string; readonly note?: string };
}

/** Takes one act on many rows: all of them, or none and every problem at its row. */
export async function keepMany(
  app: App,
  actor: OfficeActor,
  request: ManyRequest,
): Promise<{ done: number }> {
  const { register, key, rows, act } = request;
  const opened = await registerIn(app, actor, register);
  demandOfMany(opened.kind, act);
  const list = listOf(opened, request);
  const [first] = rows;
  const head = list && first ? (await seenRow(app, actor, opened, first.id)).row : undefined;
  // Rows are locked in one order, whoever asks for them in which.
  const ordered = rows.map((row, place) => ({ ...row, place })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const asked = { key, what: 'keptMany', request: { register, rows, act } as unknown as Json };
  try {
    return await idempotent(app, actor, asked, async (query) => {
      const problems: Problem[] = [];
      for (const row of ordered)
        problems.push(...(await faultsOf(app, actor, query, opened, request, row, list)));
      if (problems.length > 0) throw unsound(problems.toSorted((a, b) => Number(a.at[1]) - Number(b.at[1])));
      if (head) await tellOfList(app, actor, query, opened, request, head);
      return { done: ordered.length };
    });
  } catch (error) {
    throw told(error, opened.kind);
  }
}

/** Tells the others who keep the register that a list waits for one of them, or what became of it. */
async function tellOfList(
  app: App,
  actor: OfficeActor,
  query: Query,
  { kind, book, now }: OpenRegister,
  { rows, act }: ManyRequest,
  head: KeptRow,
): Promise<void> {
  const move = moveNamed(kind, act.act === 'move' ? act.move : head.asked?.move);
  const what = {
    move: `提出“${move?.label ?? ''}”，等另一人整份确认`,
    agree: `确认“${move?.label ?? ''}”，已经办理`,
    refuse: `整份退回“${move?.label ?? ''}”`,
    set: '',
  }[act.act];
  const text = `等${rows.length}${kind.measure}的清册：${actor.name}${what}`;
  await tellPeople({ app, query, book, now }, kind, head, {
    keepers: true,
    roles: [],
    texts: [text],
    but: actor.id,
  });
}

/** The list they are decided by: a new one where a second person is asked, the one that was asked for where he answers. */
function listOf({ kind, now }: OpenRegister, { rows, act }: ManyRequest): SharedList | undefined {
  if (act.act === 'set') return undefined;
  if (act.act !== 'move') return { id: act.list, of: rows.length };
  return moveNamed(kind, act.move)?.second ? { id: newId(now.getTime()), of: rows.length } : undefined;
}

/** The command one of them is given. */
async function commandFor(
  app: App,
  actor: OfficeActor,
  opened: OpenRegister,
  id: string,
  act: ManyRequest['act'],
): Promise<CommandSent | null> {
  if (act.act === 'set') return await changed(app, actor, opened, id, act);
  if (act.act === 'move') return act;
  const { list: _list, ...said } = act;
  return said;
}

/** Acts on one of them; what stands in the way, placed at it. */
async function faultsOf(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  { register, key, act }: ManyRequest,
  { id, revision, place }: { readonly id: string; readonly revision: number; readonly place: number },
  list: SharedList | undefined,
): Promise<readonly Problem[]> {
  try {
    const command = await commandFor(app, actor, opened, id, act);
    const by = list ? { list } : {};
    if (command) await keepIn(app, actor, query, opened, { register, id, revision, key, command, ...by });
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const found = error.more.problems ?? [blocking(error.code, [], error.zh, error.message)];
    return found.map((problem) => ({ ...problem, at: ['rows', place, ...problem.at] }));
  }
}

/** A row with one answer set anew; one that has it already stays as it is. */
async function changed(
  app: App,
  actor: OfficeActor,
  opened: OpenRegister,
  id: string,
  { field, value }: ManyRequest['act'] & { act: 'set' },
): Promise<CommandSent | null> {
  const { row } = await seenRow(app, actor, opened, id);
  if (JSON.stringify(row.answers[field] ?? null) === JSON.stringify(value)) return null;
  return { act: 'edit', answers: { ...askedPart(opened.kind, row.answers), [field]: value } };
}

/** What is not for many at once: what names one thing only. */
function demandOfMany(kind: RegisterKind, act: ManyRequest['act']): void {
  if (act.act !== 'set' || !kind.unique?.includes(act.field)) return;
  throw unsound([
    blocking('row.one-by-one', [], '这一项每一条各不相同，不能成批改成一样', 'This is done row by row', {
      todo: '请逐条办理',
    }),
  ]);
}
