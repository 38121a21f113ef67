import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate, readSteps } from '@zhitongche/core/server';
import { listTables, type Table } from '../../../../platform/backup/server/tables.ts';
import { plantRows } from '../backup/plant-rows.ts';
import { emptyDb, type EmptyDb } from '../db.ts';
import { urlOf } from '../nodes/url-of.ts';

/** Steps after this one, each taken with a row in every table there was. */
const FROM = 54;

let base: EmptyDb;
beforeAll(async () => {
  base = await emptyDb();
});
afterAll(() => base.drop());

async function connected<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(urlOf(base));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A row in every table that has none. */
async function fill(client: pg.Client, tables: readonly Table[]): Promise<void> {
  // They point at each other, in whatever order.
  await client.query('set session_replication_role = replica');
  const known = { office: 'office', digest: 'a'.repeat(64), sm3: 'a'.repeat(64) };
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from "${name}" limit 1`);
    if (rowCount === 0) await plantRows(client, [name], known);
  }
}

/** Every row of these tables, by the columns they had: a later step may add others. */
async function rowsOf(
  client: pg.Client,
  tables: readonly Table[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const held: Record<string, readonly string[]> = {};
  for (const { name, columns } of tables) {
    const asked = columns.map((column) => `"${column}"`).join(', ');
    const { rows } = await client.query<{ row: string }>(
      `select row_to_json(t)::text as row from (select ${asked} from "${name}") t order by 1`,
    );
    held[name] = rows.map(({ row }) => row);
  }
  return held;
}

it('every newer step keeps every row of every table as it was, in the columns it had', async () => {
  const steps = await readSteps();
  const first = steps.findIndex(({ number }) => number > FROM);
  expect(first).toBeGreaterThan(0);
  await migrate(base.target, steps.slice(0, first));
  for (let n = first; n < steps.length; n += 1) {
    // What the step itself writes is which steps were taken.
    const tables = (await connected(listTables)).filter(({ name }) => name !== 'schema_step');
    const before = await connected(async (client) => {
      await fill(client, tables);
      return await rowsOf(client, tables);
    });
    await migrate(base.target, steps.slice(0, n + 1));
    const after = await connected((client) => rowsOf(client, tables));
    expect([steps[n]?.name, after]).toEqual([steps[n]?.name, before]);
  }
}, 120_000);
