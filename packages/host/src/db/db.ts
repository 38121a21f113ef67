/** A statement the server prepares once per connection under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs SQL, prepared if it is a statement; rows come back as the driver parsed them, the caller names their type. */
export interface Query {
  <R extends object>(sql: string | Statement, values?: readonly unknown[]): Promise<R[]>;
}

/** Runs a statement under watch; `queued` counts those waiting for a connection when it was asked. */
export type WatchStatement = <R>(
  statement: { readonly name?: string; readonly text: string },
  queued: number,
  run: () => Promise<R[]>,
) => Promise<R[]>;

/** Connections of a pool and those who wait for one. */
export interface PoolState {
  readonly size: number;
  readonly inUse: number;
  readonly waiting: number;
}

/** The database as the rest of the server sees it. */
export interface Db {
  /** One statement in autocommit. */
  readonly query: Query;
  /** One prepared statement in autocommit: the hot path. */
  prepared<R extends object>(statement: Statement, values: readonly unknown[]): Promise<R[]>;
  /** Several statements in one transaction; thrown errors roll back. */
  tx<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /** Hears NOTIFY on a channel over a connection of its own, reconnecting by itself; `missed` says that something may not have been heard. */
  listen(
    channel: string,
    heard: (payload: string) => unknown,
    missed: () => unknown,
    name?: () => string,
  ): Promise<() => Promise<void>>;
  pool(): PoolState;
  close(): Promise<void>;
}
