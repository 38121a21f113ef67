import type { CorrectionItem } from './command.ts';
import type { Answers } from '@zhitongche/form';
import type { PolicyReader } from '@zhitongche/office';
import type { ActKind, Effect, PanelRule, Who } from './flow-words.ts';
import type { CaseState } from './state.ts';
import type { MoneyAct } from './money/money-act.ts';
import type { ActStrands } from './strands/strands.ts';

export * from './flow-words.ts';

/** What route decisions may look at; pure and stored, so that a replay takes the same road. */
export interface FlowContext {
  readonly answers: Answers;
  readonly policy: PolicyReader;
  readonly flags: readonly string[];
  /** Kind of the filing unit's parent: decides whether a city office comes first. */
  readonly underCity: boolean;
  /** True for a second-level unit (二级单位): another unit stands above it. */
  readonly underSuperior: boolean;
  /** Steps the case has left forward, in order and without detours: who has signed on the way to here. */
  readonly passed: readonly string[];
  /** The whole case; a road sees it with the form of the act that is being decided already on record. */
  readonly state: CaseState;
}

/** Chooses the next step; a plain key when there is only one road. */
export type Transition = string | ((context: FlowContext) => string);

/**
 * What a definition sets off: a notice may be worded from the case, and is not sent where there is nothing to say; which
 * papers are asked for may hang on the case too.
 */
export type SetOff =
  | Effect
  /** The promise begins, anew where it runs, on the day on record: of receipt, as a statute counts it. Without such a day today. */
  | { readonly do: 'start-clock'; readonly on: (context: FlowContext) => string | undefined }
  | { readonly do: 'issue'; readonly papers: (context: FlowContext) => readonly string[] }
  /** What no longer holds, as the case stands with the act on record: at once, before anything is issued in its place. */
  | { readonly do: 'revoke'; readonly papers: (context: FlowContext) => readonly string[] }
  | {
      readonly do: 'notify';
      readonly to: Who;
      readonly text: (context: FlowContext) => string | undefined;
    };

/**
 * An act a step offers to its seats. Kernel acts carry their meaning; `advance` is a service's own verb (回国登记,
 * 申请变更 …). The kernel offers by itself, unlisted: 提交 and 撤回 always, 催办 to the applicant, and 撤销 until somebody
 * who decides has signed, 回填 at outside steps, 恢复 to whoever may suspend, 重试出证. An act that starts or stops the
 * clock, asks for a paper, revokes the papers or writes a register cannot be taken back.
 */
export interface ActDef {
  readonly kind: ActKind;
  /** Unique in the step; defaults to the kind. */
  readonly key?: string;
  readonly label?: string;
  readonly en?: string;
  /**
   * Where it leads; the step's `next` when absent. `return` picks among the steps passed and `correct` leads to the
   * applicant: neither needs it. `refuse` and `cancel` without it close the case. `advance` to the step itself
   * records its form and leaves the case where it is.
   */
  readonly to?: Transition;
  readonly opinion?: 'required' | 'optional' | 'none';
  /** Key of an extra form asked with the act; its answers are kept under `records`. */
  readonly form?: string;
  /** `correct`: the faults it opens with, as others have handed them on. */
  readonly faults?: (context: FlowContext) => readonly CorrectionItem[];
  /**
   * `correct`: hands its faults on to another desk of the office (`to`), which tells the applicant of all of them at
   * once, instead of telling him itself. Key of the extra form they are kept under, whose table is `faults`.
   */
  readonly collects?: string;
  /** Set off when the act counts: at once, or once the signers added after (后加签) have agreed too. */
  readonly effects?: readonly SetOff[];
  /** Strands of the case it moves, those chosen with it; not offered while there is none to move. */
  readonly strands?: ActStrands;
  /** What it does to the money of the case. */
  readonly money?: MoneyAct;
  /** Who may take it beside the step's own seats, which then may not. */
  readonly who?: Who;
  readonly when?: (context: FlowContext) => boolean;
}

/** Key of an act definition within its step. */
export const actKey = (def: ActDef): string => def.key ?? def.kind;

