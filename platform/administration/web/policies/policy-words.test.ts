import { describe, expect, test } from 'vitest';
import {
  readValue,
  rowInForce,
  rowTimes,
  typedValue,
  valueWords,
  type PolicyRowLine,
} from './policy-words.ts';

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

describe('values', () => {
  test.each([
    ['number', '6', 6],
    ['number', '0.4', 0.4],
    ['number', '六', undefined],
    ['number', '', undefined],
    ['yes-no', 'no', false],
    ['list', '厅级、处级 其他', ['厅级', '处级', '其他']],
    ['list', '', []],
    ['text', ' 甲 ', ' 甲 '],
  ])('%s typed as %j is %j', (type, typed, value) => {
    expect(readValue(type, typed)).toEqual(value);
  });

  test('are shown with their unit and read back as they were', () => {
    expect(valueWords(10, '天')).toBe('10 天');
    expect(valueWords([], '')).toBe('（无）');
    expect(readValue('list', typedValue(['a', 'b']))).toEqual(['a', 'b']);
    expect(readValue('yes-no', typedValue(true))).toBe(true);
  });

  test('of a list of known words are shown and typed by what they are called', () => {
    const among = { bureau: '厅局级', division: '县处级' };
    expect(valueWords(['bureau', 'division'], '', among)).toBe('厅局级、县处级');
    expect(readValue('list', '厅局级、县处级', among)).toEqual(['bureau', 'division']);
    expect(readValue('list', typedValue(['division'], among), among)).toEqual(['division']);
  });
});
