import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hashRaw } from '@node-rs/argon2';
import { BackupRefused } from './refused.ts';

/** What the operator keeps: 32 bytes, or words they are made from. */
export type BackupSecret =
  | { readonly kind: 'key'; readonly bytes: Uint8Array }
  | { readonly kind: 'passphrase'; readonly words: string };

/** Shorter words can be guessed by whoever has the file and time. */
const SHORTEST = 12;

/**
 * Reads the backup key: `ZHITONGCHE_BACKUP_KEY`, or the first line of the file `ZHITONGCHE_BACKUP_KEY_FILE` names.
 * @throws BackupRefused.
 */
export async function readBackupSecret(
  env: Readonly<Record<string, string | undefined>>,
): Promise<BackupSecret> {
  const path = env.ZHITONGCHE_BACKUP_KEY_FILE?.trim();
  const text = env.ZHITONGCHE_BACKUP_KEY?.trim() || (path ? await firstLine(path) : '');
  if (!text)
    throw new BackupRefused(
      '没有备份密钥：请设置环境变量 ZHITONGCHE_BACKUP_KEY（64 位十六进制，或不少于 12 个字符的口令），或以 ZHITONGCHE_BACKUP_KEY_FILE 指明存放它的文件。',
    );
  if (/^[0-9a-f]{64}$/i.test(text)) return { kind: 'key', bytes: Buffer.from(text, 'hex') };
  const words = text.normalize('NFKC');
  if ([...words].length < SHORTEST)
    throw new BackupRefused(`备份口令太短：至少 ${SHORTEST} 个字符，或 64 位十六进制的密钥。`);
  return { kind: 'passphrase', words };
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BackupRefused(`读不到备份密钥文件 ${path}，请检查路径和权限。`);
  });
  return (text.split(/\r?\n/)[0] ?? '').trim();
}

/** Keys of one archive: the salt makes them its own, so that no chunk of another archive fits into it. */
export interface ArchiveKey {
  readonly cipher: Uint8Array;
  /** Tells a wrong key from a damaged archive before anything is read. */
  readonly check: Uint8Array;
}

/** Derives an archive's keys; a passphrase goes through Argon2id (64 MiB, three passes) first. */
export async function archiveKey(secret: BackupSecret, salt: Uint8Array): Promise<ArchiveKey> {
  const material =
    secret.kind === 'key'
      ? secret.bytes
      : await hashRaw(secret.words, {
          memoryCost: 65_536,
          timeCost: 3,
          parallelism: 1,
          outputLen: 32,
          salt,
        });
  const made = new Uint8Array(hkdfSync('sha256', material, salt, 'zhitongche backup 1', 48));
  return { cipher: made.subarray(0, 32), check: made.subarray(32) };
}
