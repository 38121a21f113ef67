import { dayInShanghai } from '@zhitongche/base';
import { call, newKey, own, type Reply } from '@zhitongche/contract/web';
import { statusOf } from '@zhitongche/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { keepRating, type KioskMemory, memoryOf, withoutTaken } from './kiosk-store.ts';

type Sheet = Reply<'setUpKiosk'>['sheet'];

/** Milliseconds between two tries to send. */
const EVERY = 10_000;
/** Ratings sent at once. */
const MOST = 50;

/** The device of a window: what it asks, and what it keeps until it has arrived. */
export function useKiosk() {
  const [memory, setMemory] = useState<KioskMemory<Sheet> | null>(() => memoryOf(own.kiosk()));
  const sending = useRef(false);
  const change = useCallback((next: KioskMemory<Sheet>): void => {
    own.keepKiosk(next);
    setMemory(next);
  }, []);
  const flush = useCallback(async (): Promise<void> => {
    const now = memoryOf<Sheet>(own.kiosk());
    if (!now || sending.current) return;
    sending.current = true;
    try {
      const { kiosk, secret } = now;
      const ratings = now.ratings.slice(0, MOST).map((one) => ({ ...one }));
      const { taken, window, sheet } = await call(
        'sendKiosk',
        { body: { kiosk, secret, ratings } },
        { nameless: true },
      );
      // Somebody may have rated meanwhile.
      const since = memoryOf<Sheet>(own.kiosk()) ?? now;
      change({ ...since, window, sheet, ratings: withoutTaken(since.ratings, taken) });
    } catch (error) {
      // Taken out of use: it asks nobody any more, and keeps what it has for when it is set up anew.
      if (statusOf(error) === 403) change({ ...now, secret: '' });
    } finally {
      sending.current = false;
    }
  }, [change]);
  useEffect(() => {
    const first = setTimeout(() => void flush(), 0);
    const timer = setInterval(() => void flush(), EVERY);
    const back = () => void flush();
    addEventListener('online', back);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      removeEventListener('online', back);
    };
  }, [flush]);
  return {
    memory: memory?.secret ? memory : null,
    async setUp(code: string): Promise<void> {
      const made = await call('setUpKiosk', { body: { code } }, { nameless: true });
      change({ ...made, ratings: memoryOf<Sheet>(own.kiosk())?.ratings ?? [] });
    },
    rate(answer: { readonly mark: number; readonly reasons: readonly string[] }): void {
      const now = memoryOf<Sheet>(own.kiosk());
      if (!now) return;
      const rating = {
        id: newKey().replaceAll('-', ''),
        day: dayInShanghai(new Date().toISOString()),
        answer: { mark: answer.mark, reasons: [...answer.reasons] },
      };
      change({ ...now, ratings: keepRating(now.ratings, rating, Math.random) });
      void flush();
    },
  };
}
