import { expect, test } from 'vitest';
import { readPlanSearch } from './plan-search.ts';

test('a figure of a year and an organisation is opened by its address, anything else is left out', () => {
  const org = '01890000-0000-7000-8000-000000000001';
  expect(readPlanSearch({ year: '2026', figure: 'late', org })).toEqual({ year: 2026, figure: 'late', org });
  expect(readPlanSearch({ year: 99, figure: 'nothing', org })).toEqual({});
  expect(readPlanSearch({ figure: 'back', org: 'x' })).toEqual({ figure: 'back' });
});
