import { expect, it } from 'vitest';
import { runCrashes } from './run-crashes.ts';

it('kill -9 of the server, of its database and of both under load loses no acknowledged act and does none twice', async () => {
  const lines: string[] = [];
  const report = await runCrashes({ times: 3, database: 'embedded', say: (line) => lines.push(line) });
  expect(report.final.faults).toEqual([]);
  expect(report).toMatchObject({
    ok: true,
    kills: { server: 1, database: 1, both: 1 },
    final: { lost: 0, duplicated: 0 },
  });
  expect(report.repeated, lines.join('\n')).toBeGreaterThan(0);
  expect(report.final.papers).toBeGreaterThan(0);
}, 300_000);
