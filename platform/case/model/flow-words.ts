import type { Role } from '@zhitongche/access';
import type { PersonRef } from './command.ts';

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
  amend: '申请更正',
  endorse: '同意更正',
  overrule: '不同意更正',
  refund: '申请退款',
  repay: '确认已退款',
  decline: '不予退款',
  fiscal: '补登票据号',
} as const satisfies Record<string, string>;

/** Key of a kernel act. */
export type ActKind = keyof typeof ACTS;

/**
 * Where a role is sought for one case: the filing unit, its supervising department (主管部门) when it is a second-level
 * unit, its city office, the province office, or a division by code.
 */
export type Place = 'unit' | 'superior' | 'city' | 'office' | `division:${string}`;

/**
 * Who may take a step: holders of a role at a place, or one person by name, whom the case names. `applicant` is whoever
 * filed the case.
 */
export type Who =
  | { readonly role: Role; readonly at: Place }
  | { readonly person: PersonRef }
  | { readonly applicant: true };

/** Something a step sets off besides moving the case; written in the same commit, done by jobs unless it says otherwise. */
export type Effect =
  | { readonly do: 'issue'; readonly paper: string }
  | { readonly do: 'notify'; readonly to: Who; readonly text: string }
  | { readonly do: 'start-clock' }
  | { readonly do: 'stop-clock' }
  /** The promise runs on for as many working days more: an extension a statute allows. `days` = policy key. */
  | { readonly do: 'extend-clock'; readonly days: string }
  | { readonly do: 'flag'; readonly flag: string; readonly on: boolean }
  | { readonly do: 'register'; readonly register: string }
  /** Rows of a kept register, by a key of the service's `keeps`: entered, moved or drawn from stock in this very commit. */
  | { readonly do: 'keep'; readonly keep: string }
  /** What reaches beyond the case and its rows, by a key of what the folder settles on the server: in this very commit. */
  | { readonly do: 'settle'; readonly settle: string }
  /** What the case is about, each with a state of its own, by a key of the service's `strands`; again after a correction. */
  | { readonly do: 'strands'; readonly strands: string }
  /** The bill is fixed by what was filed and the fees in force today: as the step that waits for it begins, or anew in place of a wrong one. */
  | { readonly do: 'bill'; readonly anew?: true }
  /** Cases by a key of the service's `opens`: drafts for whoever filed this one, or filed at once; in this very commit. */
  | { readonly do: 'open'; readonly open: string }
  /**
   * Every paper of the case is revoked: with the act that decides the revocation, not only once the case is closed. With
   * `papers` these alone, by their names, and the matter goes on.
   */
  | { readonly do: 'revoke'; readonly papers?: readonly string[] };

/** How a panel passes: 会签 all, 或签 any, 比例 n of m (a fraction rounds up), 顺签 in order. */
export type PanelRule =
  | 'all'
  | 'any'
  | 'in-order'
  | { readonly atLeast: number }
  | { readonly share: number };

/** What kinds of stops there are on the road of a case. */
export type StepKind = 'work' | 'panel' | 'outside' | 'issuing' | 'end';
