import { Unreachable } from '@zhitongche/ui';

/** One attempt at a write: what was said, under which idempotency key. */
export interface Attempt {
  readonly key: string;
  readonly said: string;
}

/** The attempt a command is sent as: the unanswered one again when it says the same, else a new one. */
export const attemptOf = (unanswered: Attempt | null, command: unknown, newKey: () => string): Attempt => {
  const said = JSON.stringify(command);
  return unanswered?.said === said ? unanswered : { key: newKey(), said };
};

/** What stays unanswered after a failure: only an attempt whose answer was lost may be sent again. */
export const afterFailure = (attempt: Attempt | null, error: unknown): Attempt | null =>
  error instanceof Unreachable ? attempt : null;
