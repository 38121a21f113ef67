import type { ClientConfig } from 'pg';

/** Where a PostgreSQL answers and as whom; a URL, or the parts of a Unix socket. */
export type Target = Pick<
  ClientConfig,
  'connectionString' | 'host' | 'port' | 'user' | 'password' | 'database'
>;

/** The role the server works under; migrations run as the owner instead. */
export const APP_ROLE = 'zhitongche_app';

/** The same server, another database. */
export function withDatabase(target: Target, database: string): Target {
  if (target.connectionString === undefined) return { ...target, database };
  const url = new URL(target.connectionString);
  url.pathname = `/${encodeURIComponent(database)}`;
  return { ...target, connectionString: url.href };
}
