import type { Answers } from '@zhitongche/form';
import type { Origin, RowRef } from './row.ts';

/** What somebody asks of a row. */
export type RowCommand =
  | {
      readonly act: 'enter';
      readonly answers: Answers;
      /** Stage of a row brought in from elsewhere; absent = the first. */
      readonly stage?: string;
      /** Why it begins there, where a person says so. */
      readonly reason?: string;
      readonly despite?: string;
      readonly origin?: Origin;
      /** Rows it is tied to from the beginning. */
      readonly ties?: readonly { readonly relation: string; readonly to: RowRef }[];
    }
  | {
      readonly act: 'edit';
      readonly answers: Answers;
      readonly reason?: string;
      readonly despite?: string;
      readonly origin?: Origin;
    }
  /** A case says otherwise; what its row does not say differently is nothing new. */
  | { readonly act: 'propose'; readonly answers: Answers; readonly origin: Origin }
  | { readonly act: 'take-proposal' }
  | { readonly act: 'refuse-proposal'; readonly note?: string }
  | { readonly act: 'move'; readonly move: string; readonly data?: Answers; readonly note?: string }
  | { readonly act: 'agree' }
  | { readonly act: 'refuse'; readonly note?: string }
  | { readonly act: 'tie' | 'untie'; readonly relation: string; readonly to: RowRef }
  | { readonly act: 'retire' | 'restore'; readonly reason: string }
  | { readonly act: 'merge'; readonly into: RowRef; readonly reason: string };

/** Name of an act on a row. */
export type RowAct = RowCommand['act'];

/** Another row that is, or may be, the same thing. */
export interface Likeness {
  readonly id: string;
  /** Absent when the asker may not see that row. */
  readonly title?: string;
  readonly how: 'same' | 'near';
}

/** What the store knows that a decision needs; the reader of it is whoever asks. */
export interface RowSetting {
  /** Rows in force with the same unique or near key as the answers. */
  readonly alike: readonly Likeness[];
  /** Ids of all rows above the far end of the tie that is asked for, itself included: for what must not run in a circle. */
  readonly above: readonly string[];
}

/** The same as sent: rows at the other end by their id alone, for the server knows what they are called. */
export type CommandSent =
  | Exclude<RowCommand, { act: 'enter' | 'edit' | 'propose' | 'tie' | 'untie' | 'merge' }>
  | (Omit<Extract<RowCommand, { act: 'enter' }>, 'origin' | 'ties'> & {
      readonly ties?: readonly { readonly relation: string; readonly to: Omit<RowRef, 'title'> }[];
    })
  | Omit<Extract<RowCommand, { act: 'edit' }>, 'origin'>
  | { readonly act: 'tie' | 'untie'; readonly relation: string; readonly to: Omit<RowRef, 'title'> }
  | { readonly act: 'merge'; readonly into: Omit<RowRef, 'title'>; readonly reason: string };
