import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { BlobStore } from '@zhitongche/core/server';
import { type Target, VERSION } from '@zhitongche/host';
import { type Ask, eachStoredFile, FILE_COLUMNS } from '@zhitongche/file/server';
import type { BackupSecret } from './archive-key.ts';
import { type ArchiveWriter, writeArchive } from './archive-writer.ts';
import { measure } from './measure.ts';
import type { Progress } from './progress.ts';
import { copySession } from './session.ts';
import type { Head, Manifest } from './shapes.ts';
import { copied, listSequences, listTables, type Table } from './tables.ts';

/** What a backup is made from and into. */
export interface BackupPlan {
  readonly target: Target;
  readonly blobs: BlobStore;
  /** A file that does not exist yet. */
  readonly path: string;
  readonly secret: BackupSecret;
  readonly at: Date;
  /** The master key, when it shall travel along. */
  readonly masterKey: Uint8Array | null;
  readonly progress: Progress;
}

/** What was written. */
export interface BackupMade {
  readonly head: Head;
  readonly manifest: Manifest;
  readonly size: number;
}

/**
 * Writes database and files as they were at one moment while the program goes on: every table is read in one snapshot, and
 * the files that snapshot names never change once they are stored.
 */
export async function makeBackup(plan: BackupPlan): Promise<BackupMade> {
  const client = await copySession(plan.target, 'backup');
  try {
    await client.query('begin isolation level repeatable read read only');
    const tables = await listTables(client);
    const head = await headOf(client, plan, tables);
    const archive = await writeArchive(plan.path, plan.secret);
    try {
      await archive.record(head);
      const rows = await writeTables(client, archive, tables, plan.progress);
      const files = await writeFiles(client, archive, tables, plan);
      const manifest: Manifest = {
        tables: tables.length,
        rows,
        ...files,
        finished: new Date().toISOString(),
      };
      return { head, manifest, size: await archive.finish({ manifest }) };
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } finally {
    await client.end();
  }
}

async function headOf(client: pg.Client, plan: BackupPlan, tables: readonly Table[]): Promise<Head> {
  const rows = async <R extends object>(sql: string): Promise<R[]> => (await client.query<R>(sql)).rows;
  const [server] = await rows<{ version: string }>("select current_setting('server_version') as version");
  return {
    format: 1,
    product: VERSION,
    postgres: server?.version ?? '',
    at: plan.at.toISOString(),
    offices: await rows('select office, name from office order by office'),
    schema: await rows('select number, name, digest from schema_step order by number'),
    keyCheck: await rows("select key_id, sealed from key_check where office = '' order by key_id"),
    ...(plan.masterKey && { masterKey: Buffer.from(plan.masterKey).toString('hex') }),
    sequences: [...(await listSequences(client))],
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
  };
}

async function writeTables(
  client: pg.Client,
  archive: ArchiveWriter,
  tables: readonly Table[],
  progress: Progress,
): Promise<number> {
  let total = 0;
  for (const table of tables) {
    await archive.record({ table: table.name });
    const measured = measure((rows) => {
      total += rows;
      progress.tick(`已导出 ${total} 行，正在导出 ${table.name}`);
    });
    await pipeline(
      client.query(copyTo(`copy ${copied(table)} to stdout`)),
      measured.through,
      createGzip({ level: 1 }),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const bytes of packed) await archive.data(bytes);
      },
    );
    await archive.record({ tableEnd: table.name, content: measured.content() });
  }
  return total;
}

/** The most damaged files an archive names. */
const NAMED = 100;

async function writeFiles(
  client: pg.Client,
  archive: ArchiveWriter,
  tables: readonly Table[],
  { blobs, progress }: BackupPlan,
): Promise<Pick<Manifest, 'files' | 'fileBytes' | 'fileDigest' | 'damaged'>> {
  const hash = createHash('sm3');
  const damaged: string[] = [];
  let files = 0;
  let fileBytes = 0;
  const query: Ask = async <R extends object>(text: string, values: readonly unknown[] = []) =>
    (await client.query<R>(text, [...values])).rows;
  // A database of an earlier version lacks the tables of later ones.
  const columns = FILE_COLUMNS.filter(({ table, column }) =>
    tables.some(({ name, columns: has }) => name === table && has.includes(column)),
  );
  await eachStoredFile(
    query,
    null,
    async ({ digest }) => {
      const bytes = await blobs.read(digest).catch(() => null);
      if (bytes === null) {
        if (damaged.length < NAMED) damaged.push(digest);
        return;
      }
      await archive.record({ file: digest, size: bytes.length });
      await archive.data(bytes);
      hash.update(digest);
      files += 1;
      fileBytes += bytes.length;
      progress.tick(`已导出 ${files} 个文件`);
    },
    columns,
  );
  return { files, fileBytes, fileDigest: hash.digest('hex'), damaged };
}
