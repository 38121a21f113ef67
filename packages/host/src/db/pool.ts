import pg from 'pg';
import type { Db, Query, Statement, WatchStatement } from './db.ts';
import { connectionLost } from './connection-lost.ts';
import { listenOn } from './listen.ts';
import type { Target } from './target.ts';
import { ReadOnlyServer, WritableClient } from './writable-client.ts';

const DATE = 1082;
const INT8 = 20;

/** Days stay texts, for a `Date` would move them by the machine's time zone; counts fit a JavaScript number. */
export const plainTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/** What a pool may be told. */
export interface DbOptions {
  readonly size: number;
  /** Role every connection works under; absent = the connecting user's own. */
  readonly role?: string;
  /** Hears of idle connections that broke; the pool replaces them by itself. */
  readonly broken: (error: Error) => void;
  /** Milliseconds after which the server gives up on one statement. */
  readonly statementTimeout?: number;
  /** Watches statements; absent = nobody does. */
  readonly watch?: WatchStatement;
}

const unwatched: WatchStatement = (_statement, _queued, run) => run();

/** Opens a pool on a target; nothing connects before the first query. */
export function openDb(target: Target, options: DbOptions): Db {
  const timeout = options.statementTimeout ?? 30_000;
  const settings = [
    ...(options.role ? [`-c role=${options.role}`] : []),
    `-c statement_timeout=${timeout}`,
    '-c idle_in_transaction_session_timeout=60000',
    '-c timezone=UTC',
    // Whoever waits for a page waits longer for helpers to be started than for the rows, and they take the cores of others.
    '-c max_parallel_workers_per_gather=0',
  ];
  const config: pg.PoolConfig = {
    ...target,
    max: options.size,
    types: plainTypes,
    options: settings.join(' '),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    // A third longer than the server: one that hangs cannot count, and waits for a replica do not count there.
    query_timeout: Math.ceil((timeout * 4) / 3),
    // A connection nobody uses is tried: one to a machine that vanished would swallow the next statement.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    Client: WritableClient,
    application_name: 'zhitongche',
  };
  const pool = new pg.Pool(config);
  pool.on('error', options.broken);
  const connections = new Set<pg.PoolClient>();
  pool.on('connect', (client) => {
    connections.add(client);
    // The pool listens to idle connections only; a connection that breaks in the middle of a transaction would end the process.
    client.on('error', (error) => {
      if (!(error instanceof ReadOnlyServer)) return;
      // The others end there too: a commit among them may wait for a replica that waits for nobody any more.
      for (const other of connections) other.connection.stream.destroy();
    });
  });
  pool.on('remove', (client) => connections.delete(client));
  const watch = options.watch ?? unwatched;
  const query: Query = <R extends object>(sql: string | Statement, values: readonly unknown[] = []) =>
    watch(named(sql), pool.waitingCount, async () => (await pool.query<R>(asked(sql, values))).rows);
  return {
    query,
    prepared: query,
    tx: (work) => transaction(pool, watch, work),
    listen: (channel, heard, missed, name) => listenOn(target, channel, heard, missed, name),
    pool: () => ({
      size: options.size,
      inUse: pool.totalCount - pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}

const named = (sql: string | Statement): Parameters<WatchStatement>[0] =>
  typeof sql === 'string' ? { text: sql } : sql;

const asked = (sql: string | Statement, values: readonly unknown[]): pg.QueryConfig => ({
  ...named(sql),
  values: [...values],
});

async function transaction<T>(
  pool: pg.Pool,
  watch: WatchStatement,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | boolean = false;
  try {
    await client.query('begin');
    const value = await work(<R extends object>(sql: string | Statement, values: readonly unknown[] = []) =>
      watch(named(sql), 0, async () => (await client.query<R>(asked(sql, values))).rows),
    );
    await watch({ name: 'commit', text: 'commit' }, 0, async () => (await client.query('commit')).rows);
    return value;
  } catch (error) {
    // A connection to a server that is gone, or one that cannot even roll back, must not return to the pool.
    if (connectionLost(error)) broken = true;
    else
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
    throw error;
  } finally {
    client.release(broken);
  }
}
