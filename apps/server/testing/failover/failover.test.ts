import { expect, it } from 'vitest';
import { openPair } from './pair.ts';
import { runFailovers } from './run-failovers.ts';

it('two nodes whose primary is killed in the middle of commits go on with the promoted replica: nothing lost, nothing done twice', async () => {
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const report = await runFailovers({ times: 1, losses: ['cut'], open: openPair, say });
  expect(report.final.faults).toEqual([]);
  expect(report).toMatchObject({ ok: true, final: { lost: 0, duplicated: 0 } });
  expect(report.rounds.map((round) => round.loss)).toEqual(['cut']);
  expect(report.final.acts).toBeGreaterThan(0);
  expect(report.rounds[0]?.repeated, lines.join('\n')).toBeGreaterThan(0);
}, 300_000);

it('a primary that does not wait for its replica loses acts with its machine, and the comparison says how many', async () => {
  const open = (folder: string) => openPair(folder, true);
  const report = await runFailovers({ times: 1, losses: ['kill'], open, say: () => undefined });
  expect(report.ok).toBe(false);
  expect(report.final.lost).toBeGreaterThan(0);
}, 300_000);
