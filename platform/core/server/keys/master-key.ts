import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

const folderOf = (config: Config): string => join(config.dataDir, 'keys');
const pathOf = (config: Config): string => join(folderOf(config), 'master.key');
const nextPathOf = (config: Config): string => join(folderOf(config), 'master-next.key');

/** One master secret or more, of 32 bytes each. */
export type Masters = readonly [Uint8Array, ...Uint8Array[]];

/**
 * The 32-byte master secret: from the environment, else from `keys/master.key`, which the first start writes with mode 0600;
 * behind it the one it is to be changed for, where there is one.
 */
export async function masterSecrets(config: Config): Promise<Masters> {
  return (await knownMasters(config)) ?? [await writeMasterKey(config, randomBytes(32))];
}

/** The master secrets of an installation that has one. */
export async function knownMasters(config: Config): Promise<Masters | null> {
  const [own, next] = await Promise.all([
    given(config.masterKey, pathOf(config)),
    given(config.nextMasterKey, nextPathOf(config)),
  ]);
  return own && [own, ...(next ? [next] : [])];
}

const given = async (hex: string | null, path: string): Promise<Uint8Array | null> =>
  hex ? Buffer.from(hex, 'hex') : await readKey(path);

/** Writes the key file; gives the key that is there afterwards, for another process may have been faster. */
export async function writeMasterKey(config: Config, key: Uint8Array): Promise<Uint8Array> {
  const dir = folderOf(config);
  const path = pathOf(config);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const fresh = join(dir, `.master.${randomBytes(6).toString('hex')}`);
  const file = await open(fresh, 'wx', 0o600);
  await file.writeFile(`${Buffer.from(key).toString('hex')}\n`);
  await file.sync();
  await file.close();
  // Two processes may start at once: link() lets exactly one key win, the loser reads the winner's.
  await link(fresh, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(fresh);
  const made = await readKey(path);
  if (!made) throw new Error(`The key file ${path} disappeared while it was being written`);
  return made;
}

async function readKey(path: string): Promise<Uint8Array | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  if (!/^[0-9a-f]{64}\s*$/.test(text))
    throw new Error(`The key file ${path} is damaged; restore it from a backup`);
  await chmod(path, 0o600);
  return Buffer.from(text.trim(), 'hex');
}
