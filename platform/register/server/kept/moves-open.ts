import type { Role } from '@zhitongche/access';
import type { Problem } from '@zhitongche/base';
import type { OfficeActor } from '@zhitongche/core/server';
import {
  isTurnOf,
  keepsRow,
  type KeptRow,
  type Move,
  movesFrom,
  needsNoWords,
  takesMove,
} from '@zhitongche/register';
import type { OpenRegister } from './register-in.ts';

/** Moves that stand on a row of a list: the likely one only, for one press too many would give up a room that is held. */
const BESIDE = 1;

/** Whether this actor may make a move named for these roles; none named = whoever keeps the row. */
export const moverOf = (
  { reach, book }: Pick<OpenRegister, 'reach' | 'book'>,
  actor: OfficeActor,
  org: string,
): ((roles: readonly Role[] | undefined) => boolean) => {
  const keeps = keepsRow(reach, org);
  return (roles) => (roles ? takesMove(actor, roles, book.tree, org) : keeps);
};

/** Moves this actor may make with a row now, each with what still stands in its way. */
export const movesOpen = (
  opened: OpenRegister,
  actor: OfficeActor,
  row: KeptRow,
): readonly { readonly move: Move; readonly needs: readonly Problem[] }[] => {
  const { kind, policy, today, now } = opened;
  const may = moverOf(opened, actor, row.org);
  return movesFrom(kind, row)
    .filter(({ roles, by }) => (by === undefined ? may(roles) : isTurnOf(row, by, actor)))
    .map((move) => ({
      move,
      needs:
        move.needs?.(row, { today, now: now.toISOString(), policy, calendar: opened.book.calendar, actor }) ??
        [],
    }));
};

/** What of them is made from a list, for it needs no words and nothing stands in its way. */
export const movesAtOnce = (
  opened: OpenRegister,
  actor: OfficeActor,
  row: KeptRow,
): readonly { readonly key: string; readonly label: string }[] =>
  movesOpen(opened, actor, row)
    .filter(({ move, needs }) => needsNoWords(opened.kind, move) && needs.length === 0)
    .slice(0, BESIDE)
    .map(({ move: { key, label } }) => ({ key, label }));
