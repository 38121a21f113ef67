import { expect, it } from 'vitest';
import { readSteps } from '@zhitongche/core/server';
import { runUpgrade } from './run-upgrade.ts';

it('the newest migration runs while nodes on the schema before it serve, and they are replaced one by one without an act lost', async () => {
  const steps = await readSteps();
  const [before, newest] = steps.slice(-2);
  // Where the program needs a step it says so in the file; then the old nodes can only be the old program (test:upgrade).
  const needed = newest?.sql.includes('-- needed by the program of this version') ?? false;
  const schema = needed ? (newest?.number ?? 0) : (before?.number ?? 0);
  const said: string[] = [];
  const report = await runUpgrade({ schema, say: (line) => said.push(line) });
  expect(report.final.faults).toEqual([]);
  expect(report).toMatchObject({
    ok: true,
    schema: [schema, newest?.number],
    exits: [0, 0],
    final: { lost: 0, duplicated: 0 },
  });
  // Every node did its share, or this would be no rolling upgrade.
  expect(Math.min(...report.answered.old, ...report.answered.fresh)).toBeGreaterThan(0);
}, 300_000);
