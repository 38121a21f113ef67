import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  type Config,
  readSteps,
  type Step,
  deriveKeys,
  type KeyRing,
  knownMasters,
  type Masters,
  writeMasterKey,
} from '@zhitongche/core/server';
import { startEmbedded, markRestoring, ensureRole, STEP_TABLE, type Target } from '@zhitongche/host';
import { localBlobs } from '@zhitongche/file/server';
import type { BackupSecret } from './archive-key.ts';
import { holdsFiles, standingOf } from './free-target.ts';
import { beginLoad, type Load } from './load-database.ts';
import type { Progress } from './progress.ts';
import { BackupRefused } from './refused.ts';
import { copySession } from './session.ts';
import type { Content, Head } from './shapes.ts';
import { walkBackup, type Walked } from './walk-backup.ts';

/** What is restored, and where to. */
export interface RestorePlan {
  readonly path: string;
  readonly secret: BackupSecret;
  /** Names database, directory and master key as a start would. */
  readonly config: Config;
  /** What is there may be thrown away. */
  readonly replace: boolean;
  readonly say: (line: string) => void;
  readonly progress: Progress;
}

/**
 * Proves a backup, then fills database and file store. The rows appear all at once, after the files they name, and under
 * a mark that keeps the program from starting until {@link finishRestore} has found everything whole.
 */
export async function restoreBackup(plan: RestorePlan): Promise<Walked> {
  const { path, secret, config, say, progress } = plan;
  say('正在核对备份：密钥、每一块、行数和摘要……');
  const { head } = await walkBackup(path, secret, progress);
  const steps = await stepsOf(head);
  const keys = await keysOf(config, head);
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
  const server = config.databaseUrl ? null : await startEmbedded({ dataDir: config.dataDir });
  const target: Target = server?.target ?? { connectionString: config.databaseUrl ?? '' };
  try {
    say('备份无误。正在写入数据库和文件……');
    const walked = await fill(plan, target, steps, keys);
    const master = keys.past(keys.generation)?.master;
    if (config.masterKey === null && master) await writeMasterKey(config, master);
    return walked;
  } finally {
    await server?.stop();
  }
}

async function fill(
  { path, secret, config, replace, progress }: RestorePlan,
  target: Target,
  steps: readonly Step[],
  keys: KeyRing,
): Promise<Walked> {
  const client = await copySession(target, 'restore');
  try {
    const folder = join(config.dataDir, 'files');
    const standing = await standingOf(client);
    if (!replace && standing === 'filled')
      throw new BackupRefused('目标数据库里已有数据，没有改动它；确要以备份取代，请加 --replace。');
    if (!replace && standing === 'empty' && (await holdsFiles(folder)))
      throw new BackupRefused(`目标目录 ${folder} 里已有文件，没有改动它；确要恢复到这里，请加 --replace。`);
    await ensureRole(client);
    const what = `${basename(path)}，${new Date().toISOString()}`;
    if (standing === 'empty') {
      // From here on a start must not take the place for a new one.
      await client.query('begin');
      await client.query(STEP_TABLE);
      await markRestoring(client, what);
      await client.query('commit');
    }
    const blobs = await localBlobs(folder, keys);
    const contents = new Map<string, Content>();
    const loads: Load[] = [];
    const walked = await walkBackup(path, secret, progress, {
      begin: async (head) => {
        loads.push(await beginLoad(client, head, steps, what, progress));
      },
      table: async (name, text) => await loads[0]?.table(name, text),
      tableRead: (name, content) => void contents.set(name, content),
      // Written over: what lies there under the same name may be the damage this restore is for.
      file: async (bytes) => (await blobs.put(bytes, { over: true })).digest,
    });
    await loads[0]?.finish(contents);
    return walked;
  } finally {
    // Ending the session also rolls back what was not committed.
    await client.end();
  }
}

/** The migrations up to the backup's own step; the rest is applied afterwards, as at an upgrade. */
async function stepsOf(head: Head): Promise<readonly Step[]> {
  const known = await readSteps();
  const steps = head.schema.map(({ number, digest }) =>
    known.find((step) => step.number === number && step.digest === digest),
  );
  const sound = steps.filter((step) => step !== undefined);
  if (sound.length !== steps.length)
    throw new BackupRefused(
      `这份备份由更新的或另一个版本（${head.product}）写成，本程序不认识它的数据库结构；请用那个版本恢复。`,
    );
  return sound;
}

/** The keys the backup's sealed values open with. */
async function keysOf(config: Config, head: Head): Promise<KeyRing> {
  const known: Masters | null =
    (await knownMasters(config)) ?? (head.masterKey ? [Buffer.from(head.masterKey, 'hex')] : null);
  if (known === null)
    throw new BackupRefused(
      `备份里没有主密钥：请先把原来的 master.key 放到 ${join(config.dataDir, 'keys')}，或以 ZHITONGCHE_KEY 给出，再恢复。`,
    );
  const keys = deriveKeys(...known);
  if (!keys.learn(head.keyCheck))
    throw new BackupRefused(
      '主密钥与这份备份不符：封存的内容将无法读取，没有恢复；请换上原来的主密钥（主密钥更换前的备份用更换前的那一个）。',
    );
  return keys;
}
