import type { CaseOrgs, CaseSummary, Doer, FileOfPaper, SeatOpened } from './event.ts';
import type { CorrectionItem, OutsideReply } from './command.ts';
import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { PanelRule, StepKind } from './flow-words.ts';
import type { Account } from '@zhitongche/money';
import type { Timers } from './timers/timer-state.ts';
import type { Strands } from './strands/case-strand.ts';
import type { CaseLink } from './linked/case-link.ts';

/** Where a case stands as people say it. */
export type CaseStatus =
  | 'draft'
  | 'running'
  | 'correcting'
  | 'outside'
  | 'suspended'
  | 'issuing'
  | 'stuck'
  | 'completed'
  | 'refused'
  | 'cancelled';

/** A seat and what became of it; seats no longer needed are kept and say so. */
export interface Seat extends SeatOpened {
  readonly step: string;
  /** Which entry on the path it was opened for, counted from 1: a step entered again has new seats. */
  readonly entry: number;
  readonly status: 'open' | 'done' | 'released';
  readonly verdict?: 'agree' | 'refuse';
  /** Key of the act that closed the seat. */
  readonly act?: string;
  readonly opinion?: string;
  readonly doer?: Doer;
  readonly at?: string;
  /** Persons it passed through by 转办 or 委托, oldest first. */
  readonly trail: readonly {
    readonly how: 'transferred' | 'entrusted';
    readonly from: Doer;
    readonly to: string;
  }[];
  /** Set on 加签 seats: the seat that asked for it. */
  readonly addedBy?: string;
  readonly where?: 'before' | 'after';
}

/** A deadline: a date from the office calendar plus pauses, never "time left". */
export interface ClockState {
  readonly startedOn: string;
  /** Promised working days. */
  readonly days: number;
  readonly due: string;
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  readonly stoppedOn?: string;
  readonly late?: boolean;
  /** True while the calendar of the due year is not published yet. */
  readonly provisional: boolean;
  readonly reminded: boolean;
  readonly overdue: boolean;
}

/** A paper of the case. */
export interface PaperState {
  readonly paper: string;
  /** Step the case stood at when the paper was asked for. */
  readonly step: string;
  /** True once the same paper has been issued anew. */
  readonly superseded?: true;
  /** True once the matter was revoked or given up: it counts no more, and one only asked for is not made. */
  readonly revoked?: true;
  /** It was revoked by itself: the matter went on. */
  readonly alone?: true;
  readonly status: 'asked' | 'issued' | 'failed';
  readonly attempts: number;
  readonly problem?: string;
  /** Characters no font had when it failed. */
  readonly undrawn?: readonly string[];
  /** How such characters are written instead; holds for every paper of the case. */
  readonly spelling?: Readonly<Record<string, string>>;
  readonly number?: string;
  readonly digest?: string;
  readonly file?: FileOfPaper;
  readonly code?: string;
  readonly issuedAt?: string;
}

/** An act that may still be taken back, and what taking it back restores. */
export interface LastAct {
  readonly doer: Doer;
  /** Seat acted from; null for a submission. */
  readonly seat: string | null;
  /** Step acted at; null for a submission. */
  readonly step: string | null;
  /** Seats the act closed or made ready for others. */
  readonly released: readonly string[];
  readonly readied: readonly string[];
  /** Flags, step clock, panel rule and kind of step before the act. */
  readonly flags: readonly string[];
  readonly skipped: readonly string[];
  readonly stepClock: ClockState | null;
  readonly rule: PanelRule | null;
  readonly stepKind: StepKind | null;
  /** Length of the path when it was done. */
  readonly depth: number;
  /** For a submission: where the case was to resume. */
  readonly resumeAt: string | null;
  /** Extra form whose entry the act added. */
  readonly form?: string;
  /** Limits as they ran before the act. */
  readonly timers?: Timers;
}

/** What is to be recorded anew after the end, why, and who asks. */
export interface Amending {
  readonly form: string;
  readonly label: string;
  readonly reason: string;
  readonly at: string;
  readonly doer: Doer;
  readonly data: Answers;
  readonly derived?: Json;
}

/** The state folded from the events; stored beside them, never edited. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly step: string | null;
  /** How often submitted. */
  readonly round: number;
  readonly answers: Answers;
  /** Answers of the round before, for highlighting changes. */
  readonly previous: Answers | null;
  readonly derived: Json;
  readonly explanations: Readonly<Record<string, string>>;
  readonly summary: CaseSummary | null;
  readonly orgs: CaseOrgs | null;
  readonly applicant: Doer | null;
  /** The colleague who handed in the newest round in the applicant's place. */
  readonly handedInBy?: Doer;
  /** Faults named when correction was last asked for. */
  readonly faults: readonly CorrectionItem[];
  readonly seats: readonly Seat[];
  /** Steps entered so far, in order; the last is the current one. */
  readonly path: readonly { readonly step: string; readonly at: string }[];
  /** Steps passed over because they were not needed, each once. */
  readonly skipped: readonly string[];
  /** Where a corrected case resumes; null = at the start. */
  readonly resumeAt: string | null;
  readonly rule: PanelRule | null;
  readonly promise: ClockState | null;
  /** Clock of the current step, when the step promises days; suspension pauses it. */
  readonly stepClock: ClockState | null;
  readonly stepKind: StepKind | null;
  /** Day of the last 催办: one a day is enough. */
  readonly urgedOn: string | null;
  readonly flags: readonly string[];
  /** Answers of extra forms: form key → entries in order. */
  readonly records: Readonly<
    Record<
      string,
      readonly {
        readonly at: string;
        readonly doer: Doer;
        readonly data: Answers;
        /** Figures computed from the answers, where their form has any. */
        readonly derived?: Json;
        /** Strands it was filled in for, of an act that moves some. */
        readonly chosen?: readonly string[];
      }[]
    >
  >;
  /** A correction asked for after the case has ended, waiting for a second person; absent while none waits. */
  readonly amending?: Amending;
  readonly outside: readonly OutsideReply[];
  readonly papers: readonly PaperState[];
  readonly copies: readonly string[];
  /** Links to other cases, also those taken away; absent while there was none. */
  readonly links?: readonly CaseLink[];
  /** Limits in minutes or days that have begun; absent while none has. */
  readonly timers?: Timers;
  /** Strands by kind and id; absent while none were opened. */
  readonly strands?: Strands;
  /** Bills, payments and refunds; absent while nothing was billed. */
  readonly money?: Account;
  readonly rating: { readonly score: number; readonly comment?: string } | null;
  /** The last act while it may still be taken back; null as soon as anyone else acted or it had effects outside the case. */
  readonly lastAct: LastAct | null;
  /** Number of events folded. */
  readonly revision: number;
}
