import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { again } from './again.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Code that fails to come so many times. */
const failing = (times: number) => {
  let asked = 0;
  return {
    asked: () => asked,
    load: async () => {
      asked += 1;
      if (asked <= times) throw new TypeError('Failed to fetch dynamically imported module');
      return 'page';
    },
  };
};

test('code of a page that did not come is asked for again, a little later each time', async () => {
  const { load, asked } = failing(2);
  const page = again(load);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await page).toBe('page');
  expect(asked()).toBe(3);
});

test('code that does not come at all is told in the end', async () => {
  const { load, asked } = failing(100);
  const page = expect(again(load)).rejects.toThrow('Failed to fetch');
  await vi.advanceTimersByTimeAsync(60_000);
  await page;
  expect(asked()).toBe(4);
});
