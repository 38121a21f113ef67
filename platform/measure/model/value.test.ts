import { expect, test } from 'vitest';
import { valueInWords, valueOf } from './value.ts';

test('persons are counted once each, money to the cent, rates and means over what there was', () => {
  expect(valueOf('persons', { n: '9', lines: 9, persons: 4 })).toBe('4');
  expect(valueOf('money', { n: '1234567.80', lines: 2, persons: 0 })).toBe('1234567.80');
  expect(valueOf('rate', { n: '3', lines: 4, persons: 0 })).toBe('0.75');
  expect(valueOf('duration', { n: '1800000', lines: 2, persons: 0 })).toBe('900000');
});

test('nothing to divide by is no zero', () => {
  expect(valueOf('rate', { n: '0', lines: 0, persons: 0 })).toBeNull();
  expect(valueInWords({ sort: 'rate', unit: '' }, null)).toBe('没有可计的');
  expect(
    valueInWords({ sort: 'cases', unit: '件' }, valueOf('cases', { n: '0', lines: 0, persons: 0 })),
  ).toBe('0件');
});

test.each([
  ['cases', '件', '1234', '1,234件'],
  ['money', '元', '1234567.80', '1,234,567.80元'],
  ['rate', '', '0.9996', '100.0%'],
  ['rate', '', '0.6666666667', '66.7%'],
  ['duration', '', '840000', '14分钟'],
  ['median', '天', '8.5', '8.5天'],
  ['mean', '分', '82.3333333', '82.3分'],
  ['mean', '分', '90', '90分'],
] as const)('%s is said as people say it', (sort, unit, value, words) => {
  expect(valueInWords({ sort, unit }, value)).toBe(words);
});
