import { expect, test } from 'vitest';
import { readRegisterSearch } from './register-search.ts';
import { readStatsSearch } from './stats-search.ts';

test('the address of a register keeps words and days, and drops what is neither', () => {
  expect(readRegisterSearch({ q: 2026, from: '2026-01-01', until: 'soon' })).toEqual({
    q: '2026',
    from: '2026-01-01',
  });
  expect(readRegisterSearch({ q: ['a'] })).toEqual({});
});

test('the address of the statistics knows whose and how long, nothing else', () => {
  expect(readStatsSearch({ of: 'office', period: 'year' })).toEqual({ of: 'office', period: 'year' });
  expect(readStatsSearch({ of: 'everybody', period: 'toString' })).toEqual({});
});
