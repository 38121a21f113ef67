import type { Role } from './access.ts';
import type { Answers } from './field.ts';
import type { PolicyReader } from './policy.ts';

/** The verbs of an approval; labels may differ by step, meanings do not. */
export const ACTS = {
  submit: '提交',
  agree: '同意',
  refuse: '不予同意',
  return: '退回',
  correct: '退回补正',
  withdraw: '撤回',
  transfer: '转办',
  entrust: '委托',
  'add-before': '前加签',
  'add-after': '后加签',
  escalate: '上报',
  report: '回填',
  urge: '催办',
  copy: '抄送',
  suspend: '挂起',
  resume: '恢复',
  advance: '办理',
  cancel: '撤销',
  retry: '重试出证',
} as const satisfies Record<string, string>;

/** Key of a kernel act. */
export type ActKind = keyof typeof ACTS;

/**
 * Where a role is sought for one case: the filing unit, its supervising department (主管部门) when it is a second-level
 * unit, its city office, the province office, or a division by code.
 */
export type Place = 'unit' | 'superior' | 'city' | 'office' | `division:${string}`;

/** Who may take a step: holders of a role at a place. `applicant` is whoever filed the case. */
export type Who = { readonly role: Role; readonly at: Place } | { readonly applicant: true };

/** What route decisions may look at; pure and stored, so that a replay takes the same road. */
export interface FlowContext {
  readonly answers: Answers;
  readonly policy: PolicyReader;
  readonly flags: readonly string[];
  /** Kind of the filing unit's parent: decides whether a city office comes first. */
  readonly underCity: boolean;
  /** True for a second-level unit (二级单位): another unit stands above it. */
  readonly underSuperior: boolean;
}

/** Chooses the next step; a plain key when there is only one road. */
export type Road = string | ((context: FlowContext) => string);

/** Something a step sets off besides moving the case; written in the same commit, done by jobs. */
export type Effect =
  | { readonly do: 'issue'; readonly paper: string }
  | { readonly do: 'notify'; readonly to: Who; readonly text: string }
  | { readonly do: 'start-clock' }
  | { readonly do: 'stop-clock' }
  | { readonly do: 'flag'; readonly flag: string; readonly on: boolean }
  | { readonly do: 'register'; readonly register: string }
  /** Every paper of the case is revoked: with the act that decides the revocation, not only once the case is closed. */
  | { readonly do: 'revoke' };

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
  readonly to?: Road;
  readonly opinion?: 'required' | 'optional' | 'none';
  /** Key of an extra form asked with the act; its answers are kept under `records`. */
  readonly form?: string;
  /** Set off when the act counts: at once, or once the signers added after (后加签) have agreed too. */
  readonly effects?: readonly Effect[];
  /** Who may take it beside the step's own seats, which then may not. */
  readonly who?: Who;
  readonly when?: (context: FlowContext) => boolean;
}

/** Key of an act definition within its step. */
export const actKey = (def: ActDef): string => def.key ?? def.kind;

/** How a panel passes: 会签 all, 或签 any, 比例 n of m (a fraction rounds up), 顺签 in order. */
export type PanelRule =
  | 'all'
  | 'any'
  | 'in-order'
  | { readonly atLeast: number }
  | { readonly share: number };

interface StepBase {
  readonly title: string;
  readonly en?: string;
  /** Heading the applicant's timeline groups by: 单位, 市外办, 省外办, 出证, 行后. */
  readonly phase: string;
  /** False = the step is passed over. */
  readonly when?: (context: FlowContext) => boolean;
  /** Policy key with the promised working days of this step. */
  readonly days?: string;
  /** The days of `days` are calendar days, as a statute counts them, from the date of the last reply from outside (批复). */
  readonly daysFromReply?: true;
  readonly onEnter?: readonly Effect[];
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
  readonly next: Road;
  readonly acts: readonly ActDef[];
}
/** Several seats decide by a rule; members are fixed on entry. */
export interface PanelStep extends StepBase, Deciding {
  readonly kind: 'panel';
  readonly rule: PanelRule | ((context: FlowContext) => PanelRule);
  /** At least one; pass the step over by `when` if nobody need be asked. */
  readonly members: (context: FlowContext) => readonly Who[];
  readonly next: Road;
  /** Where the case goes once the rule can no longer be met. */
  readonly onFail: Road;
  readonly acts: readonly ActDef[];
}
/** The case waits for an authority outside (上报); someone records number, date and file on return. */
export interface OutsideStep extends StepBase {
  readonly kind: 'outside';
  readonly who: Who;
  readonly next: Road;
  readonly onRefuse: Road;
  readonly acts: readonly ActDef[];
}
/** Papers are being made; left only when every one is issued. A failure shows in the stuck list with a retry. */
export interface IssuingStep extends StepBase {
  readonly kind: 'issuing';
  readonly papers: (context: FlowContext) => readonly string[];
  readonly next: Road;
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
  readonly start: Road;
  readonly steps: Readonly<Record<string, Step>>;
  /** Where a corrected case resumes: at the step that asked (default) or from the start. */
  readonly afterCorrection?: 'asker' | 'start' | ((context: FlowContext) => 'asker' | 'start');
  /** Policy key with the promised working days from acceptance to decision (办结时限). */
  readonly promise?: string;
  /** The same of cases whose summary says that they are urgent (加急). */
  readonly urgentPromise?: string;
  /** What the flags set by acts and steps are called in the story of a case. */
  readonly flags?: Readonly<Record<string, string>>;
}
