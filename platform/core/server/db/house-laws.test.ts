import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDb, type TestDb } from '../../../../apps/server/testing/db.ts';
import { migrate } from './migrate.ts';

let t: TestDb;
beforeAll(async () => {
  t = await testDb();
});
afterAll(() => t.drop());

describe('what is on record stays on record', () => {
  for (const table of ['case_event', 'kept_event', 'audit', 'audit_seal', 'number_drawn']) {
    it(`the application's role may read and add to ${table} and nothing else`, async () => {
      const rows = await t.owner.query<{ kind: string }>(
        `select privilege_type as kind from information_schema.role_table_grants
         where grantee = 'zhitongche_app' and table_name = $1 order by 1`,
        [table],
      );
      expect(rows.map((row) => row.kind)).toEqual(['INSERT', 'SELECT']);
      await expect(t.db.query(`delete from ${table}`)).rejects.toThrow('permission denied');
      await expect(t.db.query(`update ${table} set office = 'x'`)).rejects.toThrow('permission denied');
      await expect(t.db.query(`truncate ${table}`)).rejects.toThrow('permission denied');
    });
  }
  it('the application cannot change the shape of the database', async () => {
    await expect(t.db.query('drop table notice')).rejects.toThrow('must be owner');
    await expect(t.db.query('create table x (y int)')).rejects.toThrow('permission denied');
  });
});

describe('the schema can be distributed by office', () => {
  it('every primary and unique key of an office table begins with the office', async () => {
    const rows = await t.owner.query<{ table: string; first: string }>(
      `select c.relname as table, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where (i.indisprimary or i.indisunique) and c.relname <> 'schema_step'`,
    );
    expect(rows.length).toBeGreaterThan(25);
    expect(rows.filter((row) => row.first !== 'office')).toEqual([]);
  });
});

describe('references between tables', () => {
  it('stay within an office: every foreign key begins with it on both sides', async () => {
    const rows = await t.owner.query<{ name: string; mine: string; theirs: string }>(
      `select c.conname as name, a.attname as mine, b.attname as theirs
       from pg_constraint c
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
       join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
       where c.contype = 'f' and c.connamespace = 'public'::regnamespace`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.mine !== 'office' || row.theirs !== 'office')).toEqual([]);
  });
});

describe('migrations', () => {
  it('run again without doing anything', async () => {
    expect(await migrate(t.target)).toEqual({ applied: [], ahead: [] });
  });
  it('refuse a file that was changed after it had run', async () => {
    await t.owner.query("update schema_step set digest = 'x' where number = 1");
    await expect(migrate(t.target)).rejects.toThrow('was changed after it had run');
  });
});

describe('values come back as what they are', () => {
  it('a day stays a day in every time zone, a count is a number', async () => {
    const [row] = await t.db.query<{ day: string; n: number }>(
      "select date '2026-02-28' as day, 5::int8 as n",
    );
    expect(row).toEqual({ day: '2026-02-28', n: 5 });
  });
});
