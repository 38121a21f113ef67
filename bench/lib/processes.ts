import { type ChildProcess, fork } from 'node:child_process';
import type { Answer, Begin, Drive, Message } from './node-process.ts';

/** Milliseconds of each act or job, and the seconds of the whole. */
export interface Timed {
  readonly times: readonly number[];
  readonly seconds: number;
}

/** A Node process of the run, started from this same program. */
export interface NodeProcess {
  readonly pid: number;
  /** Where its door listens. */
  readonly address: string;
  /** Plays cases in process. */
  drive(work: Omit<Drive, 'kind'>): Promise<Timed>;
  /** Does everything that waits in the outbox, that many jobs at once. */
  workOff(hands: number): Promise<Timed>;
  /** Share of the times the answers of a case were asked for in which they were in memory, since this was asked last. */
  remembered(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a process and waits until it answers. */
export async function startProcess(begin: Omit<Begin, 'kind'>): Promise<NodeProcess> {
  const child = fork(process.argv[1] ?? '', ['node-process'], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ready = await ask(child, { kind: 'begin', ...begin });
  if (ready.kind !== 'ready') throw outOfTurn();
  const timed = async (message: Message): Promise<Timed> => {
    const done = await ask(child, message);
    if (done.kind !== 'done') throw outOfTurn();
    return done;
  };
  return {
    pid: child.pid ?? 0,
    address: ready.address,
    drive: (work) => timed({ kind: 'drive', ...work }),
    workOff: (hands) => timed({ kind: 'work', hands }),
    async remembered() {
      const told = await ask(child, { kind: 'memory' });
      if (told.kind !== 'remembered') throw outOfTurn();
      return told.asked === 0 ? 0 : told.found / told.asked;
    },
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const outOfTurn = (): Error => new Error('A process of the bench answered out of turn');

function ask(child: ChildProcess, message: Message): Promise<Answer> {
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
