import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { writeAudit } from '@zhitongche/audit/server';
import { type Config, deriveKeys, keyChecks, knownMasters, type Masters } from '@zhitongche/core/server';
import { startEmbedded, openDb, unfinishedRestore, APP_ROLE, type Target } from '@zhitongche/host';
import { localBlobs } from '@zhitongche/file/server';
import type { BackupSecret } from './archive-key.ts';
import { type BackupMade, makeBackup } from './make-backup.ts';
import type { Progress } from './progress.ts';
import { BackupRefused } from './refused.ts';

/** What the operator asked for. */
export interface BackupAsked {
  readonly config: Config;
  /** A folder, or the file to write. */
  readonly into: string;
  readonly secret: BackupSecret;
  readonly withMasterKey: boolean;
  /** How many backups of this installation the folder keeps; null = all. */
  readonly keep: number | null;
  readonly progress: Progress;
}

/** What was written, and what had to go for it. */
export interface BackupTaken extends BackupMade {
  readonly path: string;
  readonly removed: readonly string[];
}

/**
 * Backs an installation up, running or not; the file appears under its name only once it is whole and on disk.
 * @throws BackupRefused.
 */
export async function takeBackup(asked: BackupAsked): Promise<BackupTaken> {
  const { config } = asked;
  const masters = await knownMasters(config);
  if (!masters)
    throw new BackupRefused(
      `${config.dataDir} 里没有主密钥，也没有给出 ZHITONGCHE_KEY：这里还没有可备份的数据。请检查 ZHITONGCHE_DATA。`,
    );
  const server = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  const target: Target = server?.target ?? { connectionString: config.databaseUrl ?? '' };
  try {
    const half = await unfinishedRestore(target);
    if (half !== null) throw new BackupRefused(half);
    return await take(asked, target, masters);
  } finally {
    await server?.stop();
  }
}

async function take(asked: BackupAsked, target: Target, masters: Masters): Promise<BackupTaken> {
  const { config, secret, progress } = asked;
  const at = new Date();
  const keys = deriveKeys(...masters);
  const db = openDb(target, { size: 1, role: APP_ROLE, broken: () => undefined });
  try {
    const made = await db.query<{ yes: boolean }>("select to_regclass('public.office') is not null as yes");
    if (!made[0]?.yes) throw new BackupRefused('这个数据库里还没有直通车的数据，没有可备份的内容。');
    if (!keys.learn(await keyChecks(db.query)))
      throw new BackupRefused('主密钥与数据库不符，读不出已存的文件；请换上原来的主密钥。');
    const path = await placeOf(asked, at);
    const part = `${path}.part`;
    await rm(part, { force: true });
    try {
      const written = await makeBackup({
        target,
        blobs: await localBlobs(join(config.dataDir, 'files'), keys),
        path: part,
        secret,
        at,
        masterKey: asked.withMasterKey ? (keys.past(keys.generation)?.master ?? null) : null,
        progress,
      });
      await rename(part, path);
      await syncFolder(dirname(path));
      const { rows, files } = written.manifest;
      for (const { office } of written.head.offices)
        await writeAudit(db.query, {
          office,
          at: new Date(),
          actor: { id: null, name: '控制台' },
          action: 'backup.make',
          object: `backup:${basename(path)}`,
          result: 'ok',
          source: '',
          detail: {
            snapshot: at.toISOString(),
            size: written.size,
            rows,
            files,
            masterKey: asked.withMasterKey,
          },
        });
      return { ...written, path, removed: await removeOlder(asked, path) };
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  } finally {
    await db.close();
  }
}

const nameOf = (office: string, at: Date): string =>
  `zhitongche-${office}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}.backup`;

async function placeOf({ config, into }: BackupAsked, at: Date): Promise<string> {
  const isFolder =
    into.endsWith(sep) ||
    (await stat(into).then(
      (info) => info.isDirectory(),
      () => false,
    ));
  const path = isFolder ? join(into, nameOf(config.office, at)) : into;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  if (
    await stat(path).then(
      () => true,
      () => false,
    )
  )
    throw new BackupRefused(`${path} 已经存在，没有改动它；请换一个文件名，或给出文件夹由程序命名。`);
  return path;
}

/** Names carry their instant, so that their order is that of time; other files of the folder are left alone. */
async function removeOlder({ config, keep }: BackupAsked, path: string): Promise<readonly string[]> {
  if (keep === null) return [];
  const mine = new RegExp(`^zhitongche-${config.office}-\\d{8}T\\d{6}Z\\.backup$`);
  const folder = dirname(path);
  const names = (await readdir(folder)).filter((name) => mine.test(name)).toSorted();
  const old = names.slice(0, Math.max(0, names.length - keep)).filter((name) => name !== basename(path));
  for (const name of old) await rm(join(folder, name));
  return old;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
}
