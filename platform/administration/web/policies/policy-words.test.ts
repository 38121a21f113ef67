import { describe, expect, test } from 'vitest';
import { rowInForce, rowTimes, valueWords, type PolicyRowLine } from './policy-words.ts';

const row = (
  id: string,
  validFrom: string,
  validTo: string | null = null,
  org: string | null = null,
): PolicyRowLine => ({
  id,
  org,
  value: 6,
  validFrom,
  validTo,
  source: '冀外办〔2026〕1号',
  by: '安全管理员',
  at: `${validFrom}T00:00:00Z`,
});

describe('figures over time', () => {
  test('the latest start wins, what is to come waits, what has ended is over', () => {
    const rows = [
      row('old', '2025-01-01'),
      row('now', '2026-01-01'),
      row('next', '2027-01-01'),
      row('ended', '2026-02-01', '2026-03-31'),
    ];
    expect(Object.fromEntries(rowTimes(rows, '2026-11-21'))).toEqual({
      old: 'past',
      now: 'in-force',
      next: 'ahead',
      ended: 'past',
    });
  });

  test('a city’s own figure stands beside the province’s, not in its place', () => {
    const rows = [row('city', '2026-06-01', null, 'c1'), row('office', '2026-01-01')];
    const line = {
      key: 'k',
      label: '人数',
      service: 's',
      type: 'number',
      unit: '人',
      default: 5,
      basis: '',
      unconfirmed: false,
      rows,
    };
    expect(rowInForce(line, '2026-11-21')?.id).toBe('office');
    expect(rowInForce(line, '2025-11-21')).toBeUndefined();
  });
});

test('a value is shown with its unit, words of a list by what they are called', () => {
  expect(valueWords(10, '天')).toBe('10 天');
  expect(valueWords([], '')).toBe('（无）');
  expect(valueWords(['bureau', 'division'], '', { bureau: '厅局级', division: '县处级' })).toBe(
    '厅局级、县处级',
  );
});
