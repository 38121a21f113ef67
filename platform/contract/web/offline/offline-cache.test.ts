import { describe, expect, test } from 'vitest';
import { memoryCache, readThrough, type OfflineCache } from './offline-cache.ts';

const offline = new TypeError('Failed to fetch');
const tools = {
  now: () => '2026-11-20T03:00:00Z',
  isUnreachable: (e: unknown) => e === offline,
  isRefusal: (e: unknown) => e instanceof Error && e.message === 'case.not-found',
  is: (v: unknown): v is string => typeof v === 'string',
};

/** What somebody reads of an endpoint with this shelf at hand. */
const asked = (shelf: OfflineCache, account: string, key: string, fetch: () => Promise<string>) =>
  readThrough(async () => shelf, account, key, fetch, tools);

describe('a reply kept for the tunnel', () => {
  test('is fresh while the server answers, and says its age when it does not', async () => {
    const shelf = memoryCache();
    expect(await asked(shelf, 'wang', 'inbox', async () => 'rows')).toEqual({
      value: 'rows',
      savedAt: null,
    });
    expect(await asked(shelf, 'wang', 'inbox', () => Promise.reject(offline))).toEqual({
      value: 'rows',
      savedAt: '2026-11-20T03:00:00Z',
    });
  });

  test('is not waited for by anybody who has an answer', async () => {
    const never = new Promise<OfflineCache>(() => undefined);
    const read = readThrough(
      () => never,
      'wang',
      'inbox',
      async () => 'rows',
      tools,
    );
    expect(await read).toEqual({ value: 'rows', savedAt: null });
  });

  test('never hides a refusal of the server', async () => {
    const shelf = memoryCache();
    await asked(shelf, 'wang', 'case', async () => 'view');
    const refusal = new Error('case.not-found');
    await expect(asked(shelf, 'wang', 'case', () => Promise.reject(refusal))).rejects.toBe(refusal);
  });

  test('is taken off the device once the server refuses it, and not by any other trouble', async () => {
    const shelf = memoryCache();
    const busy = new Error('busy');
    await asked(shelf, 'wang', 'case', async () => 'view');
    await expect(asked(shelf, 'wang', 'case', () => Promise.reject(busy))).rejects.toBe(busy);
    expect((await asked(shelf, 'wang', 'case', () => Promise.reject(offline))).value).toBe('view');
    const refusal = new Error('case.not-found');
    await expect(asked(shelf, 'wang', 'case', () => Promise.reject(refusal))).rejects.toBe(refusal);
    await expect(asked(shelf, 'wang', 'case', () => Promise.reject(offline))).rejects.toBe(offline);
  });

  test('is for one person only, and gone after log-out', async () => {
    const shelf = memoryCache();
    await asked(shelf, 'wang', 'case', async () => 'view');
    await expect(asked(shelf, 'li', 'case', () => Promise.reject(offline))).rejects.toBe(offline);
    await shelf.wipe();
    await expect(asked(shelf, 'wang', 'case', () => Promise.reject(offline))).rejects.toBe(offline);
  });

  test('makes room: old ones go, and all but the newest', async () => {
    const shelf = memoryCache();
    for (const day of ['10', '11', '12', '13']) {
      await shelf.put('wang', day, { value: day, savedAt: `2026-11-${day}T00:00:00Z` });
    }
    await shelf.prune('2026-11-11T00:00:00Z', 2);
    expect(await shelf.get('wang', '10')).toBeUndefined();
    expect(await shelf.get('wang', '11')).toBeUndefined();
    expect((await shelf.get('wang', '13'))?.value).toBe('13');
  });
});
