import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { emptyDb } from '../db.ts';
import { MOST_MEGABYTES, runFuzz } from './run-fuzz.ts';

it('three hundred damaged PDFs, workbooks, archives and Word documents stop nobody else', async () => {
  // FUZZ_SEED replays a run that failed.
  const seed = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31));
  const database = await emptyDb();
  try {
    const report = await runFuzz({ times: 300, seed, target: database.target, say: () => undefined });
    const told = `seed ${seed}: ${JSON.stringify(report)}`;
    expect(report.faults, told).toEqual([]);
    expect(report.liveness.broken, told).toEqual([]);
    expect(report.memory.most, told).toBeLessThanOrEqual(MOST_MEGABYTES);
  } finally {
    await database.drop();
  }
}, 600_000);
