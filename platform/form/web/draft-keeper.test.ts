import type { Answers } from '@zhitongche/form';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, Unreachable } from '@zhitongche/ui';
import { type Backup, DraftKeeper } from './draft-keeper.ts';

/** A server that keeps one draft and remembers keys, and a line that can be cut before or after it. */
const world = () => {
  const server = {
    answers: {} as Answers,
    revision: 3,
    writes: 0,
    line: 'up' as 'up' | 'down' | 'reply-lost',
  };
  const seen = new Map<string, { readonly revision: number; readonly savedAt: string }>();
  let backup: Backup | null = null;
  const save = async (answers: Answers, revision: number, key: string) => {
    await Promise.resolve();
    if (server.line === 'down') throw new Unreachable();
    const known = seen.get(key);
    if (known) return known;
    if (revision !== server.revision) {
      const conflict = { revision: server.revision, by: '李娜', at: '2026-03-02T02:32:00Z' };
      throw new ApiProblem({
        type: '',
        title: '',
        status: 409,
        code: 'case.stale-revision',
        detail: '',
        en: '',
        conflict,
      });
    }
    server.revision += 1;
    server.writes += 1;
    server.answers = answers;
    const reply = { revision: server.revision, savedAt: '2026-03-02T02:33:00Z' };
    seen.set(key, reply);
    if (server.line === 'reply-lost') throw new Unreachable();
    return reply;
  };
  const keep = (b: Backup | null) => {
    backup = b;
  };
  const open = () =>
    new DraftKeeper({ answers: {}, revision: 3, savedAt: null }, { save, keep, changed: () => {} });
  return { server, keeper: open(), again: open, backup: () => backup };
};

describe('a draft that saves itself', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits until typing rests, then sends once', async () => {
    const { server, keeper, backup } = world();
    keeper.edit({ purpose: '友' });
    keeper.edit({ purpose: '友好访问' });
    expect(backup()?.answers).toEqual({ purpose: '友好访问' });
    await vi.runAllTimersAsync();
    expect(server).toMatchObject({ writes: 1, answers: { purpose: '友好访问' } });
    expect(keeper.state).toMatchObject({ status: { is: 'saved' }, savedAt: '2026-03-02T02:33:00Z' });
    expect(backup()).toBeNull();
  });

  it('what is typed while a request is under way is sent next, on the new revision', async () => {
    const { server, keeper } = world();
    keeper.edit({ purpose: '一' });
    const first = keeper.flush();
    keeper.edit({ purpose: '二' });
    await first;
    await vi.runAllTimersAsync();
    expect(server).toMatchObject({ writes: 2, answers: { purpose: '二' }, revision: 5 });
    expect(keeper.state.status.is).toBe('saved');
  });

  it('in a tunnel everything stays on the device, and goes out when the line is back', async () => {
    const { server, keeper, backup } = world();
    server.line = 'down';
    keeper.edit({ purpose: '一' });
    await keeper.flush();
    keeper.edit({ purpose: '二' });
    expect(keeper.state.status.is).toBe('offline');
    expect(backup()?.answers).toEqual({ purpose: '二' });
    server.line = 'up';
    await keeper.flush();
    expect(server.answers).toEqual({ purpose: '二' });
    expect(keeper.state.status.is).toBe('saved');
  });

  it('a reply lost on the way does not turn my own save into a conflict with myself', async () => {
    const { server, keeper } = world();
    server.line = 'reply-lost';
    keeper.edit({ purpose: '一' });
    await keeper.flush();
    expect(keeper.state.status.is).toBe('offline');
    server.line = 'up';
    keeper.edit({ purpose: '二' });
    await keeper.flush();
    expect(server).toMatchObject({ writes: 2, answers: { purpose: '二' } });
    expect(keeper.state.status.is).toBe('saved');
  });

  it('a change by someone else stops saving, says who, and nothing typed is lost', async () => {
    const { server, keeper, backup } = world();
    server.revision = 8;
    keeper.edit({ purpose: '我的' });
    await keeper.flush();
    expect(keeper.state.status).toEqual({
      is: 'conflict',
      by: '李娜',
      at: '2026-03-02T02:32:00Z',
      revision: 8,
    });
    keeper.edit({ purpose: '我的，又改' });
    await vi.runAllTimersAsync();
    expect(server.writes).toBe(0);
    expect(backup()?.answers).toEqual({ purpose: '我的，又改' });
    keeper.settle(keeper.state.answers, 8, true);
    await vi.runAllTimersAsync();
    expect(server.answers).toEqual({ purpose: '我的，又改' });
  });

  it('after a change by someone else both put together goes on from theirs, and what both began from is known', async () => {
    const { server, keeper } = world();
    const began = keeper.base;
    expect(began).toEqual(keeper.state.answers);
    server.revision = 8;
    keeper.edit({ purpose: '我的' });
    await keeper.flush();
    expect(keeper.base).toBe(began);
    keeper.settle({ purpose: '我的', result: '李娜的' }, 8, true, { purpose: '旧', result: '李娜的' });
    expect(keeper.base).toEqual({ purpose: '旧', result: '李娜的' });
    await vi.runAllTimersAsync();
    expect(server.answers).toEqual({ purpose: '我的', result: '李娜的' });
    expect(keeper.base).toEqual({ purpose: '我的', result: '李娜的' });
  });

  it('taking the other version leaves nothing behind on the device', async () => {
    const { server, keeper, backup } = world();
    server.revision = 8;
    keeper.edit({ purpose: '我的' });
    await keeper.flush();
    keeper.settle({ purpose: '李娜的' }, 8, false);
    await vi.runAllTimersAsync();
    expect(server.writes).toBe(0);
    expect(backup()).toBeNull();
    expect(keeper.state).toMatchObject({ answers: { purpose: '李娜的' }, status: { is: 'saved' } });
  });

  it('a tab closed in the tunnel: the next visit finds what was typed and sends it', async () => {
    const { server, keeper, backup } = world();
    keeper.takeUp({ answers: { purpose: '上次没发出的' }, revision: 3 });
    expect(keeper.state.answers).toEqual({ purpose: '上次没发出的' });
    keeper.resume();
    await vi.runAllTimersAsync();
    expect(server.answers).toEqual({ purpose: '上次没发出的' });
    expect(backup()).toBeNull();
  });

  it('what was typed on an older revision meets the newer one as a conflict, not as a silent overwrite', async () => {
    const { server, keeper } = world();
    server.revision = 5;
    keeper.takeUp({ answers: { purpose: '旧的' }, revision: 3 });
    keeper.resume();
    await vi.runAllTimersAsync();
    expect(server.writes).toBe(0);
    expect(keeper.state.status.is).toBe('conflict');
  });

  it('a page reloaded while a save was under way does not meet its own save as a conflict', async () => {
    const { server, keeper, backup, again } = world();
    server.line = 'reply-lost';
    keeper.edit({ purpose: '一' });
    const cut = keeper.flush();
    keeper.edit({ purpose: '二' });
    const left = backup();
    await cut;
    server.line = 'up';
    const next = again();
    if (left) next.takeUp(left);
    next.resume();
    await vi.runAllTimersAsync();
    expect(server).toMatchObject({ writes: 2, answers: { purpose: '二' } });
    expect(next.state.status.is).toBe('saved');
  });
});
