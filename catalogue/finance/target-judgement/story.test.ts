import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { targetJudgements } from './index.ts';

const SEEN = {
  year: 2026,
  department: '云泽省人民政府外事办公室',
  project: '友好城市交往费',
  name: '友城关系深化度',
  day: '2026-02-01',
  judge: '友城处',
  verdict: 'met',
  found: '互访两次',
} as const;
const problems = (more: object) =>
  new RowStory(targetJudgements).problems('finance-officer', { act: 'enter', answers: { ...SEEN, ...more } });

test('who judges by a list names it, who shows evidence names the evidence, and nobody judges tomorrow', () => {
  expect(problems({ way: 'review' })).not.toEqual([]);
  expect(problems({ way: 'review', list: '友城往来清单' })).toEqual([]);
  expect(problems({ way: 'evidence' })).not.toEqual([]);
  expect(problems({ way: 'evidence', evidence: '互访总结' })).toEqual([]);
  expect(problems({ way: 'evidence', evidence: '互访总结', day: '2099-01-01' })).toEqual(['E-01']);
});
