import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, urlOf } from '@zhitongche/contract/web';

/** Milliseconds in which several pieces of news are one. */
const TOGETHER = 800;
/** Milliseconds until a line the server refused is asked for again. */
const REFUSED = 60_000;

type Listener = (cases: ReadonlySet<string>) => void;
const listeners = new Set<Listener>();

/** Hears of it when cases that concern the reader have moved, by id; an empty id = any may have. */
export const onNews = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps one line to the server open while the shell is shown; the browser reconnects on its own. */
export const useLive = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    let source = new EventSource(urlOf('live'));
    let again: ReturnType<typeof setTimeout> | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const moved = new Set<string>();
    const news = (caseId: string): void => {
      moved.add(caseId);
      clearTimeout(timer);
      timer = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ['inboxCounts'] });
        const told = new Set(moved);
        moved.clear();
        for (const listener of listeners) listener(told);
      }, TOGETHER);
    };
    const attend = (): void => {
      source.addEventListener('moved', (e) => news(caseOf(e.data)));
      source.onerror = () => {
        lost = true;
        // The browser comes back by itself unless the server refused: then this page is one too many, or nobody's any more.
        if (source.readyState !== EventSource.CLOSED) return;
        void call('me', {}).catch(() => undefined);
        again = setTimeout(() => {
          source = new EventSource(urlOf('live'));
          attend();
        }, REFUSED);
      };
      // What happened while the line was down was not told: ask once it is up again.
      source.onopen = () => {
        if (lost) news('');
        lost = false;
      };
    };
    attend();
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source.close();
    };
  }, [client]);
};

const caseOf = (data: unknown): string => {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null && 'case' in value && typeof value.case === 'string'
      ? value.case
      : '';
  } catch {
    return '';
  }
};
