import { expect, it } from 'vitest';
import { isId, newId } from './id.ts';

it('ids made one after the other stand in that order, also those of one millisecond', () => {
  const made = [...Array.from({ length: 20_000 }, () => newId(1_700_000_000_000)), newId(1_700_000_000_001)];
  expect(made).toEqual(made.toSorted());
  expect(new Set(made).size).toBe(made.length);
  for (const id of made.slice(0, 50))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(made.every(isId)).toBe(true);
});

it('two processes that begin in one millisecond do not make the same ids', () => {
  const starts = Array.from({ length: 1000 }, (_, ms) => newId(ms).slice(14));
  expect(new Set(starts).size).toBe(starts.length);
});
