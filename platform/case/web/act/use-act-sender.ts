import type { CommandShape } from '@zhitongche/contract';
import { newKey } from '@zhitongche/contract/web';
import { Unreachable } from '@zhitongche/ui';
import { useRef, useState } from 'react';

/** How far an act is on its way. */
export interface ActSending {
  readonly pending: boolean;
  /** Attempts since the last one that was taken. */
  readonly tries: number;
  /** Why the last attempt failed; `Unreachable` when its answer was lost. */
  readonly error?: unknown;
}

/**
 * Sends commands one at a time. Pressing again after a lost answer repeats the same request under the same key, so that
 * nothing happens twice; after a refusal, or with other words, it is a new one.
 */
export const useActSender = <T>(
  deliver: (command: CommandShape, key: string) => Promise<T>,
  taken: (answer: T) => void | Promise<void>,
) => {
  const [state, setState] = useState<ActSending>({ pending: false, tries: 0 });
  const unanswered = useRef<{ readonly key: string; readonly said: string } | null>(null);
  /** Sends a command, once `before` is done; where that says no, nothing is sent. */
  const take = async (command: CommandShape, before?: () => Promise<boolean>): Promise<void> => {
    setState((s) => ({ pending: true, tries: s.tries + 1 }));
    try {
      if (before && !(await before())) {
        setState((s) => ({ ...s, pending: false }));
        return;
      }
      const said = JSON.stringify(command);
      if (unanswered.current?.said !== said) unanswered.current = { key: newKey(), said };
      const answer = await deliver(command, unanswered.current.key);
      unanswered.current = null;
      await taken(answer);
      setState({ pending: false, tries: 0 });
    } catch (error) {
      if (!(error instanceof Unreachable)) unanswered.current = null;
      setState((s) => ({ ...s, pending: false, error }));
    }
  };
  /** Takes the last refusal from the screen. */
  const forget = (): void => setState({ pending: false, tries: 0 });
  return { ...state, take, forget };
};
