import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Puts everything the run writes under one temporary folder. However the process ends, unless it is killed outright, the
 * database servers that work there end with it and the folder goes.
 */
export function clearUpOnExit(): void {
  const folder = mkdtempSync(join(tmpdir(), 'zhitongche-run-'));
  // Started as root a database server runs as somebody else, who must get in.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  process.once('exit', () => {
    for (const pid of postmasters(folder)) quit(pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
}

/** Process ids of the servers whose data lies in a folder, at most four deep. */
function postmasters(folder: string, depth = 4): readonly number[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'postmaster.pid') return [Number.parseInt(readFileSync(path, 'utf8'), 10)];
    return entry.isDirectory() && depth > 0 ? postmasters(path, depth - 1) : [];
  });
}

function quit(pid: number): void {
  try {
    // At once, without a checkpoint: the data is going too.
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It had ended already.
  }
}
