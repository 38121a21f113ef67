import { startThread } from '@zhitongche/host';
import type { ThreadTask, ThreadWord } from './thread-task.ts';

const PROGRAM = { name: 'budget-thread', source: new URL('./thread.ts', import.meta.url) };

/** What a thread may use up before it is stopped. */
export interface ThreadLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The last word of a thread, or why it had to be stopped. */
export type ThreadEnd =
  | Exclude<ThreadWord, { readonly word: 'share' }>
  | { readonly word: 'stopped'; readonly why: 'time' | 'memory' | 'fault'; readonly detail: string };

/** Does one task in a thread of its own; whatever happens in it, this promise resolves. */
export function runThread(
  task: ThreadTask,
  limits: ThreadLimits,
  onShare: (share: number) => void = () => undefined,
): Promise<ThreadEnd> {
  return new Promise((resolve) => {
    const worker = startThread(PROGRAM, {
      data: task,
      megabytes: limits.megabytes,
      died: (death) => end({ word: 'stopped', ...death }),
    });
    let over = false;
    const end = (word: ThreadEnd): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      void worker.terminate();
      resolve(word);
    };
    const timer = setTimeout(
      () => end({ word: 'stopped', why: 'time', detail: `${limits.seconds} s` }),
      limits.seconds * 1000,
    );
    worker.on('message', (word: ThreadWord) => {
      if (word.word === 'share') onShare(word.share);
      else end(word);
    });
  });
}
