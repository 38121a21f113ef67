import type { CommandShape } from '@zhitongche/contract';
import type { ProblemDocument } from '@zhitongche/ui';

/** What the server has said so far about a decision kept on this device. */
export type QueuedStatus = 'waiting' | 'sent' | 'refused';

/** What is kept on this device until the server has answered it; `key` is the idempotency key of every attempt. */
interface Queued {
  readonly key: string;
  /** Person who decided; a decision is never sent under another log-in. */
  readonly account: string;
  /** Title of the case and label of the act, so that the list reads without a network. */
  readonly title: string;
  readonly label: string;
  /** ISO instant of the decision. */
  readonly at: string;
  readonly status: QueuedStatus;
  readonly attempts: number;
  /** ISO instant of the server's answer. */
  readonly settledAt?: string;
  readonly problem?: ProblemDocument;
}

/** A decision on a case. */
export interface QueuedDecision extends Queued {
  readonly case: string;
  /** Revision of the case the person was looking at. */
  readonly revision: number;
  readonly command: CommandShape;
}

/** A code of a room somebody checked in by. */
export interface QueuedCheckIn extends Queued {
  readonly code: string;
}

/** Either of them. */
export type QueuedAct = QueuedDecision | QueuedCheckIn;

/** How one attempt to send ended. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly problem: ProblemDocument }
  /** No answer, or an answer that promises nothing: the same key is tried again. */
  | { readonly kind: 'unknown' }
  /** The session ended; the decision waits for the same person to log in. */
  | { readonly kind: 'signed-out' };

/** Answers that say nothing about the decision itself: time-outs, throttling, gateways, a server starting up. */
const retried = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500;

/** Reads an attempt from its HTTP status (null = no answer arrived) and problem document. */
export const outcomeOf = (status: number | null, problem: ProblemDocument | null): Outcome => {
  if (status === null || retried(status)) return { kind: 'unknown' };
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 401) return { kind: 'signed-out' };
  // The token of a page that slept too long: a fresh one is fetched before the next attempt.
  if (problem?.code === 'auth.csrf') return { kind: 'unknown' };
  // Without a problem document it was not our server that spoke, but a proxy or a captive portal.
  return problem === null || problem.code.startsWith('http.')
    ? { kind: 'unknown' }
    : { kind: 'refused', problem };
};

/** The decision after an attempt. */
export const settle = (act: QueuedAct, outcome: Outcome, at: string): QueuedAct => {
  const tried = { ...act, attempts: act.attempts + 1 };
  switch (outcome.kind) {
    case 'accepted':
      return { ...tried, status: 'sent', settledAt: at };
    case 'refused':
      return { ...tried, status: 'refused', settledAt: at, problem: outcome.problem };
    case 'unknown':
    case 'signed-out':
      return tried;
  }
};

/** The next decision to send for a person, oldest first. */
export const nextToSend = (acts: readonly QueuedAct[], account: string): QueuedAct | undefined =>
  acts
    .filter((act) => act.status === 'waiting' && act.account === account)
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key))[0];

/** The decision already waiting for a case, which a second one must not overtake. */
export const waitingFor = (acts: readonly QueuedAct[], caseId: string): QueuedDecision | undefined =>
  acts.filter((act) => 'case' in act).find((act) => act.case === caseId && act.status === 'waiting');
