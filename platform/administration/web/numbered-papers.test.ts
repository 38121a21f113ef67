import { expect, test } from 'vitest';
import { numberedPapers } from './numbered-papers.ts';

test('a mark is seen in every number it makes', () => {
  const papers = [
    { title: '任务批件', pattern: '{mark}出字〔{year}〕{seq}号' },
    { title: '受理通知书', pattern: '{mark}受字〔{year}〕第{seq}号' },
  ];
  expect(numberedPapers(papers, '雁外', '2026')).toEqual([
    { title: '任务批件', number: '雁外出字〔2026〕1号' },
    { title: '受理通知书', number: '雁外受字〔2026〕第1号' },
  ]);
});
