import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareTables } from './compare-tables.ts';

const before = [
  { currency: '美元', rate: 7.1 },
  { currency: '欧元', rate: 7.8 },
  { currency: '英镑', rate: 9.2 },
];

test('a changed row shows in its old and its new form, an untouched one in neither', () => {
  const change = compareTables(before, [
    { rate: 7.1, currency: '美元' },
    { currency: '欧元', rate: 8 },
    { currency: '日元', rate: 0.05 },
  ]);
  expect(change).toEqual({
    same: 1,
    gone: [
      { currency: '欧元', rate: 7.8 },
      { currency: '英镑', rate: 9.2 },
    ],
    fresh: [
      { currency: '欧元', rate: 8 },
      { currency: '日元', rate: 0.05 },
    ],
  });
});

test('an empty cell is the same as a missing one, and doubled rows are counted one by one', () => {
  expect(compareTables([{ a: 1, note: '' }], [{ a: 1 }, { a: 1 }])).toEqual({
    same: 1,
    gone: [],
    fresh: [{ a: 1 }],
  });
});

test('every row of both versions is accounted for exactly once', () => {
  const rows = fc.array(fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.constantFrom('', 'x', 'y') }));
  fc.assert(
    fc.property(rows, rows, (one, other) => {
      const change = compareTables(one, other);
      expect(change.same + change.gone.length).toBe(one.length);
      expect(change.same + change.fresh.length).toBe(other.length);
      expect(compareTables(other, one).same).toBe(change.same);
    }),
  );
});
