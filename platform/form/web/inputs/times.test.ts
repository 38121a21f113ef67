import { expect, test } from 'vitest';
import { asksTime, HALF_HOURS, tidyTime } from './times.ts';

test('a time may be typed as a hand does, and is written as asked', () => {
  const typed = ['9', '09', '14', '930', '1430', '9:30', '9：30', '9点', '9点30分', '09:00'];
  const written = ['09:00', '09:00', '14:00', '09:30', '14:30', '09:30', '09:30', '09:00', '09:30', '09:00'];
  expect(typed.map(tidyTime)).toEqual(written);
  expect(['', '上午', '25', '9:75', '12345'].map(tidyTime)).toEqual(['', '上午', '25', '9:75', '12345']);
});

test('half hours are offered where a time is asked for, and nowhere else', () => {
  expect(HALF_HOURS).toContain('14:30');
  const time = { regex: '^([01]\\d|2[0-3]):[0-5]\\d$', hint: '时:分' };
  expect(asksTime({ pattern: time })).toBe(true);
  expect(asksTime({})).toBe(false);
  expect(asksTime({ pattern: { regex: '^.{1,10}$', hint: '' } })).toBe(false);
});
