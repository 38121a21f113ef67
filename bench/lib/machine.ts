import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { arch, cpus, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { round } from './stats.ts';

/** What the figures of a run were measured on; names no host and no path. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  /** Average number of runnable processes in the minute before the run: other work on the same machine. */
  readonly loadBefore: number;
}

/** Describes the machine. */
export const machine = (): Machine => ({
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: round(totalmem() / 1024 ** 3),
  system: `${platform()} ${arch()} ${release().split('-')[0] ?? ''}`.trim(),
  node: process.version,
  loadBefore: round(loadavg()[0] ?? 0),
});

/** Median milliseconds for one 8 KB write to reach the disk of a folder (fsync). */
export function fsyncMilliseconds(folder: string, times = 100): number {
  const file = openSync(join(folder, 'fsync-probe'), 'w');
  const page = Buffer.alloc(8192, 1);
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    took.push(performance.now() - start);
  }
  closeSync(file);
  return round(took.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0);
}

/** How the cores of this machine are shared out: half to the database, half to everything else. */
export interface Cores {
  readonly database: string;
  readonly clients: string;
  /** Node processes a run may use: one per core left to the database. */
  readonly processes: number;
}

/** The split, or null where processes cannot be bound to cores. */
export function splitCores(): Cores | null {
  const cores = cpus().length;
  if (platform() !== 'linux' || cores < 2) return null;
  try {
    execFileSync('taskset', ['--version'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  const half = Math.floor(cores / 2);
  return { database: `0-${half - 1}`, clients: `${half}-${2 * half - 1}`, processes: half };
}

/** Binds a process, its threads and whatever it starts later to some cores. */
export function bindTo(pid: number, list: string): void {
  execFileSync('taskset', ['-a', '-c', '-p', list, String(pid)], { stdio: 'ignore' });
}
