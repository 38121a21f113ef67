import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ProblemDocument } from '@zhitongche/contract';
import { SENT_SHOWN_FOR, flush, memoryOutbox, sweep } from './outbox.ts';
import {
  outcomeOf,
  settle,
  waitingFor,
  type Outcome,
  type QueuedAct,
  type QueuedDecision,
} from './queued-act.ts';

const stale: ProblemDocument = {
  type: 'about:blank',
  title: '办件已变动',
  status: 409,
  code: 'case.stale-revision',
  detail: '李明在您查看之后办理过这件事。',
  en: 'Changed since you looked.',
  conflict: { revision: 9, by: '李明', at: '2026-11-20T02:32:00Z' },
};

const act = (n: number, more: Partial<QueuedDecision> = {}): QueuedDecision => ({
  key: `key-${n}`,
  account: 'wang',
  case: `case-${n}`,
  revision: 3,
  command: { act: 'agree' },
  title: `第 ${n} 件`,
  label: '同意',
  at: `2026-11-20T02:0${n}:00Z`,
  status: 'waiting',
  attempts: 0,
  ...more,
});
const now = () => '2026-11-20T03:00:00Z';

type Weather = 'ok' | 'lost-request' | 'lost-answer' | 'busy';

/** A server that remembers keys, behind a network that loses requests and answers. */
const server = (plan: readonly Weather[]) => {
  const remembered = new Map<string, Outcome>();
  const done: string[] = [];
  let turn = 0;
  const send = async (a: QueuedAct): Promise<Outcome> => {
    if ('code' in a) throw new Error('no code is sent here');
    const weather = plan[turn++] ?? 'ok';
    if (weather === 'lost-request') return outcomeOf(null, null);
    if (weather === 'busy') return outcomeOf(503, null);
    const known = remembered.get(a.key);
    const answer: Outcome =
      known ?? (a.revision === 3 ? { kind: 'accepted' } : { kind: 'refused', problem: stale });
    if (known === undefined) {
      remembered.set(a.key, answer);
      if (answer.kind === 'accepted') done.push(a.key);
    }
    return weather === 'lost-answer' ? outcomeOf(null, null) : answer;
  };
  return { send, done };
};

describe('a decision made offline', () => {
  test('is taken exactly once, whatever the network loses', async () => {
    const weather = fc.constantFrom<Weather>('ok', 'lost-request', 'lost-answer', 'busy');
    await fc.assert(
      fc.asyncProperty(
        fc.array(weather, { maxLength: 30 }),
        fc.array(fc.constantFrom(3, 2), { minLength: 1, maxLength: 6 }),
        async (plan, revisions) => {
          const store = memoryOutbox();
          for (const [n, revision] of revisions.entries()) await store.put(act(n, { revision }));
          const far = server(plan);
          while ((await flush(store, far.send, 'wang', now)) !== 'empty');
          const expected = revisions.flatMap((r, n) => (r === 3 ? [`key-${n}`] : []));
          expect(far.done).toEqual(expected);
          const after = await store.list();
          expect(after.filter((a) => a.status === 'sent').map((a) => a.key)).toEqual(expected);
          expect(after.filter((a) => a.status === 'refused')).toHaveLength(
            revisions.length - expected.length,
          );
        },
      ),
    );
  });

  test('keeps the reason when the server refuses it, and the next one still goes', async () => {
    const store = memoryOutbox();
    await store.put(act(1, { revision: 2 }));
    await store.put(act(2));
    const far = server([]);
    expect(await flush(store, far.send, 'wang', now)).toBe('empty');
    const [first, second] = await store.list();
    expect(first).toMatchObject({ status: 'refused', problem: stale, settledAt: now() });
    expect(second).toMatchObject({ status: 'sent' });
  });

  test('is never sent under another person’s log-in', async () => {
    const store = memoryOutbox();
    await store.put(act(1, { account: 'li' }));
    const far = server([]);
    expect(await flush(store, far.send, 'wang', now)).toBe('empty');
    expect(far.done).toEqual([]);
    expect((await store.list())[0]?.status).toBe('waiting');
  });

  test('waits for the log-in when the session has ended', async () => {
    const store = memoryOutbox();
    await store.put(act(1));
    expect(await flush(store, async () => outcomeOf(401, null), 'wang', now)).toBe('signed-out');
    expect((await store.list())[0]).toMatchObject({ status: 'waiting', attempts: 1 });
  });

  test('stands in the way of a second one for the same case', () => {
    expect(waitingFor([act(1), act(2)], 'case-2')?.key).toBe('key-2');
    expect(waitingFor([settle(act(2), { kind: 'accepted' }, now())], 'case-2')).toBeUndefined();
  });
});

describe('the list of queued decisions', () => {
  test('drops what was sent after a day and keeps what was refused', async () => {
    const store = memoryOutbox();
    await store.put(settle(act(1), { kind: 'accepted' }, now()));
    await store.put(settle(act(2), { kind: 'refused', problem: stale }, now()));
    await sweep(store, new Date(Date.parse(now()) + SENT_SHOWN_FOR));
    expect(await store.list()).toHaveLength(2);
    await sweep(store, new Date(Date.parse(now()) + SENT_SHOWN_FOR + 1));
    expect((await store.list()).map((a) => a.key)).toEqual(['key-2']);
  });
});

describe('an answer', () => {
  test.each([
    [200, null, 'accepted'],
    [204, null, 'accepted'],
    [409, stale, 'refused'],
    [422, stale, 'refused'],
    [401, null, 'signed-out'],
    [403, { ...stale, code: 'auth.csrf' }, 'unknown'],
    [403, { ...stale, code: 'access.forbidden' }, 'refused'],
    [429, stale, 'unknown'],
    [500, stale, 'unknown'],
    [502, null, 'unknown'],
    [null, null, 'unknown'],
    // A captive portal answers 404 in HTML: that is not the server refusing the decision.
    [404, null, 'unknown'],
    [404, { ...stale, code: 'http.404' }, 'unknown'],
  ] as const)('%s with %o is read as %s', (status, problem, kind) => {
    expect(outcomeOf(status, problem).kind).toBe(kind);
  });
});
