import { expect, test } from 'vitest';
import { clockText } from './clock-text.ts';

const paused = '等候领导签批';

test('a clock that stands still says why; one that warns all the same says what of', () => {
  expect(clockText({ light: 'grey', daysLeft: null, paused })).toBe(paused);
  expect(clockText({ light: 'green', daysLeft: 3, paused })).toBe(paused);
  expect(clockText({ light: 'amber', daysLeft: 0, paused })).toBe('今天到期');
  expect(clockText({ light: 'red', daysLeft: -2, paused })).toBe('超期 2 个工作日');
});
