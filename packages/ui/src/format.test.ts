import { expect, test } from 'vitest';
import { daysSaid } from './format.ts';

test('days within a text are said as people say them, numbers and moments stay', () => {
  expect(daysSaid('2027-01-06')).toBe('2027年1月6日');
  expect(daysSaid('2026-11-17至2026-11-20，香港')).toBe('2026年11月17日至2026年11月20日，香港');
  expect(daysSaid('2026-000070')).toBe('2026-000070');
  expect(daysSaid('2026-11-17T09:00:00Z')).toBe('2026-11-17T09:00:00Z');
});
