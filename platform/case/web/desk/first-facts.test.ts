import { emptyState } from '@zhitongche/case';
import { expect, test } from 'vitest';
import { factsInOrder } from './first-facts.ts';

const row = {
  facts: [
    { label: '类别', value: '友好访问' },
    { label: '人数', value: '6人', note: '原批5人' },
    { label: '天数', value: '8天' },
    { label: '国家', value: '日本' },
  ],
};
const service = { headline: () => '林某等6人赴日本', keyFacts: ['天数', '人数', '费用'] };
const view = (status: 'draft' | 'running') =>
  ({ state: { ...emptyState, status }, row }) as unknown as Parameters<typeof factsInOrder>[0];

test('the facts that count first come in the service’s order, with what they were, and the rest after them', () => {
  const { sentence, first, rest } = factsInOrder(view('running'), service);
  expect(sentence).toBe('林某等6人赴日本');
  expect(first.map(({ label, note }) => [label, note])).toEqual([
    ['天数', undefined],
    ['人数', '原批5人'],
  ]);
  // The country stands in the sentence already.
  expect(rest.map(({ label }) => label)).toEqual(['类别']);
});

test('a draft, and a service that names nothing, is told by its facts as they come', () => {
  expect(factsInOrder(view('draft'), service).sentence).toBe('');
  expect(factsInOrder(view('running'), {}).rest).toHaveLength(row.facts.length);
});
