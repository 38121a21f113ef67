import { expect, test } from 'vitest';
import { indicatorCatalogue, suggestIndicators } from './catalogue.ts';

test('400 published indicators, each with the record it is counted from', () => {
  expect(indicatorCatalogue()).toHaveLength(400);
  expect(
    indicatorCatalogue().every(
      (entry) => entry.source !== '' && ['auto', 'semi', 'survey', 'manual'].includes(entry.automation),
    ),
  ).toBe(true);
});

test('a suggestion of the level being filled comes first', () => {
  const [first] = suggestIndicators('满意度', '质量指标');
  expect(first?.level2).toBe('质量指标');
});
