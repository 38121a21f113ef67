import type { Role } from '@zhitongche/access';
import type { ActKind, Effect, PanelRule, StepKind } from './flow-words.ts';
import type { CorrectionItem, OutsideReply, PersonRef } from './command.ts';
import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { MoneyMove } from '@zhitongche/money';
import type { StrandsMoved } from './strands/case-strand.ts';
import type { CaseOutcome } from './linked/case-link.ts';

/** Who did it, as printed on the record for good. */
export interface Doer {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  /** The absent person whose seat was taken. */
  readonly behalf?: { readonly id: string; readonly name: string };
}

/** Organisations a case belongs to, fixed at submission. */
export interface CaseOrgs {
  readonly office: string;
  readonly unit: string;
  readonly city?: string;
  /** The unit right above a second-level unit. */
  readonly superior?: string;
  /** Division code → organisation. */
  readonly divisions: Readonly<Record<string, string>>;
}

/** A seat opened on entry of a step, or added. */
export interface SeatOpened {
  readonly id: string;
  readonly role?: Role;
  /** Organisation whose role holders may take it (a pool) … */
  readonly org?: string;
  /** … or one named person. */
  readonly person?: PersonRef;
  /** False while earlier seats of a 顺签 are still open. */
  readonly ready: boolean;
  /** True for the applicant's own seat: any filer of the same unit may take it as well. */
  readonly applicant?: true;
  /** True for a desk with a duty beside the step's own seats: it takes none of their acts, and the step does not wait for it. */
  readonly beside?: true;
}

