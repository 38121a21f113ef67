/** A reply kept on this device so that it can be read without a network. */
export interface Kept<T> {
  readonly value: T;
  /** ISO instant the server gave it. */
  readonly savedAt: string;
}

/** Replies kept per person; IndexedDB in the browser, a map in tests. Values are what `fetch` parsed from JSON. */
export interface OfflineCache {
  get(account: string, key: string): Promise<Kept<unknown> | undefined>;
  put(account: string, key: string, kept: Kept<unknown>): Promise<void>;
  drop(account: string, key: string): Promise<void>;
  /** Drops everything kept before `before` (ISO instant), and all but the newest `most`. */
  prune(before: string, most: number): Promise<void>;
  /** Empties the shelf; called on log-out, because replies hold personal data. */
  wipe(): Promise<void>;
}

/** A value together with whether it came from this device, and from when. */
export interface Read<T> {
  readonly value: T;
  /** Null = just now from the server. */
  readonly savedAt: string | null;
}

/**
 * Asks the server and keeps the answer; without a network hands out what was kept. Refusals of the server pass through, and
 * take away what was kept of the same.
 * Nobody who has an answer waits for the device to open its shelf.
 */
export const readThrough = async <T>(
  shelf: () => Promise<OfflineCache>,
  account: string,
  key: string,
  fetch: () => Promise<T>,
  tools: {
    readonly now: () => string;
    readonly isUnreachable: (error: unknown) => boolean;
    /** The server says that this is not, or no more, the person's to read. */
    readonly isRefusal: (error: unknown) => boolean;
    readonly is: (value: unknown) => value is T;
  },
): Promise<Read<T>> => {
  try {
    const value = await fetch();
    const kept = { value, savedAt: tools.now() };
    shelf()
      .then((open) => open.put(account, key, kept))
      .catch(() => undefined);
    return { value, savedAt: null };
  } catch (error) {
    if (tools.isRefusal(error)) void shelf().then((open) => open.drop(account, key).catch(() => undefined));
    if (!tools.isUnreachable(error)) throw error;
    const kept = await shelf()
      .then((open) => open.get(account, key))
      .catch(() => undefined);
    if (kept === undefined || !tools.is(kept.value)) throw error;
    return { value: kept.value, savedAt: kept.savedAt };
  }
};

/** A shelf that forgets on reload: for browsers that refuse IndexedDB, and for tests. */
export const memoryCache = (): OfflineCache => {
  const rows = new Map<string, Kept<unknown>>();
  const name = (account: string, key: string) => JSON.stringify([account, key]);
  return {
    get: async (account, key) => rows.get(name(account, key)),
    put: async (account, key, kept) => void rows.set(name(account, key), kept),
    drop: async (account, key) => void rows.delete(name(account, key)),
    prune: async (before, most) => {
      const newest = [...rows].toSorted(([, a], [, b]) => b.savedAt.localeCompare(a.savedAt));
      for (const [i, [key, kept]] of newest.entries())
        if (i >= most || kept.savedAt < before) rows.delete(key);
    },
    wipe: async () => rows.clear(),
  };
};
