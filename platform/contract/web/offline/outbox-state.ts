import { useSyncExternalStore } from 'react';
import { ApiProblem } from '@zhitongche/ui';
import { call } from '../client.ts';
import { meQuery } from '../queries.ts';
import { queryClient } from '../query-client.ts';
import { session } from '../session.ts';
import type { CaseView } from '@zhitongche/contract';
import type { Reply } from '../types.ts';
import { device } from './device.ts';
import { flush, type FlushEnd, sweep } from './outbox.ts';
import {
  outcomeOf,
  type Outcome,
  type QueuedAct,
  type QueuedCheckIn,
  type QueuedDecision,
  settle,
} from './queued-act.ts';

let acts: readonly QueuedAct[] = [];
const listeners = new Set<() => void>();

const reload = async (): Promise<void> => {
  const { outbox } = await device();
  acts = (await outbox.list()).toSorted((a, b) => b.at.localeCompare(a.at));
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The decisions kept on this device for a person, newest first. */
export const useOutbox = (account: string): readonly QueuedAct[] =>
  useSyncExternalStore(subscribe, () => acts).filter((act) => act.account === account);

const nowText = (): string => new Date().toISOString();

let line: Promise<unknown> = Promise.resolve();

/** One sender at a time: over all tabs where the browser can (only on https), within this one otherwise. */
const alone = <T>(work: () => Promise<T>): Promise<T> => {
  if ('locks' in navigator) return navigator.locks.request('zhitongche-outbox', work);
  const next = line.then(work, work);
  line = next.catch(() => undefined);
  return next;
};

const send = async (act: QueuedAct): Promise<Outcome> => {
  try {
    await post(act);
    return { kind: 'accepted' };
  } catch (error) {
    return outcomeOfError(error);
  }
};

const outcomeOfError = (error: unknown): Outcome => {
  if (!(error instanceof ApiProblem)) return outcomeOf(null, null);
  if (error.doc.code === 'auth.csrf') session.renew();
  return outcomeOf(error.doc.status, error.doc);
};

/** Milliseconds after which a code was not sent when it was read: the server judges it by the minute it was shown. */
const AT_ONCE = 60_000;

const post = async (act: QueuedAct): Promise<CaseView | CheckedIn> => {
  if (session.csrf() === '') await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
  return 'code' in act ? await postCode(act) : await postDecision(act);
};

const postCode = (act: QueuedCheckIn): Promise<CheckedIn> =>
  call(
    'checkIn',
    { body: { code: act.code, late: Date.now() - Date.parse(act.at) > AT_ONCE } },
    { key: act.key, by: act.account },
  );

const postDecision = (act: QueuedDecision): Promise<CaseView> =>
  call(
    'act',
    { params: { case: act.case }, body: { revision: act.revision, command: act.command } },
    { key: act.key, by: act.account },
  );

/** Sends what waits for a person. */
export const flushOutbox = (account: string): Promise<FlushEnd> =>
  alone(async () => {
    const { outbox } = await device();
    await sweep(outbox, new Date());
    const end = await flush(outbox, send, account, nowText);
    await reload();
    return end;
  });

/** What the server says of a code it took. */
export type CheckedIn = Reply<'checkIn'>;

/** What became of an act taken now: done with its answer, or kept on the device. */
export type Taken<R = CaseView> = { readonly kind: 'done'; readonly view: R } | { readonly kind: 'kept' };

/**
 * Takes an act: writes it down on the device first, sends it, and leaves it there when no answer comes.
 * @throws ApiProblem when the server refuses; the decision is then no longer kept.
 */
export const takeAct = (act: QueuedDecision): Promise<Taken> => take(act, postDecision);

/** The same for a code of a room. */
export const takeCode = (act: QueuedCheckIn): Promise<Taken<CheckedIn>> => take(act, postCode);

const take = <A extends QueuedAct, R>(act: A, send_: (act: A) => Promise<R>): Promise<Taken<R>> =>
  alone(async (): Promise<Taken<R>> => {
    const { outbox } = await device();
    await outbox.put(act);
    try {
      if (session.csrf() === '') await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      const view = await send_(act);
      await outbox.remove(act.key);
      return { kind: 'done', view };
    } catch (error) {
      const outcome = outcomeOfError(error);
      if (outcome.kind === 'refused') {
        await outbox.remove(act.key);
        throw error;
      }
      await outbox.put(settle(act, outcome, nowText()));
      return { kind: 'kept' };
    } finally {
      await reload();
    }
  });

/** Takes a decision back before it was sent, or clears one that was answered. */
export const forgetAct = (key: string): Promise<void> =>
  alone(async () => {
    const { outbox } = await device();
    await outbox.remove(key);
    await reload();
  });
