import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { urlOf } from '../api/client.ts';

/** Milliseconds in which several pieces of news are one. */
const TOGETHER = 800;

type Listener = () => void;
const listeners = new Set<Listener>();

/** Hears of it when anything in the inbox may have changed. */
export const onNews = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps one line to the server open while the shell is shown; the browser reconnects on its own. */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(urlOf('live'));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const news = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ['inboxCounts'] });
        for (const listener of listeners) listener();
      }, TOGETHER);
    };
    source.onmessage = news;
    source.onerror = () => {
      lost = true;
    };
    // What happened while the line was down was not told: ask once it is up again.
    source.onopen = () => {
      if (lost) news();
      lost = false;
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
};
