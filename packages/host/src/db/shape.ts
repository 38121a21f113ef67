import pg from 'pg';
import { APP_ROLE } from './target.ts';

/** Advisory lock of whoever changes the shape of a database. */
export const SHAPE_LOCK = 7_305_318;

/** The table that tells which steps a database has. */
export const STEP_TABLE = `create table if not exists schema_step (
  number int primary key, name text not null, digest text not null, at timestamptz not null default now())`;

/** Makes the application's role when the server does not have it yet, and lets the owner work as it. */
export async function ensureRole(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (found.rows.length === 0) {
    try {
      await client.query(`create role ${APP_ROLE} nologin`);
    } catch (error) {
      // 42710 and 23505: another database of the same server was migrated at the same moment.
      if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')))
        throw error;
    }
  }
  const member = await client.query<{ yes: boolean }>(
    `select pg_has_role(current_user, '${APP_ROLE}', 'member') as yes`,
  );
  if (!member.rows[0]?.yes) await client.query(`grant ${APP_ROLE} to current_user`);
}
