import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { emptyDb } from '../db.ts';
import { BOUNDS, runFuzz } from './run-fuzz.ts';

it('three hundred damaged PDFs, workbooks, archives and Word documents stop nobody else', async () => {
  // FUZZ_SEED replays a run that failed.
  const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
  const database = await emptyDb();
  try {
    const report = await runFuzz({ times: 300, seed, target: database.target, say: () => undefined });
    const told = `seed ${seed}: ${JSON.stringify(report)}`;
    expect(report.faults, told).toEqual([]);
    expect(report.liveness.failed, told).toBe(0);
    expect(report.liveness.p99Ms, told).toBeLessThanOrEqual(BOUNDS.p99Ms);
    expect(report.liveness.maxMs, told).toBeLessThanOrEqual(BOUNDS.maxMs);
    expect(report.memory.most, told).toBeLessThanOrEqual(BOUNDS.megabytes);
  } finally {
    await database.drop();
  }
}, 300_000);
