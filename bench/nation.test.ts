import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ztc-nation-'));
  await chmod(folder, 0o711);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const UNTIL = '2026-01-09';
const start = () =>
  spawn(process.execPath, ['--import', 'tsx', 'bench/run.ts', 'nation', '0.5', folder, UNTIL, '3'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** What the year says in the end, as far as it is told here. */
interface Year {
  readonly continuedAfterDays: number;
  readonly received: number;
  readonly decided: number;
  readonly acts: number;
  readonly numbers: { readonly drawn: number; readonly seriesWithGaps: number };
  readonly papers: { readonly recorded: number; readonly jobsLeft: number };
  readonly chart: string;
}

describe('a year that is killed in the middle', () => {
  it('goes on where it was: every number drawn once and without a gap, no job left', async () => {
    const killed = start();
    // The first days of January are a holiday; the day after this one is a working day.
    for await (const day of createInterface({ input: killed.stderr })) if (day === '2026-01-05') break;
    await new Promise((resolve) => setTimeout(resolve, 150));
    killed.kill('SIGKILL');
    await once(killed, 'close');

    const again = start();
    const told: Year = JSON.parse(await text(again.stdout));
    expect(told.continuedAfterDays).toBeGreaterThanOrEqual(5);
    expect(told.continuedAfterDays).toBeLessThan(9);
    expect(told.received).toBeGreaterThan(5);
    expect(told.decided).toBeGreaterThan(0);
    // Submitted, signed, accepted, agreed to three times.
    expect(told.acts).toBeGreaterThanOrEqual(6 * told.decided);
    expect(told.numbers.seriesWithGaps).toBe(0);
    expect(told.numbers.drawn).toBeGreaterThanOrEqual(told.received);
    expect(told.papers.jobsLeft).toBe(0);
    expect(told.chart).toContain('</svg>');
  });
});
