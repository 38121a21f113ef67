import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '@zhitongche/host';
import { gate } from './gate.ts';

const ROOT = join(import.meta.dirname, '../../..');
/** How often, every tenth of a second, it is looked whether the command has come so far. */
const LOOKS = 600;

/** How a command of the console ended. */
export interface Killed {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly said: string;
}

/** Runs a command of the console in a process of its own that comes no further than `table`, and kills it once it has come so far. */
export async function killedAt(
  owner: Db,
  table: string,
  command: string,
  env: Readonly<Record<string, string>>,
  soFar: () => Promise<boolean>,
): Promise<Killed> {
  const [done, locked] = [gate(), gate()];
  // Nothing is written past this lock, so that the command stands in the middle of its work for certain.
  const lock = owner.tx(async (query) => {
    await query(`lock table ${table} in exclusive mode`);
    locked.open();
    await done.opened;
  });
  await locked.opened;
  const child = spawn(process.execPath, ['--import', 'tsx', 'apps/server/src/cli/main.ts', command], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<Killed>((resolve) => child.once('close', (code) => resolve({ code, said })));
  for (let look = 0; look < LOOKS && !(await soFar()) && child.exitCode === null; look += 1) await pause(100);
  child.kill('SIGKILL');
  const killed = await ended;
  done.open();
  await lock;
  return killed;
}
