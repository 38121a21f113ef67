import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A program that runs in a thread of its own. */
export interface ThreadProgram {
  /** Name of its bundle, which lies beside whatever starts it. */
  readonly name: string;
  /** Address of its source, where nothing is bundled. */
  readonly source: URL;
}

/** Why a thread ended without having been asked to. */
export interface ThreadDeath {
  readonly why: 'memory' | 'fault';
  readonly detail: string;
}

/** What a thread is given, and who hears of it. */
export interface ThreadOptions {
  readonly data: unknown;
  /** Megabytes its JavaScript may use up. */
  readonly megabytes: number;
  readonly died: (death: ThreadDeath) => void;
}

/** Starts a thread: the program beside the bundle when built (there `import.meta.dirname` names its folder), else the source. */
export function startThread(
  { name, source }: ThreadProgram,
  { data, megabytes, died }: ThreadOptions,
): Worker {
  const built = join(import.meta.dirname, `${name}.mjs`);
  const bundled = existsSync(built);
  const worker = new Worker(bundled ? built : join(import.meta.dirname, 'source.mjs'), {
    workerData: data,
    argv: bundled ? [] : [fileURLToPath(source)],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // The thread needs no secrets of the office.
    env: {},
    execArgv: [],
  });
  worker.on('error', (error: NodeJS.ErrnoException) =>
    died({
      why: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'fault',
      detail: `${error.name}: ${error.message}`.slice(0, 300),
    }),
  );
  worker.on('exit', (code) => died({ why: 'fault', detail: `exit ${code}` }));
  return worker;
}
