import { type OutboxStore, memoryOutbox } from './outbox.ts';
import type { QueuedAct } from './queued-act.ts';
import { type Kept, type OfflineCache, memoryCache } from './offline-cache.ts';

/** What one browser keeps for its user: decisions on their way, and replies to read without a network. */
export interface DeviceStores {
  readonly outbox: OutboxStore;
  readonly shelf: OfflineCache;
  /** False when the browser refused to keep anything (private mode): the user is told. */
  readonly lasting: boolean;
}

const NAME = 'zhitongche-desk';
const OUTBOX = 'outbox';
const SHELF = 'shelf';

interface ShelfRow extends Kept<unknown> {
  readonly account: string;
  readonly key: string;
}

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB request failed'));
  });

const committed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB transaction aborted'));
  });

const open = (factory: IDBFactory): Promise<IDBDatabase> => {
  const request = factory.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(OUTBOX, { keyPath: 'key' });
    request.result
      .createObjectStore(SHELF, { keyPath: ['account', 'key'] })
      .createIndex('savedAt', 'savedAt');
  };
  return answer(request);
};

const outboxIn = (db: IDBDatabase): OutboxStore => {
  const change = async (run: (store: IDBObjectStore) => void): Promise<void> => {
    // `strict` asks the browser to reach the disk before it says done: a decision survives a dead battery.
    const transaction = db.transaction(OUTBOX, 'readwrite', { durability: 'strict' });
    run(transaction.objectStore(OUTBOX));
    await committed(transaction);
  };
  return {
    list: () => answer<QueuedAct[]>(db.transaction(OUTBOX).objectStore(OUTBOX).getAll()),
    put: (act) => change((store) => store.put(act)),
    remove: (key) => change((store) => store.delete(key)),
  };
};

const shelfIn = (db: IDBDatabase): OfflineCache => {
  const change = async (run: (store: IDBObjectStore) => void): Promise<void> => {
    const transaction = db.transaction(SHELF, 'readwrite');
    run(transaction.objectStore(SHELF));
    await committed(transaction);
  };
  return {
    get: async (account, key) => {
      const row = await answer<ShelfRow | undefined>(
        db.transaction(SHELF).objectStore(SHELF).get([account, key]),
      );
      return row && { value: row.value, savedAt: row.savedAt };
    },
    put: (account, key, kept) => change((store) => store.put({ account, key, ...kept })),
    drop: (account, key) => change((store) => store.delete([account, key])),
    prune: (before, most) =>
      change((store) => {
        let seen = 0;
        const walk = store.index('savedAt').openCursor(null, 'prev');
        walk.onsuccess = () => {
          const cursor = walk.result;
          if (cursor === null) return;
          seen += 1;
          const old = typeof cursor.key === 'string' && cursor.key < before;
          if (seen > most || old) cursor.delete();
          cursor.continue();
        };
      }),
    wipe: () => change((store) => store.clear()),
  };
};

/** Opens the browser's database; falls back to memory where the browser keeps nothing. */
export const openDeviceStores = async (factory: IDBFactory | undefined): Promise<DeviceStores> => {
  if (factory !== undefined) {
    try {
      const db = await open(factory);
      return { outbox: outboxIn(db), shelf: shelfIn(db), lasting: true };
    } catch {
      // Some browsers offer the factory and refuse the database; the fallback below is the answer either way.
    }
  }
  return { outbox: memoryOutbox(), shelf: memoryCache(), lasting: false };
};