/** What happened; facts only, past tense, complete enough to replay without the definition's functions. */
export type CaseEvent =
  | {
      readonly type: 'submitted';
      readonly round: number;
      readonly answers: Answers;
      readonly derived: Json;
      readonly explanations: Readonly<Record<string, string>>;
      readonly orgs: CaseOrgs;
      readonly summary: CaseSummary;
      /** A colleague of the applicant handed this round in; older programs did not say. */
      readonly colleague?: true;
    }
  | {
      readonly type: 'step-entered';
      readonly step: string;
      readonly kind: StepKind;
      readonly seats: readonly SeatOpened[];
      /** Promised working days of the step and the day they end, when the step has a promise. */
      readonly days?: number;
      readonly due?: string;
      readonly provisional?: boolean;
      readonly rule?: PanelRule;
    }
  | { readonly type: 'steps-skipped'; readonly steps: readonly string[] }
  | {
      readonly type: 'decided';
      readonly step: string;
      /** Seat acted from; null when the act is offered to a role beside the seats. */
      readonly seat: string | null;
      readonly act: string;
      readonly kind: ActKind;
      readonly label: string;
      readonly opinion?: string;
      readonly form?: string;
      readonly data?: Answers;
      /** Figures computed from `data` when it was given. */
      readonly derived?: Json;
      /** Strands the form was filled in for. */
      readonly chosen?: readonly string[];
      /** Recorded without moving the case: the seat stays open. */
      readonly stays?: true;
      /** Asked for only: `data` counts once a second person has agreed to it. */
      readonly asked?: true;
    }
  | {
      readonly type: 'seats-released';
      readonly seats: readonly string[];
      readonly why: 'rule-met' | 'cannot-pass' | 'left' | 'done';
    }
  | { readonly type: 'seat-ready'; readonly seats: readonly string[] }
  | { readonly type: 'returned'; readonly from: string; readonly to: string; readonly opinion: string }
  | {
      readonly type: 'correction-asked';
      readonly from: string;
      readonly faults: readonly CorrectionItem[];
      readonly opinion: string;
    }
  | {
      readonly type: 'withdrawn';
      readonly from: string;
      /** Step restored; for the applicant the step the next submission resumes at, null = the start. */
      readonly to: string | null;
      readonly by: 'applicant' | 'decider';
      /** The faults named before have been answered by the submission taken back: nobody waits for a correction. */
      readonly answered?: true;
    }
  | { readonly type: 'cancelled'; readonly from: string; readonly reason: string }
  | { readonly type: 'transferred'; readonly seat: string; readonly to: PersonRef; readonly opinion?: string }
  /** The case has another applicant from now on: another clerk of the unit carries it on. */
  | { readonly type: 'handed-on'; readonly from: PersonRef; readonly to: PersonRef; readonly by: string }
  | { readonly type: 'entrusted'; readonly seat: string; readonly to: PersonRef; readonly opinion?: string }
  | {
      readonly type: 'seats-added';
      readonly by: string;
      readonly where: 'before' | 'after';
      readonly seats: readonly SeatOpened[];
      readonly opinion?: string;
    }
  | { readonly type: 'escalated'; readonly step: string; readonly opinion?: string }
  | { readonly type: 'reported'; readonly step: string; readonly reply: OutsideReply }
  | {
      readonly type: 'urged';
      readonly on: string;
      readonly seats: readonly string[];
      readonly message?: string;
    }
  | { readonly type: 'copied'; readonly to: readonly PersonRef[]; readonly message?: string }
  | { readonly type: 'suspended'; readonly on: string; readonly reason: string }
  | { readonly type: 'resumed'; readonly on: string; readonly due?: string; readonly provisional?: boolean }
  | {
      readonly type: 'clock-started';
      readonly on: string;
      readonly days: number;
      readonly due: string;
      readonly provisional: boolean;
    }
  | {
      /** Working days more, on the deadline there was. */
      readonly type: 'clock-extended';
      readonly on: string;
      readonly days: number;
      readonly due: string;
      readonly provisional: boolean;
    }
  | {
      readonly type: 'clock-paused';
      readonly on: string;
      readonly why: 'correction' | 'suspended' | 'outside' | 'signing' | 'payment';
    }
  | {
      readonly type: 'clock-resumed';
      readonly on: string;
      readonly due: string;
      readonly provisional: boolean;
    }
  | { readonly type: 'clock-stopped'; readonly on: string; readonly late: boolean }
  | {
      /** A provisional deadline computed anew because the yearly notice has been loaded. */
      readonly type: 'clock-revised';
      readonly clock: 'promise' | 'step';
      readonly due: string;
      readonly provisional: boolean;
    }
  | {
      readonly type: 'reminded';
      readonly clock: 'promise' | 'step';
      readonly step: string;
      readonly due: string;
    }
  | {
      readonly type: 'overdue';
      readonly clock: 'promise' | 'step';
      readonly step: string;
      readonly due: string;
    }
  | { readonly type: 'flagged'; readonly flag: string; readonly on: boolean }
  | { readonly type: 'effect'; readonly effect: Effect; readonly id: string }
  | { readonly type: 'issue-asked'; readonly paper: string; readonly series?: string; readonly year?: number }
  | {
      readonly type: 'issued';
      readonly paper: string;
      readonly number?: string;
      readonly digest: string;
      readonly file: FileOfPaper;
      readonly code: string;
    }
  | {
      readonly type: 'issue-failed';
      readonly paper: string;
      readonly problem: string;
      readonly attempt: number;
      /** Characters no font has, when that is why. */
      readonly undrawn?: readonly string[];
    }
  | {
      readonly type: 'issue-retried';
      readonly paper: string;
      /** How such characters are written on the case's papers from now on. */
      readonly spelling?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'revealed'; readonly fields: readonly string[]; readonly purpose: string }
  | {
      /** What of an ended case went when its term was over: its uploads, what it had sealed, or both. */
      readonly type: 'erased';
      readonly parts: readonly ('files' | 'personal')[];
      /** The list two persons confirmed, and their names. */
      readonly list: string;
      readonly askedBy: string;
      readonly confirmedBy: string;
    }
  | { readonly type: 'rated'; readonly score: number; readonly comment?: string }
  | {
      /** A limit begins, by the figures of its first day. */
      readonly type: 'timer-started';
      readonly timer: string;
      readonly from: string;
      readonly minutes: number;
      readonly hours: readonly string[] | null;
    }
  | { readonly type: 'timer-paused'; readonly timer: string; readonly at: string }
  | { readonly type: 'timer-resumed'; readonly timer: string; readonly at: string }
  | {
      readonly type: 'timer-stopped';
      readonly timer: string;
      readonly until: string;
      /** Milliseconds that counted. */
      readonly ms: number;
      readonly late?: true;
    }
  | {
      /** How much of a limit is used was told, the greatest of the parts reached. */
      readonly type: 'timer-told';
      readonly timer: string;
      readonly percent: number;
      readonly parts: readonly number[];
    }
  | ({ readonly type: 'strands-opened' } & StrandsMoved)
  | ({ readonly type: 'strands-moved' } & StrandsMoved)
  /** Something happened to the money of the case. */
  | { readonly type: 'money'; readonly told: MoneyMove }
  | { readonly type: 'strands-late'; readonly strands: string; readonly ids: readonly string[] }
  | {
      /** One end of a link to another case; the other end holds the same link, written in the same commit. */
      readonly type: 'linked';
      readonly link: string;
      readonly kind: string;
      readonly side: 'from' | 'to';
      readonly case: string;
      readonly awaited?: true;
    }
  | { readonly type: 'unlinked'; readonly link: string; readonly reason: string }
  /** The case at the other end has ended, at an end that waits for it. */
  | { readonly type: 'link-closed'; readonly link: string; readonly outcome: CaseOutcome }
  | { readonly type: 'closed'; readonly outcome: CaseOutcome };

/** Stored files of an issued paper, by format. */
export interface FileOfPaper {
  readonly pdf: string;
  readonly docx?: string;
  /** The PDF with nothing masked, where the other one trims what the form masks. */
  readonly whole?: string;
}

/** A label and its value as people say it; `note` says what it was before, or is asked to become. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** Few facts for lists and search, computed by the service on submission. */
export interface CaseSummary {
  readonly title: string;
  /** Short label/value pairs for cards: 国家, 人数, 日期. */
  readonly facts: readonly Fact[];
  /** Words the search index should find besides the title. */
  readonly words: readonly string[];
  /** The applicant asks for haste (加急): marked in lists, and promised sooner where the flow says so. */
  readonly urgent?: true;
}

/** An event as stored: numbered per case, chained by SM3 over the canonical JSON of the event and the previous digest. */
export interface StoredEvent<B = CaseEvent> {
  readonly seq: number;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Network zone it was written in: applicant side or approval side. */
  readonly zone: 'inner' | 'outer';
  readonly doer: Doer;
  readonly body: B;
  readonly prev: string;
  readonly digest: string;
}
