import type { Actor, OrgTree } from '@zhitongche/access';
import type { Problem } from '@zhitongche/base';
import type { CheckContext, Doer } from '@zhitongche/case';
import type { RowSetting } from './command.ts';
import type { RowContext } from './kind.ts';
import type { RegisterReach } from './register-access.ts';
import type { KeptRow, RowEvent, SharedList } from './row.ts';

/** Everything a decision on a row may know; the clock is an argument. */
export interface RowDeciding extends CheckContext, RowSetting, Pick<RowContext, 'forCase'> {
  /** Instant, ISO. */
  readonly now: string;
  readonly actor: Actor;
  readonly reach: RegisterReach;
  readonly tree: OrgTree;
  /** A move of another row takes it along, or a code of the room that was checked: nobody is asked for a right of his own. */
  readonly along?: true;
  /** The list it is acted on by, with others: a move of two persons is asked for, agreed to or refused for all of them. */
  readonly list?: SharedList;
  /** Organisation a new row belongs to when no field names it. */
  readonly home: string;
}

/** Events of one act, and the row as they leave it. */
export interface RowDecision {
  readonly events: readonly RowEvent[];
  readonly doer: Doer;
  readonly row: KeptRow;
  /** Events written on the chain of the row at the other end, in the same commit. */
  readonly far: readonly { readonly row: string; readonly event: RowEvent }[];
}

/** What deciding one kind of act comes to: events of this row and of the far one, or problems. */
export interface Decided {
  readonly problems: readonly Problem[];
  readonly events: readonly RowEvent[];
  readonly far?: RowDecision['far'];
}

/** A refusal by problems. */
export const refused = (...problems: readonly Problem[]): Decided => ({ problems, events: [] });
