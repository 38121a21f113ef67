import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Begin, Drive } from './node-process.ts';

/** A Node process of the run, started from this same program. */
export interface NodeProcess {
  readonly pid: number;
  /** Where its door listens. */
  readonly address: string;
  /** Plays cases in process; gives the milliseconds of each act and the seconds of the whole. */
  drive(work: Omit<Drive, 'kind'>): Promise<{ readonly times: readonly number[]; readonly seconds: number }>;
  stop(): Promise<void>;
}

/** Starts a process and waits until it answers. */
export async function startProcess(begin: Omit<Begin, 'kind'>): Promise<NodeProcess> {
  const child = fork(process.argv[1] ?? '', ['node-process'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await ask(child, { kind: 'begin', ...begin });
  if (ready.kind !== 'ready') throw new Error('A process of the bench answered out of turn');
  return {
    pid: child.pid ?? 0,
    address: ready.address,
    async drive(work) {
      const done = await ask(child, { kind: 'drive', ...work });
      if (done.kind !== 'driven') throw new Error('A process of the bench answered out of turn');
      return done;
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function ask(child: ChildProcess, message: Begin | Drive): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`A process of the bench ended with ${code}`));
    child.once('exit', gone);
    child.once('message', (answer: Answer) => {
      child.off('exit', gone);
      resolve(answer);
    });
    child.send(message);
  });
}
