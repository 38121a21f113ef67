import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Answered, isWaiting, patiently } from './patience.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIMITED: Answered = { status: 429, retryAfter: '7', code: 'rate.limited' };
const DONE: Answered = { status: 200, retryAfter: null, code: '' };

/** A server that gives these answers one after the other, the last one for ever. */
const server = (...answers: readonly Answered[]) => {
  let asked = 0;
  return {
    asked: () => asked,
    call: (signal?: AbortSignal) =>
      patiently(
        async () => answers[Math.min(asked++, answers.length - 1)] ?? DONE,
        (reply) => reply,
        signal,
      ),
  };
};

describe('a call that a limit turns away', () => {
  test('waits as long as it is told, says so meanwhile, and is sent again', async () => {
    const { call, asked } = server(LIMITED, DONE);
    const reply = call();
    await vi.advanceTimersByTimeAsync(6900);
    expect([asked(), isWaiting()]).toEqual([1, true]);
    await vi.advanceTimersByTimeAsync(200);
    expect(await reply).toEqual(DONE);
    expect([asked(), isWaiting()]).toEqual([2, false]);
  });

  test('is shown to the person when waiting does not help', async () => {
    const { call, asked } = server(LIMITED);
    const reply = call();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await reply).toEqual(LIMITED);
    expect(asked()).toBe(5);
  });

  test('stops waiting when the page is left', async () => {
    const leave = new AbortController();
    const { call, asked } = server(LIMITED, DONE);
    const reply = call(leave.signal);
    const refused = expect(reply).rejects.toThrow('已取消');
    await vi.advanceTimersByTimeAsync(100);
    leave.abort();
    await refused;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([asked(), isWaiting()]).toEqual([1, false]);
  });

  test('waits for its turn when many files are being read', async () => {
    const { call, asked } = server({ status: 503, retryAfter: '10', code: 'file.busy' }, DONE);
    const reply = call();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await reply).toEqual(DONE);
    expect(asked()).toBe(2);
  });

  test('is not repeated where a lock after wrong passwords has the same status', async () => {
    const locked: Answered = { status: 429, retryAfter: '20', code: 'login.locked' };
    const { call, asked } = server(locked, DONE);
    expect(await call()).toEqual(locked);
    expect(asked()).toBe(1);
  });

  test('is not waited for when the wait is longer than a page should stand still', async () => {
    const { call } = server({ ...LIMITED, retryAfter: '900' }, DONE);
    expect((await call()).status).toBe(429);
  });
});
