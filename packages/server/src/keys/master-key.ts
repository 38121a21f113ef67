import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The 32-byte master secret: from the environment, else from `keys/master.key`, which the first start writes with mode 0600. */
export async function masterKey(config: Config): Promise<Uint8Array> {
  if (config.masterKey) return Buffer.from(config.masterKey, 'hex');
  const dir = join(config.dataDir, 'keys');
  const path = join(dir, 'master.key');
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const known = await readKey(path);
  if (known) return known;
  const fresh = join(dir, `.master.${randomBytes(6).toString('hex')}`);
  const file = await open(fresh, 'wx', 0o600);
  await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
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