interface StepBase {
  readonly title: string;
  readonly en?: string;
  /** Heading the applicant's timeline groups by: 单位, 市外办, 省外办, 出证, 行后. */
  readonly phase: string;
  /** False = the step is passed over. */
  readonly when?: (context: FlowContext) => boolean;
  /** Policy key with the promised working days of this step. */
  readonly days?: string;
  /** The same for urgent cases, where they have other days here. */
  readonly urgentDays?: string;
  /** The promise of the case stands still here: what is waited for is not counted, as where a leader signs. */
  readonly standsStill?: (context: FlowContext) => boolean;
  /** The days of `days` are calendar days, as a statute counts them, from the date of the last reply from outside (批复). */
  readonly daysFromReply?: true;
  /** Policy key (yes-no) with whether the last of these calendar days gives way to the next working day; absent = it does not. */
  readonly lastDay?: string;
  readonly onEnter?: readonly SetOff[];
  /** What whoever has the case before them is told at this step, first of all: what is still missing, what differs. */
  readonly note?: (context: FlowContext) => readonly string[];
}
/** Whether the signature given at a step decides the matter (审批) or only prepares the decision (审核). */
interface Deciding {
  /** From the first signature at such a step on, the applicant no longer gives the matter up alone. */
  readonly decides?: true | ((context: FlowContext) => boolean);
}
/** One seat decides. */
export interface WorkStep extends StepBase, Deciding {
  readonly kind: 'work';
  readonly who: Who;
  /** The case waits here to be paid for; who of the office looks after the money, and sees the case from here on. See `paymentSteps`. */
  readonly pays?: Who;
  /**
   * The step is left by `next` as soon as this holds, as seen on entry, when a row of the case is moved and when a linked
   * case ends: see `allRows`, `anyRow`, `allLinkedEnded`, `anyLinkedEnded`. Its seat has the acts for what does not come.
   */
  readonly until?: (context: FlowContext) => boolean;
  /**
   * A desk with a duty of its own here, which it takes by acts with `who`: the case stands among what waits for it while
   * the duty lasts, as seen on entry and after each act that stays. The step does not wait for it.
   */
  readonly also?: { readonly who: Who; readonly while: (context: FlowContext) => boolean };
  readonly next: Transition;
  readonly acts: readonly ActDef[];
}
/** Several seats decide by a rule; members are fixed on entry. */
export interface PanelStep extends StepBase, Deciding {
  readonly kind: 'panel';
  readonly rule: PanelRule | ((context: FlowContext) => PanelRule);
  /** At least one; pass the step over by `when` if nobody need be asked. */
  readonly members: (context: FlowContext) => readonly Who[];
  readonly next: Transition;
  /** Where the case goes once the rule can no longer be met. */
  readonly onFail: Transition;
  readonly acts: readonly ActDef[];
}
/** The case waits for an authority outside (上报); someone records number, date and file on return. */
export interface OutsideStep extends StepBase {
  readonly kind: 'outside';
  readonly who: Who;
  readonly next: Transition;
  readonly onRefuse: Transition;
  readonly acts: readonly ActDef[];
}
/** Papers are being made; left only when every one is issued. A failure shows in the stuck list with a retry. */
export interface IssuingStep extends StepBase {
  readonly kind: 'issuing';
  /** Names of the papers: a key, or `paperFor` a key and an addressee. */
  readonly papers: (context: FlowContext) => readonly string[];
  readonly next: Transition;
  /** Who may retry a failed paper. */
  readonly who: Who;
}
/** Nothing more happens. */
export interface EndStep extends StepBase {
  readonly kind: 'end';
  readonly outcome: 'completed' | 'refused' | 'cancelled';
}
/** A stop on the road of a case. */
export type Step = WorkStep | PanelStep | OutsideStep | IssuingStep | EndStep;

/** The road of a service: after submission the case enters `start`; keys are stored with cases, never rename without a new version. */
export interface Flow {
  readonly start: Transition;
  readonly steps: Readonly<Record<string, Step>>;
  /** Where a corrected case resumes: at the step that asked (default), from the start, or at a step of its own. */
  readonly afterCorrection?:
    | 'asker'
    | 'start'
    | ((context: FlowContext) => 'asker' | 'start' | { readonly step: string });
  /** Policy key with the promised working days from acceptance to decision (办结时限). */
  readonly promise?: string;
  /** The same of cases whose summary says that they are urgent (加急). */
  readonly urgentPromise?: string;
  /** Policy key with the share of the promise, in percent, from which it is yellow; absent = that of all services. */
  readonly remindAt?: string;
  /** What the flags set by acts and steps are called in the story of a case. */
  readonly flags?: Readonly<Record<string, string>>;
  /** Set off when the matter is given up, wherever it stands: what registers then tell. */
  readonly onCancel?: readonly SetOff[];
}
