import { describe, expect, test } from 'vitest';
import {
  exportQuery,
  filterCount,
  inboxQuery,
  readInboxSearch,
  sortOf,
  sortsFor,
  withFilterSet,
} from './inbox-search.ts';
import { parseFilters, withFilter } from './saved-filters.ts';
import { unitsSeen } from './units-seen.ts';

const TRADE = '018f0000-0000-7000-8000-000000000001';
const SCIENCE = '018f0000-0000-7000-8000-000000000002';

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

  test('keeps a unit and no text that cannot be one', () => {
    expect(readInboxSearch({ unit: TRADE })).toEqual({ unit: TRADE });
    expect(readInboxSearch({ unit: '省商务厅' })).toEqual({});
  });

  test('choosing another service lets go of the step, which belonged to the first', () => {
    const at = { tab: 'all', service: 'outbound-trip', step: 'review', unit: TRADE } as const;
    expect(withFilterSet(at, 'service', 'passport')).toEqual({
      tab: 'all',
      service: 'passport',
      unit: TRADE,
    });
    expect(withFilterSet(at, 'unit', '')).toEqual({ tab: 'all', service: 'outbound-trip', step: 'review' });
  });

  test('the export asks for exactly what the list shows', () => {
    const search = {
      tab: 'done',
      q: '德国',
      service: 'outbound-trip',
      status: 'running',
      light: 'red',
      step: 'review',
      unit: TRADE,
      from: '2026-11-01',
      until: '2026-11-30',
      sort: 'oldest',
      open: 'c1',
    } as const;
    const { open: _, ...shown } = search;
    expect(exportQuery(search)).toEqual({ query: shown });
    expect(inboxQuery(search, 100)).toEqual({ query: { ...shown, limit: 100 } });
    expect(exportQuery({}).query).toEqual({ tab: 'todo' });
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
    expect(parseFilters([1, { name: 'a' }, { name: 'b', search: { light: 'red', x: 1 } }])).toEqual([
      { name: 'b', search: { light: 'red' } },
    ]);
  });
});

describe('the order said', () => {
  test('is the one the list is in: what is due leads the to-do list, what is new all others', () => {
    expect([sortOf({}), sortOf({ tab: 'all' }), sortOf({ tab: 'done' })]).toEqual([
      'due',
      'newest',
      'newest',
    ]);
    // An order brought along from another tab that this one does not know.
    expect(sortOf({ tab: 'copied', sort: 'due' })).toBe('newest');
    expect(sortOf({ tab: 'all', sort: 'due' })).toBe('due');
    expect(sortsFor({ tab: 'done' }).map(([key]) => key)).toEqual(['newest', 'oldest']);
  });
});

describe('units on offer', () => {
  test('stay when the list is narrowed to one of them', () => {
    const both = unitsSeen(
      [],
      [
        { unit: '省商务厅', unitId: TRADE },
        { unit: '省科技厅', unitId: SCIENCE },
        { unit: '省商务厅', unitId: TRADE },
      ],
    );
    expect(both.map((unit) => unit.id).sort()).toEqual([TRADE, SCIENCE]);
    expect(unitsSeen(both, [{ unit: '省科技厅', unitId: SCIENCE }])).toBe(both);
  });
});
