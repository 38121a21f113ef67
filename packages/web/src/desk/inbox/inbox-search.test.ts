import { describe, expect, test } from 'vitest';
import { filterCount, inboxQuery, readInboxSearch } from './inbox-search.ts';
import { parseFilters, withFilter } from './saved-filters.ts';

describe('the address of the inbox', () => {
  test('keeps what makes sense and drops the rest', () => {
    expect(
      readInboxSearch({
        tab: 'done',
        q: '德国',
        light: 'purple',
        sort: 'toString',
        service: 'outbound-trip',
        status: 'stuck',
      }),
    ).toEqual({ tab: 'done', q: '德国', service: 'outbound-trip', status: 'stuck' });
  });

  test('keeps the step and the days a figure led here with, and no day that is none', () => {
    expect(readInboxSearch({ tab: 'all', step: 'abroad', from: '2026-11-01', until: 'today' })).toEqual({
      tab: 'all',
      step: 'abroad',
      from: '2026-11-01',
    });
  });

  test('asks for the to-do list when nothing is said, and never sends the open case along', () => {
    expect(inboxQuery({ open: 'c1', q: '2026' }, 100)).toEqual({
      query: { tab: 'todo', q: '2026', limit: 100 },
    });
  });

  test('a number typed as search stays text', () => {
    expect(readInboxSearch({ q: 2026 })).toEqual({ q: '2026' });
  });
});

describe('saved filters', () => {
  test('keep the filter, not the tab or the open case; the same name replaces', () => {
    const once = withFilter([], '快到期', { tab: 'all', light: 'amber', open: 'c1' });
    expect(once).toEqual([{ name: '快到期', search: { light: 'amber' } }]);
    expect(withFilter(once, '快到期', { light: 'red' })).toEqual([
      { name: '快到期', search: { light: 'red' } },
    ]);
    expect(filterCount({ tab: 'all', light: 'amber' })).toBe(1);
  });

  test('a broken memory is an empty one', () => {
    expect(parseFilters('nonsense')).toEqual([]);
    expect(parseFilters('[1,{"name":"a"},{"name":"b","search":{"light":"red","x":1}}]')).toEqual([
      { name: 'b', search: { light: 'red' } },
    ]);
  });
});
