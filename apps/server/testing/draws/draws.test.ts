import { expect, it } from 'vitest';
import { runDraws } from './run-draws.ts';

it('thirty-two connections empty a shelf while the server is killed: each serial once, none lost, every used one with its case', async () => {
  const lines: string[] = [];
  const report = await runDraws({
    serials: 400,
    most: 20,
    connections: 32,
    every: [100, 300],
    work: 8,
    say: (line) => lines.push(line),
  });
  expect(report.final.faults, lines.join('\n')).toEqual([]);
  expect(report).toMatchObject({ ok: true, final: { received: 400, lost: 0, unasked: 0 } });
  expect(report.kills.server, lines.join('\n')).toBeGreaterThan(0);
  expect(report.final.stages.used).toBeGreaterThan(200);
}, 300_000);
