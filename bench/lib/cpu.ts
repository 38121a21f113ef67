import { readFileSync, readdirSync } from 'node:fs';

// Linux counts in hundredths of a second whatever the kernel's own tick is (USER_HZ).
const TICK_MS = 10;

interface Stat {
  readonly parent: number;
  readonly own: number;
  readonly ended: number;
}

function statOf(pid: string): Stat | null {
  try {
    // The name may hold blanks and brackets: fields are counted from the last bracket on.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const at = (index: number) => Number(fields[index] ?? 0);
    return { parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return null;
  }
}

/** Milliseconds of processor time a process and its direct children have used so far; 0 where /proc is missing. */
export function cpuMilliseconds(pid: number): number {
  const self = statOf(String(pid));
  if (!self) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(name))
    .filter((stat) => stat?.parent === pid);
  return children.reduce((sum, stat) => sum + (stat?.own ?? 0), self.own + self.ended) * TICK_MS;
}

/** Processor time of processes, looked at all along. */
export interface Meter {
  /** Milliseconds each process used between two instants, in seconds since 1970. */
  between(from: number, until: number): readonly number[];
  stop(): void;
}

const LOOKS_MS = 200;

/** Begins to look at processes five times a second. */
export function meterOf(pids: readonly number[]): Meter {
  const seen: { readonly at: number; readonly used: readonly number[] }[] = [];
  const look = () => void seen.push({ at: Date.now() / 1000, used: pids.map(cpuMilliseconds) });
  look();
  const timer = setInterval(look, LOOKS_MS);
  const usedAt = (at: number, index: number): number => {
    const next = seen.findIndex((one) => one.at >= at);
    const [before, after] = [seen[Math.max(0, next - 1)], seen.at(next)];
    const [low = 0, high = 0] = [before?.used[index], after?.used[index]];
    const [start = 0, end = 0] = [before?.at, after?.at];
    return end > start ? low + ((high - low) * (at - start)) / (end - start) : high;
  };
  return {
    between: (from, until) => pids.map((_, index) => usedAt(until, index) - usedAt(from, index)),
    stop: () => clearInterval(timer),
  };
}
