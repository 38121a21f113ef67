import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Sends a signal to a postmaster and to every process it started, as a machine that halts or freezes would stop them all. */
export function signalFamily(postmaster: number, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
  // Signalling process 0 would reach the harness itself.
  if (postmaster <= 1) throw new RangeError('No postmaster to signal');
  const children = parents()
    .filter(([, parent]) => parent === postmaster)
    .map(([pid]) => pid);
  // The postmaster first: it must start nobody new meanwhile.
  for (const pid of [postmaster, ...children])
    try {
      process.kill(pid, signal);
    } catch {
      // Gone already.
    }
}

/** Every process of the machine with its parent. */
function parents(): readonly (readonly [number, number])[] {
  if (!existsSync('/proc/self/stat'))
    return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .map(([pid = 0, parent = 0]) => [pid, parent] as const);
  return readdirSync('/proc').flatMap((name): readonly (readonly [number, number])[] => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The name of the program stands in parentheses and may hold anything; state and parent follow it.
      const [, parent = '0'] = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return [[Number(name), Number(parent)]];
    } catch {
      return [];
    }
  });
}
