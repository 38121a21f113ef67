import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { markRestoring, SHAPE_LOCK, STEP_TABLE } from '@zhitongche/host';
import type { Step } from '@zhitongche/core/server';
import { measure } from './measure.ts';
import { BackupRefused } from './refused.ts';
import type { Progress } from './progress.ts';
import type { Content, Head } from './shapes.ts';
import { copied, listTables } from './tables.ts';
import { same } from './walk-backup.ts';

/** A database being filled inside one transaction: until `finish` returns, what was there before is untouched. */
export interface Load {
  table(name: string, text: AsyncIterable<Buffer>): Promise<void>;
  /** Reads every table back, compares it with what was in the backup, and commits. */
  finish(contents: ReadonlyMap<string, Content>): Promise<void>;
}

/**
 * Empties the schema, builds it up to the step the backup was taken at, and waits for rows.
 * @throws BackupRefused.
 */
export async function beginLoad(
  client: pg.Client,
  head: Head,
  steps: readonly Step[],
  what: string,
  progress: Progress,
): Promise<Load> {
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock($1)', [SHAPE_LOCK]);
  await client.query(
    'drop schema public cascade; create schema public; grant usage on schema public to public',
  );
  await client.query(STEP_TABLE);
  // Nobody works here: an index that is built beside the traffic elsewhere may be built inside this transaction.
  for (const step of steps)
    await client.query(step.beside ? step.sql.replaceAll(/\bconcurrently\b/gi, '') : step.sql);
  const tables = await listTables(client);
  const shape = (list: readonly { name: string; columns: readonly string[] }[]) =>
    JSON.stringify(list.map(({ name, columns }) => [name, columns]));
  if (shape(tables) !== shape(head.tables))
    throw new BackupRefused('备份中的数据表与同版本程序的数据表不同，不能恢复。');
  // Rows the migrations brought along are in the backup too.
  await client.query(`truncate ${tables.map(({ name }) => `public.${name}`).join(', ')}`);
  const rebuild = await setAsideIndexes(client);
  const of = (name: string): string => {
    const table = tables.find((one) => one.name === name);
    if (!table) throw new BackupRefused(`备份中的数据表 ${name} 不在其清单里。`);
    return copied(table);
  };
  return {
    async table(name, text) {
      await pipeline(text, client.query(copyFrom(`copy ${of(name)} from stdin`)));
    },
    async finish(contents) {
      for (const [name, expected] of contents) {
        const measured = measure(() => progress.tick(`正在核对 ${name}`));
        await pipeline(
          client.query(copyTo(`copy ${of(name)} to stdout`)),
          measured.through,
          async (text: AsyncIterable<Buffer>) => {
            for await (const _ of text);
          },
        );
        if (!same(measured.content(), expected))
          throw new BackupRefused(`数据表 ${name} 写入后与备份不符，已全部撤回。`);
      }
      for (const { name, value } of head.sequences)
        await client.query('select setval($1::regclass, $2)', [`public.${name}`, value]);
      for (const { text, on } of rebuild) {
        progress.tick(`正在为 ${on} 建立索引`);
        await client.query(text);
      }
      await markRestoring(client, what);
      await client.query('commit');
      await client.query('analyze');
    },
  };
}

/** Drops foreign keys and secondary indexes, which would be kept up row by row; gives the statements that bring them back. */
async function setAsideIndexes(
  client: pg.Client,
): Promise<readonly { readonly text: string; readonly on: string }[]> {
  const keys = await client.query<{ drop: string; make: string; on: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make,
       conrelid::regclass::text as on
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { drop } of keys.rows) await client.query(drop);
  const indexes = await client.query<{ drop: string; make: string; on: string }>(
    `select format('drop index %s', i.indexrelid::regclass) as drop, pg_get_indexdef(i.indexrelid) as make,
       i.indrelid::regclass::text as on
     from pg_index i join pg_class c on c.oid = i.indrelid and c.relnamespace = 'public'::regnamespace
     where not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`,
  );
  for (const { drop } of indexes.rows) await client.query(drop);
  return [...indexes.rows, ...keys.rows].map(({ make, on }) => ({ text: make, on }));
}
