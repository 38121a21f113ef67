import type { Role } from '@zhitongche/access';
import type { Doer } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';

/** How a row came to be. */
export type Origin =
  | { readonly by: 'person' }
  | { readonly by: 'import'; readonly file: string; readonly line: number }
  | ({ readonly by: 'case' } & CaseRef)
  /** A duty opened it for a period. */
  | {
      readonly by: 'duty';
      readonly duty: string;
      readonly name: string;
      readonly period: string;
      /** Why it falls on that day; empty = it is the day of the rule. */
      readonly said: string;
    };

/** A case that has to do with a row. */
export interface CaseRef {
  readonly caseId: string;
  readonly number: string;
}

/** Another row, named as it was called when it was tied. */
export interface RowRef {
  readonly register: string;
  readonly id: string;
  readonly title: string;
}

/** What happened to a row; facts only, complete enough to replay without the register's definition. */
export type RowEvent =
  | {
      readonly type: 'entered';
      readonly answers: Answers;
      readonly org: string;
      readonly stage: string;
      readonly origin: Origin;
      /** Why it is another thing although it looks like one that is known. */
      readonly despite?: string;
      /** Why it begins further on than others. */
      readonly reason?: string;
    }
  | {
      readonly type: 'edited';
      /** All answers as they are from now on. */
      readonly answers: Answers;
      /** Keys that differ from before. */
      readonly changed: readonly string[];
      readonly org: string;
      readonly origin: Origin;
      readonly reason?: string;
      readonly despite?: string;
    }
  | {
      readonly type: 'move-asked';
      readonly move: string;
      readonly data: Answers;
      readonly note?: string;
      /** The list it was asked by, with others: it is decided whole. */
      readonly list?: SharedList;
    }
  | { readonly type: 'move-refused'; readonly move: string; readonly note?: string }
  | {
      readonly type: 'moved';
      readonly move: string;
      readonly label: string;
      readonly from: string;
      readonly to: string;
      readonly data: Answers;
      /** Answers it changed. */
      readonly set: Answers;
      readonly note?: string;
      /** Who asked for it, where a second person agreed. */
      readonly askedBy?: Doer;
      /** The list by which two persons decided it for several rows at once. */
      readonly list?: SharedList;
      /** The case that holds it from now on; null = none any more, absent = as before. */
      readonly held?: CaseRef | null;
    }
  | {
      /** A case says otherwise of some answers; whoever keeps the row takes it or not. */
      readonly type: 'proposed';
      readonly answers: Answers;
      readonly origin: Origin;
    }
  | { readonly type: 'proposal-settled'; readonly taken: boolean; readonly note?: string }
  | { readonly type: 'tied'; readonly relation: string; readonly to: RowRef; readonly back?: true }
  | { readonly type: 'untied'; readonly relation: string; readonly to: RowRef; readonly back?: true }
  | {
      /** What is private of it went at the end of its term, with the key of the row; by a list two persons confirmed. */
      readonly type: 'erased';
      readonly list: string;
      readonly askedBy: string;
      readonly confirmedBy: string;
    }
  | { readonly type: 'retired'; readonly reason: string }
  | { readonly type: 'restored'; readonly reason: string }
  | { readonly type: 'merged-into'; readonly row: RowRef; readonly reason: string }
  | { readonly type: 'absorbed'; readonly row: RowRef; readonly reason: string }
  | { readonly type: 'reminded'; readonly field: string; readonly day: string; readonly left: number }
  | {
      /** Keepers were told how much of a limit in minutes is used. */
      readonly type: 'timer-told';
      readonly timer: string;
      /** Instant the timer began: one that begins anew is told anew. */
      readonly from: string;
      readonly percent: number;
      /** Whether its keepers are told, and who else. */
      readonly keepers: boolean;
      readonly roles: readonly Role[];
      /** All parts of the limit that were reached by then. */
      readonly parts: readonly number[];
    };

/** One list of rows two persons decide at once: all of them, or none. */
export interface SharedList {
  readonly id: string;
  /** How many rows it has. */
  readonly of: number;
}

/** A move that waits for a second person. */
export interface AskedMove {
  readonly move: string;
  readonly data: Answers;
  readonly note?: string;
  readonly list?: SharedList;
  readonly by: Doer;
  readonly at: string;
}

/** What a case says otherwise than the row, until its keeper settles it. */
export interface Proposed {
  /** Answers as they would be; those left out stay. */
  readonly answers: Answers;
  readonly origin: Origin;
  readonly by: Doer;
  readonly at: string;
}

/** What was given with a move. */
export interface MoveRecord {
  readonly move: string;
  readonly at: string;
  readonly by: Doer;
  readonly data: Answers;
  readonly note?: string;
}

/** A tie to another row, from this end. */
export interface Tie {
  readonly relation: string;
  readonly to: RowRef;
  /** This row is the far end. */
  readonly back?: true;
}

/** A row as its events made it. */
export interface KeptRow {
  readonly id: string;
  readonly answers: Answers;
  readonly org: string;
  /** Empty where the register has no stages. */
  readonly stage: string;
  /** Instant since when it stands there. */
  readonly stageSince: string;
  readonly asked: AskedMove | null;
  /** The list two persons last decided it by, with others. */
  readonly list?: SharedList;
  /** Absent = nobody says otherwise. */
  readonly proposed?: Proposed;
  readonly records: readonly MoveRecord[];
  readonly ties: readonly Tie[];
  readonly retired: { readonly at: string; readonly reason: string } | null;
  readonly mergedInto: RowRef | null;
  readonly absorbed: readonly RowRef[];
  readonly origin: Origin;
  /** When what is private of it was deleted; absent = it was not. */
  readonly erased?: string;
  /** The case that entered it or holds it now. */
  readonly held: CaseRef | null;
  /** Days already told, `field/day/left`, and parts of limits, `timer/from/80%`. */
  readonly reminded: readonly string[];
  readonly enteredAt: string;
  readonly revision: number;
}

/** An event with its instant and doer, as folding needs it. */
export interface RowHappened {
  readonly at: string;
  readonly doer: Doer;
  readonly body: RowEvent;
}

/** The row at the other end of what happened, if there is one. */
export const farOf = (event: RowEvent): RowRef | undefined =>
  event.type === 'tied' || event.type === 'untied'
    ? event.to
    : event.type === 'merged-into' || event.type === 'absorbed'
      ? event.row
      : undefined;
