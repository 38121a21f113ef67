import { alive } from '../../packages/host/src/db/embedded.ts';
import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The checkout this file is part of. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A Tuesday in a week without holidays, nine o'clock in Shanghai: the stories do not depend on the machine's date. */
export const OPENING = Date.parse('2026-03-10T09:00:00+08:00');

/** Where the demo office answers and how its time is told. */
export interface OfficeAddress {
  /** Origin of the program. */
  readonly address: string;
  /**
   * Origin that moves the office's clock: `POST /?days=1`; answers the shift in milliseconds against the machine's clock.
   * What the jobs do about sessions every minute is done before it answers: no story may depend on where in the minute it is.
   * `GET /held` answers the bytes a program started with `--expose-gc` still holds after a collection.
   */
  readonly clock: string;
}

/** What a program is started with. */
export interface OfficePlan {
  /** Data directory. */
  readonly data: string;
  /** Directory of the browser's files. */
  readonly web: string;
  /** Milliseconds its clock is ahead of the machine's. */
  readonly shift: number;
  /** `filed` = the demo office with everything its people have done, `new` = before anybody filed, `kept` = what the directory holds. */
  readonly office: 'filed' | 'new' | 'kept';
  /** Where its mail goes; absent = the mailbox of the demo. */
  readonly smtp?: string;
}

/** The demo office, served. */
export interface Office extends OfficeAddress {
  /** Process id of the program. */
  readonly pid: number;
  /** Ends the program; its data stay. */
  stop(): Promise<void>;
}

/** Starts a program of its own (`serve.ts`, or what was bundled of it) with these arguments of Node, in a checkout. */
export async function openOffice(
  checkout: string,
  program: readonly string[],
  plan: OfficePlan,
): Promise<Office> {
  const started = spawn(process.execPath, [...program, JSON.stringify(plan)], {
    cwd: checkout,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<number | null>((resolve) => started.once('exit', resolve));
  const told = await new Promise<OfficeAddress>((resolve, reject) => {
    started.stdout.once('data', (line: Buffer) => resolve(JSON.parse(line.toString())));
    void gone.then((code) => reject(new Error(`The office did not open: ${code}`)));
  });
  return {
    ...told,
    pid: started.pid ?? 0,
    async stop() {
      started.kill('SIGTERM');
      await gone;
      await databaseEnds(join(plan.data, 'postgres/postmaster.pid'));
    },
  };
}

/** On a busy machine a program that ends may find its last connections still open, and leave its database to them. */
async function databaseEnds(lock: string): Promise<void> {
  for (let waited = 0; ; waited += 50) {
    const [pid] = (await readFile(lock, 'utf8').catch(() => '')).split('\n');
    if (!pid) return;
    // It may end by itself in this very moment.
    if (waited === 0 && alive(Number(pid))) process.kill(Number(pid), 'SIGINT');
    await pause(50);
  }
}

/** A temporary folder for an office. */
export async function officeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-e2e-'));
  // Root's temporary folders are closed to the account the database runs as.
  await chmod(folder, 0o711);
  return folder;
}

/** An office that was filled once, of which every file of stories gets a copy. */
export interface FilledOffice extends OfficePlan {
  /** The bundled program. */
  readonly program: string;
}

/** Opens a copy of a filled office on a directory of its own: what one file of stories does there no other sees. */
export async function openCopy(filled: FilledOffice, smtp?: string): Promise<Office> {
  const folder = await officeFolder();
  const data = join(folder, 'data');
  // Owners and rights of the database's files are part of them.
  await promisify(execFile)('cp', ['-a', filled.data, data]);
  const plan: OfficePlan = {
    data,
    web: filled.web,
    shift: filled.shift,
    office: 'kept',
    ...(smtp === undefined ? {} : { smtp }),
  };
  const office = await openOffice(ROOT, [filled.program], plan);
  return {
    ...office,
    async stop() {
      await office.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
