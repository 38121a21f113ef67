import { expect, test } from 'vitest';
import { filterValue, isGrouped, isNarrowed, readKeptSearch, rowsQuery, withFilter } from './kept-search.ts';

test('the address of a register keeps what is looked at, and drops what makes no sense', () => {
  expect(
    readKeptSearch({ view: 'board', q: 2026, f: ['country=日本', 'x', 3], order: 'toString', due: 'soon' }),
  ).toEqual({ view: 'board', q: '2026', f: ['country=日本'] });
  expect(readKeptSearch({ view: 'list', order: 'day', retired: 'yes', month: '2026-13', open: '1' })).toEqual(
    {
      order: 'day',
    },
  );
});

test('a column is narrowed to one value at a time, and let go again', () => {
  const narrowed = withFilter(withFilter({}, 'country', '日本'), 'relation', 'sister');
  expect(withFilter(narrowed, 'country', '韩国').f).toEqual(['relation=sister', 'country=韩国']);
  expect(filterValue(narrowed, 'country')).toBe('日本');
  expect(isNarrowed(narrowed)).toBe(true);
  expect(isNarrowed(withFilter(withFilter(narrowed, 'country', ''), 'relation', ''))).toBe(false);
});

test('the server is asked for exactly that', () => {
  expect(rowsQuery('toy', { f: ['a=1', 'b=2'], order: 'stage', stage: 'in', retired: true }, 50)).toEqual({
    params: { register: 'toy' },
    query: { limit: 50, stage: 'in', filters: 'a=1\nb=2', retired: true },
  });
});

test('rows stand under their stages where there is room, and only those in force', () => {
  expect(isGrouped({ order: 'stage' }, false)).toBe(true);
  expect(isGrouped({ order: 'stage' }, true)).toBe(false);
  expect(isGrouped({ order: 'stage', retired: true }, false)).toBe(false);
});
