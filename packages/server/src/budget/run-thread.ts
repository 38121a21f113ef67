import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadTask, ThreadWord } from './thread-task.ts';

/** What a thread may use up before it is stopped. */
export interface ThreadLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** The last word of a thread, or why it had to be stopped. */
export type ThreadEnd =
  | Exclude<ThreadWord, { readonly word: 'share' }>
  | { readonly word: 'stopped'; readonly why: 'time' | 'memory' | 'fault'; readonly detail: string };

/** Beside the bundle when built; `import.meta.dirname` still names the bundle's own folder there. */
const built = join(import.meta.dirname, 'budget-thread.mjs');
const program = existsSync(built) ? built : join(import.meta.dirname, 'thread-source.mjs');

/** Does one task in a thread of its own; whatever happens in it, this promise resolves. */
export function runThread(
  task: ThreadTask,
  limits: ThreadLimits,
  onShare: (share: number) => void = () => undefined,
): Promise<ThreadEnd> {
  return new Promise((resolve) => {
    const worker = new Worker(program, {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      // The thread needs no secrets of the office.
      env: {},
      execArgv: [],
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
    worker.on('error', (error: NodeJS.ErrnoException) =>
      end({
        word: 'stopped',
        why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault',
        detail: `${error.name}: ${error.message}`.slice(0, 300),
      }),
    );
    worker.on('exit', (code) => end({ word: 'stopped', why: 'fault', detail: `exit ${code}` }));
  });
}
