import { blocking, type Json, type Problem } from '@zhitongche/base';
import { type App, idempotent, type OfficeActor, ProblemError, unsound } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import type { Query } from '@zhitongche/host';
import { askedPart, type CommandSent, type RegisterKind } from '@zhitongche/register';
import { keepIn } from './keep-row.ts';
import { type OpenRegister, registerIn, seenRow } from './register-in.ts';
import { told } from './told.ts';

/** One move, or one answer, for many rows as they were seen. */
export interface ManyRequest {
  readonly register: string;
  readonly key: string;
  readonly rows: readonly { readonly id: string; readonly revision: number }[];
  readonly act:
    | { readonly act: 'move'; readonly move: string; readonly data?: Answers }
    | { readonly act: 'set'; readonly field: string; readonly value: Json };
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
  // Rows are locked in one order, whoever asks for them in which.
  const ordered = rows.map((row, place) => ({ ...row, place })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const asked = { key, what: 'keptMany', request: { register, rows, act } as unknown as Json };
  try {
    return await idempotent(app, actor, asked, async (query) => {
      const problems: Problem[] = [];
      for (const row of ordered) problems.push(...(await faultsOf(app, actor, query, opened, request, row)));
      if (problems.length > 0) throw unsound(problems.toSorted((a, b) => Number(a.at[1]) - Number(b.at[1])));
      return { done: ordered.length };
    });
  } catch (error) {
    throw told(error, opened.kind);
  }
}

/** Acts on one of them; what stands in the way, placed at it. */
async function faultsOf(
  app: App,
  actor: OfficeActor,
  query: Query,
  opened: OpenRegister,
  { register, key, act }: ManyRequest,
  { id, revision, place }: { readonly id: string; readonly revision: number; readonly place: number },
): Promise<readonly Problem[]> {
  try {
    const command = act.act === 'move' ? act : await changed(app, actor, opened, id, act);
    if (command) await keepIn(app, actor, query, opened, { register, id, revision, key, command });
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

/** What is not for many at once: a move two persons decide, and what names one thing only. */
function demandOfMany(kind: RegisterKind, act: ManyRequest['act']): void {
  const alone =
    act.act === 'move'
      ? kind.stages?.moves.find(({ key }) => key === act.move)?.second === true
      : kind.unique?.includes(act.field) === true;
  if (!alone) return;
  throw unsound([
    blocking(
      'row.one-by-one',
      [],
      act.act === 'move' ? '须两人办理的事项不能成批办理' : '这一项每一条各不相同，不能成批改成一样',
      'This is done row by row',
      { todo: '请逐条办理' },
    ),
  ]);
}
