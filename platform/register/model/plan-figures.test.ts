import { expect, test } from 'vitest';
import { behind, type Figure, FIGURES, figureOf, type PlannedItem } from './plan-figures.ts';

const item = (more: Partial<PlannedItem>): PlannedItem => ({
  id: 'i',
  title: '团',
  org: 'o',
  orgName: '单位',
  planned: '2026-05-01',
  count: 1,
  stage: 'approved',
  matters: [],
  ...more,
});
const TODAY = '2026-05-20';
const figures = (...items: readonly PlannedItem[]) =>
  FIGURES.map((figure: Figure) => figureOf(figure, items, TODAY)).join(' ');

// planned, approved, away, back, late – worked out by hand.
test.each([
  ['an item that is still to come', item({}), '1 0 0 0 0'],
  ['one whose month is over and nobody went', item({ planned: '2026-04-15' }), '1 0 0 0 1'],
  [
    'one approved, leaving tomorrow',
    item({ matters: [{ number: 'A', from: '2026-05-21', until: '2026-05-25' }] }),
    '1 1 0 0 0',
  ],
  [
    'one abroad today',
    item({ matters: [{ number: 'A', from: '2026-05-20', until: '2026-05-25' }] }),
    '1 1 1 0 0',
  ],
  [
    'one that should have been back yesterday',
    item({ matters: [{ number: 'A', from: '2026-05-10', until: '2026-05-19' }] }),
    '1 1 1 0 1',
  ],
  [
    'one that is back',
    item({ matters: [{ number: 'A', from: '2026-05-10', until: '2026-05-15', backOn: '2026-05-15' }] }),
    '1 1 0 1 0',
  ],
  [
    'two of three gone by the end of the month',
    item({
      planned: '2026-04-01',
      count: 3,
      matters: [
        { number: 'A', backOn: '2026-04-09' },
        { number: 'B', from: '2026-05-19', until: '2026-05-28' },
      ],
    }),
    '3 2 1 1 1',
  ],
  ['one that is not approved yet', item({ stage: 'listed', planned: '2026-04-01' }), '0 0 0 0 0'],
  ['one that was swapped', item({ stage: 'swapped', planned: '2026-04-01' }), '0 0 0 0 0'],
])('%s', (_what, one, wanted) => expect(figures(one)).toBe(wanted));

test('each list sums to its figure', () => {
  const items = [item({ count: 2 }), item({ planned: '2026-03-01', count: 4, matters: [{ number: 'A' }] })];
  for (const figure of FIGURES)
    expect(behind(figure, items, TODAY).reduce((sum, { n }) => sum + n, 0)).toBe(
      figureOf(figure, items, TODAY),
    );
});
