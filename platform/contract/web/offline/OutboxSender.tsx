import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { flushOutbox } from './outbox-state.ts';

/** Milliseconds between attempts while the server cannot be reached; doubles up to the longest. */
const FIRST_PAUSE = 10_000;
const LONGEST_PAUSE = 160_000;

/** Sends decisions made offline: at start, when the network returns, when the page is looked at again, and in between. */
export const OutboxSender = ({ account }: { readonly account: string }) => {
  const client = useQueryClient();
  useEffect(() => {
    let pause = FIRST_PAUSE;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const attempt = async (): Promise<void> => {
      clearTimeout(timer);
      const end = await flushOutbox(account);
      if (stopped) return;
      if (end === 'unreachable') {
        timer = setTimeout(() => void attempt(), pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
        return;
      }
      pause = FIRST_PAUSE;
      void client.invalidateQueries({ queryKey: ['inboxCounts'] });
    };
    const back = (): void => {
      pause = FIRST_PAUSE;
      void attempt();
    };
    const looked = (): void => {
      if (document.visibilityState === 'visible') back();
    };
    void attempt();
    addEventListener('online', back);
    document.addEventListener('visibilitychange', looked);
    return () => {
      stopped = true;
      clearTimeout(timer);
      removeEventListener('online', back);
      document.removeEventListener('visibilitychange', looked);
    };
  }, [account, client]);
  return null;
};
