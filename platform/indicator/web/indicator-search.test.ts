import { expect, test } from 'vitest';
import { isShown, readIndicatorSearch } from './indicator-search.ts';

const ID = '01890000-0000-7000-8000-000000000001';

test('an address that makes no sense shows everything of the office’s own budget', () => {
  expect(readIndicatorSearch({ budget: ID, show: 'behind' })).toEqual({ budget: ID, show: 'behind' });
  expect(readIndicatorSearch({ budget: 'x', show: 'toString' })).toEqual({});
  expect(readIndicatorSearch({ show: 'all' })).toEqual({});
});

test('what is asked for by its way is what is bound so', () => {
  const bound = { state: 'bound', way: 'computed', light: { light: 'red' } } as const;
  expect(isShown(bound, 'computed')).toBe(true);
  expect(isShown(bound, 'behind')).toBe(true);
  expect(isShown({ ...bound, state: 'proposed' }, 'computed')).toBe(false);
  expect(isShown({ ...bound, light: null }, 'behind')).toBe(false);
});
