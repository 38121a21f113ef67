import { blocks } from '@zhitongche/base';
import { review } from '@zhitongche/case';
import type { RowCommand } from './command.ts';
import { type Decided, type RowDeciding, refused } from './deciding-row.ts';
import { endOf, type Move, type RegisterKind, type RowContext } from './kind.ts';
import type { CaseRef, KeptRow, RowEvent, SharedList } from './row.ts';
import { movesToCome } from './row-dates.ts';
import { listIncomplete, rowNotOpen, wholeList } from './row-problems.ts';
import { SECOND } from './two-persons.ts';

const moveOf = (kind: RegisterKind, key: string): Move | undefined =>
  kind.stages?.moves.find((move) => move.key === key);

const openAt = (kind: RegisterKind, { retired, stage }: KeptRow): readonly Move[] =>
  retired ? [] : (kind.stages?.moves ?? []).filter(({ from }) => from.includes(stage));

/** Moves a row may be offered by its stage, whoever asks. */
export const movesFrom = (kind: RegisterKind, row: KeptRow): readonly Move[] =>
  row.asked ? [] : openAt(kind, row);

/** Whether a move is made with one press: nothing is asked with it, nobody else agrees, and the row goes on from there. */
export const needsNoWords = ({ stages }: RegisterKind, { form, second, to }: Move): boolean =>
  form === undefined && second !== true && stages?.list[to]?.ends !== true;

/** Decides a move: asked for where a second person has to agree, done at once elsewhere. */
export const decideMove = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'move' },
  context: RowDeciding,
): Decided => {
  const move = moveOf(kind, command.move);
  if (!move || !movesFrom(kind, row).includes(move)) {
    const words = kind.stages?.list[row.stage]?.label ?? '';
    const why = row.asked
      ? '上一项办理还在等第二人确认'
      : `现在是“${words}”，不能直接${move ? `“${move.label}”` : '这样办理'}`;
    return refused({ ...rowNotOpen(why), ...(move?.basis ? { basis: move.basis } : {}) });
  }
  const { sound, problems } = move.form
    ? review(move.form, move.checks ?? [], command.data ?? {}, context)
    : { sound: {}, problems: [] };
  const unfit = blocks(problems) ? [] : (move.fits?.(row, sound, context) ?? []);
  const placed = [...problems, ...unfit].map((problem) => ({ ...problem, at: ['data', ...problem.at] }));
  const needs = move.needs?.(row, context) ?? [];
  if (blocks([...placed, ...needs])) return refused(...placed, ...needs);
  const note = command.note?.trim();
  const said = note ? { note } : {};
  if (move.second) {
    const by = context.list ? { list: context.list } : {};
    return { problems: [], events: [{ type: 'move-asked', move: move.key, data: sound, ...said, ...by }] };
  }
  const held = context.forCase ? { held: context.forCase } : {};
  const more = { ...said, ...(move.frees ? {} : held) };
  return { problems: [], events: [moved(move, row, sound, context, more)] };
};

const moved = (
  move: Move,
  row: KeptRow,
  data: KeptRow['answers'],
  context: RowContext,
  more: {
    readonly note?: string;
    readonly askedBy?: NonNullable<KeptRow['asked']>['by'];
    readonly list?: SharedList;
    readonly held?: CaseRef;
  },
) => ({
  type: 'moved' as const,
  move: move.key,
  label: move.label,
  from: row.stage,
  to: endOf(move, row.stage),
  data,
  set: move.sets?.(row, data, context) ?? {},
  ...(move.frees ? { held: null } : {}),
  ...more,
});

/** What the clock does to a row whose day is over: the move that follows it, where the row is still open to it; what waited for a second person is void. */
export const movedByClock = (
  kind: RegisterKind,
  row: KeptRow,
  context: RowContext,
): readonly Extract<RowEvent, { type: 'moved' }>[] => {
  const open = openAt(kind, row);
  const next = movesToCome(kind, row)
    .filter(({ day }) => day < context.today)
    .flatMap(({ after }) => open.filter(({ key }) => key === after))
    .find((move) => blocks(move.needs?.(row, context) ?? []) === false);
  return next ? [moved(next, row, {}, context, {})] : [];
};

/** Decides whether a move that was asked for is done: by another person than who asked. */
export const decideSecond = (
  kind: RegisterKind,
  row: KeptRow,
  command: RowCommand & { act: 'agree' | 'refuse' },
  context: RowDeciding,
): Decided => {
  const { asked } = row;
  const move = asked ? moveOf(kind, asked.move) : undefined;
  if (!asked || !move) return refused(rowNotOpen('没有等待确认的办理'));
  const { list } = asked;
  if (list?.id !== context.list?.id) return refused(wholeList(kind, list));
  if (command.act === 'refuse')
    return {
      problems: [],
      events: [
        {
          type: 'move-refused',
          move: move.key,
          ...(command.note?.trim() ? { note: command.note.trim() } : {}),
        },
      ],
    };
  if (asked.by.id === context.actor.id)
    return refused({ ...rowNotOpen('须由另一人确认，提出的人不能自己确认'), basis: SECOND });
  if (list && list.of !== context.list?.of) return refused(listIncomplete(kind, list));
  const needs = [...(move.needs?.(row, context) ?? []), ...(move.fits?.(row, asked.data, context) ?? [])];
  if (blocks(needs)) return refused(...needs);
  const said = asked.note === undefined ? {} : { note: asked.note };
  const by = { ...said, askedBy: asked.by, ...(list ? { list } : {}) };
  return { problems: [], events: [moved(move, row, asked.data, context, by)] };
};
