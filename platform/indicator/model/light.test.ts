import { expect, test } from 'vitest';
import { type Judged, lightOf } from './light.ts';

const RULES = { yellowPoints: 10, redPoints: 20 };
const sum = (value: number, elapsed: number, more: Partial<Judged> = {}): Judged => ({
  target: { fits: true, operator: '≥', value: 100 },
  sort: 'person-times',
  value,
  elapsed,
  forecast: null,
  ...more,
});

test.each([
  [45, 0.5, 'green', '进度正常'],
  [39, 0.5, 'yellow', '比进度慢11.0点'],
  [29, 0.5, 'red', '比进度慢21.0点'],
  [100, 0.5, 'green', '已完成'],
  [99, 1, 'red', '全年未完成'],
] as const)('a goal of 100 with %s when %s of the year is over', (value, elapsed, light, words) => {
  expect(lightOf(sum(value, elapsed), RULES)).toEqual({ light, words });
});

test('what is foretold speaks before it is late', () => {
  const low = { low: 60, middle: 80, high: 95 };
  expect(lightOf(sum(50, 0.5, { forecast: low }), RULES).words).toBe('预计完不成');
  expect(lightOf(sum(50, 0.5, { forecast: { ...low, high: 105 } }), RULES).light).toBe('yellow');
});

test('a ceiling is green until it is passed or will be', () => {
  const ceiling = { target: { fits: true, operator: '≤', value: 100 } as const };
  expect(lightOf(sum(99, 0.5, ceiling), RULES).light).toBe('green');
  expect(lightOf(sum(101, 0.5, ceiling), RULES)).toEqual({ light: 'red', words: '已超过上限' });
  const forecast = { low: 90, middle: 110, high: 130 };
  expect(lightOf(sum(60, 0.5, { ...ceiling, forecast }), RULES).light).toBe('yellow');
  expect(lightOf(sum(60, 0.5, { ...ceiling, forecast: { ...forecast, low: 101 } }), RULES).light).toBe('red');
});

test('a share is held against its target, not against the part of the year', () => {
  const share = (value: number) =>
    sum(value, 0.2, { sort: 'rate', target: { fits: true, operator: '≥', value: 0.95 } });
  expect(lightOf(share(0.96), RULES).light).toBe('green');
  expect(lightOf(share(0.9), RULES)).toEqual({ light: 'yellow', words: '差5.0点' });
  expect(lightOf(share(0.8), RULES)).toEqual({ light: 'red', words: '差15.0点' });
});
