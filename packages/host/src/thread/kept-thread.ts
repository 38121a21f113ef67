import type { Worker } from 'node:worker_threads';
import type { FromThread, ToThread } from './kept-words.ts';
import { startThread, type ThreadDeath, type ThreadProgram } from './start-thread.ts';

/** The thread ended, or was ended, before it had done what it was asked; asking again starts another. */
export class ThreadDied extends Error {
  override readonly name = 'ThreadDied';
}

/** More work waits for the thread than it could do in reasonable time. */
export class ThreadBusy extends Error {
  override readonly name = 'ThreadBusy';
}

/** What a kept thread is, and may use up. */
export interface KeptOptions {
  readonly data: unknown;
  /** Megabytes its JavaScript may use up. */
  readonly megabytes: number;
  /** Seconds one task may take before the thread counts as hung and is ended. */
  readonly seconds: number;
  /** Tasks that may be under way and waiting. */
  readonly most: number;
}

/** A thread that stays for many tasks: started by the first one, started again after it died. */
export interface KeptThread<Task, Done, Question, Reply> {
  /** Hands over a task; questions of the thread about it are answered by `reply`. */
  ask(task: Task, reply?: (question: Question) => Promise<Reply>): Promise<Done>;
  stop(): Promise<void>;
}

interface Pending {
  readonly done: (value: unknown) => void;
  readonly failed: (error: Error) => void;
  readonly reply: (question: unknown) => Promise<unknown>;
  readonly timer: NodeJS.Timeout;
}

/** Keeps a thread of the named program; its side is `serveThread`, and both must name the same four types. */
export function keepThread<Task, Done, Question = never, Reply = never>(
  program: ThreadProgram,
  options: KeptOptions,
): KeptThread<Task, Done, Question, Reply> {
  let worker: Worker | null = null;
  let last = 0;
  const pending = new Map<number, Pending>();

  const settle = (id: number): Pending | undefined => {
    const one = pending.get(id);
    clearTimeout(one?.timer);
    pending.delete(id);
    // Waiting for nothing, it does not keep the process from ending.
    if (pending.size === 0) worker?.unref();
    return one;
  };
  const lost = (of: Worker, { why, detail }: { why: ThreadDeath['why'] | 'time'; detail: string }): void => {
    if (worker !== of) return;
    worker = null;
    void of.terminate();
    for (const id of pending.keys()) settle(id)?.failed(new ThreadDied(`${program.name}: ${why}, ${detail}`));
  };
  const start = (): Worker => {
    const fresh: Worker = startThread(program, {
      data: options.data,
      megabytes: options.megabytes,
      died: (death) => lost(fresh, death),
    });
    fresh.on('message', (word: FromThread) => hear(fresh, word));
    return fresh;
  };
  const hear = (from: Worker, word: FromThread): void => {
    if ('done' in word) settle(word.done)?.done(word.of);
    else if ('fault' in word)
      settle(word.fault)?.failed(Object.assign(new Error(word.message), { name: word.name }));
    else {
      const one = pending.get(word.task);
      one?.reply(word.of).then(
        (of) => from.postMessage({ reply: word.question, of } satisfies ToThread),
        (error: unknown) => settle(word.task)?.failed(error instanceof Error ? error : new Error('no reply')),
      );
    }
  };

  return {
    ask: (task, reply) =>
      new Promise<Done>((resolve, reject) => {
        if (pending.size >= options.most) {
          reject(new ThreadBusy(`${program.name}: ${pending.size} tasks wait`));
          return;
        }
        worker ??= start();
        const at = worker;
        last += 1;
        const id = last;
        pending.set(id, {
          // Both ends name the same types; between them lies a message.
          done: (value) => resolve(value as Done),
          failed: reject,
          reply: async (question) => await reply?.(question as Question),
          timer: setTimeout(
            () => lost(at, { why: 'time', detail: `${options.seconds} s` }),
            options.seconds * 1000,
          ),
        });
        at.ref();
        at.postMessage({ task: id, of: task } satisfies ToThread);
      }),
    async stop() {
      const at = worker;
      if (!at) return;
      lost(at, { why: 'fault', detail: 'stopped' });
      await at.terminate();
    },
  };
}
