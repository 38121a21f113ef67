import type { Answers, FileRef } from '@zhitongche/form';

/** What an authority outside answered (回填). */
export interface OutsideReply {
  readonly result: 'approved' | 'refused';
  readonly number: string;
  readonly date: string;
  readonly authority: string;
  readonly file?: FileRef;
}

/** One fault named when a case goes back for correction; all are told at once (一次性告知). */
export interface CorrectionItem {
  /** Path into the answers, joined with dots: `members.2.idNumber`; empty for the whole case. */
  readonly at: string;
  readonly message: string;
  readonly basis?: string;
}

/** A person as named in a seat. */
export interface PersonRef {
  readonly id: string;
  readonly name: string;
  readonly org: string;
}

/** An act as asked for; the envelope (case id, revision, idempotency key) is the caller's business. */
export interface Command {
  /** Act key as offered by `openActs`. */
  readonly act: string;
  /** Seat acted on, as offered. */
  readonly seat?: string;
  readonly opinion?: string;
  /** `submit`: the whole answers. */
  readonly answers?: Answers;
  /** `return`: the step to go back to. */
  readonly to?: string;
  /** `transfer`, `entrust`, `add-before`, `add-after`, `copy`: the persons, resolved by the server. */
  readonly persons?: readonly PersonRef[];
  /** `correct`: the faults. */
  readonly faults?: readonly CorrectionItem[];
  /** Acts on strands: which of them, and the day it happened; today when absent. */
  readonly strands?: readonly string[];
  readonly on?: string;
  /** Acts with a form: its answers. */
  readonly data?: Answers;
  /** `report`: the reply. */
  readonly reply?: OutsideReply;
  /** `retry`: the paper. */
  readonly paper?: string;
  /** `retry`: how characters no font has are written on the case's papers. */
  readonly spelling?: Readonly<Record<string, string>>;
  /** Warn-level problems the applicant explained: code → reason. */
  readonly explanations?: Readonly<Record<string, string>>;
}
