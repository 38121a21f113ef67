import { nextToSend, settle, type Outcome, type QueuedAct } from './queued-act.ts';

/** Where queued decisions are kept; IndexedDB in the browser, a map in tests. */
export interface OutboxStore {
  list(): Promise<readonly QueuedAct[]>;
  put(act: QueuedAct): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Sends one decision under its own key and reports what came of it; never throws. */
export type SendAct = (act: QueuedAct) => Promise<Outcome>;

/** Why a round of sending ended. */
export type FlushEnd = 'empty' | 'unreachable' | 'signed-out';

/**
 * Sends what waits, oldest first, until nothing is left or the server cannot be reached.
 *
 * Nothing is marked before the answer is known: a page that dies in between sends the same key again, and the
 * server's memory of keys makes that harmless.
 */
export const flush = async (
  store: OutboxStore,
  send: SendAct,
  account: string,
  now: () => string,
): Promise<FlushEnd> => {
  for (;;) {
    const act = nextToSend(await store.list(), account);
    if (act === undefined) return 'empty';
    const outcome = await send(act);
    await store.put(settle(act, outcome, now()));
    if (outcome.kind === 'unknown') return 'unreachable';
    if (outcome.kind === 'signed-out') return 'signed-out';
  }
};

/** Sent decisions stay visible this long so that a person sees them leave; in milliseconds. */
export const SENT_SHOWN_FOR = 24 * 60 * 60 * 1000;

/** Drops sent decisions older than {@link SENT_SHOWN_FOR}; refused ones stay until the person has seen them. */
export const sweep = async (store: OutboxStore, now: Date): Promise<void> => {
  for (const act of await store.list()) {
    if (act.status !== 'sent' || act.settledAt === undefined) continue;
    if (now.getTime() - Date.parse(act.settledAt) > SENT_SHOWN_FOR) await store.remove(act.key);
  }
};

/** Drops every decision the server has answered, as at log-out. */
export const dropSettled = async (store: OutboxStore): Promise<void> => {
  for (const act of await store.list()) if (act.status !== 'waiting') await store.remove(act.key);
};

/** A store that forgets on reload: for browsers that refuse IndexedDB, and for tests. */
export const memoryOutbox = (): OutboxStore => {
  const acts = new Map<string, QueuedAct>();
  return {
    list: async () => [...acts.values()],
    put: async (act) => void acts.set(act.key, act),
    remove: async (key) => void acts.delete(key),
  };
};
