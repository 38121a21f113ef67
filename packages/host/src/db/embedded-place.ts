import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Whom the database server runs as: empty = the current user. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then `postgres`, else `nobody`, must exist in the passwd file. */
export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {};
  const rows = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const row = rows.find((r) => r[0] === 'postgres') ?? rows.find((r) => r[0] === 'nobody');
  if (!row) throw new Error('以 root 启动时需要系统账户 postgres 或 nobody，请改用普通账户启动。');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/** `dataDir` itself, or a directory under /var/lib when the server's account could not walk there (a root home is closed). */
export async function standingPlace(dataDir: string, account: Account): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  if (account.uid === undefined || (await reachable(dataDir, account))) return dataDir;
  const place = join('/var/lib/zhitongche', shortHash(dataDir));
  await mkdir(place, { recursive: true, mode: 0o711 });
  return place;
}

/** Whether an account may walk into a directory by the permissions of every directory above it. */
export async function reachable(path: string, account: Account): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    const info = await stat(at);
    const bit = info.uid === account.uid ? 0o100 : info.gid === account.gid ? 0o010 : 0o001;
    if ((info.mode & bit) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** The socket directory: a socket path holds 107 bytes at most, so a deep data directory gets one under the temporary directory. */
export function shortSocketDir(place: string): string {
  const near = join(place, 'socket');
  return Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100
    ? near
    : join(tmpdir(), `zhitongche-${shortHash(place)}`);
}

/** Makes a directory only the account may enter; refuses one that somebody else put there. */
export async function own(path: string, account: Account): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const info = await lstat(path);
  const me = process.getuid?.() ?? 0;
  if (!info.isDirectory() || (info.uid !== me && info.uid !== account.uid))
    throw new Error(`${path} 属于另一个账户，请移走后重试。`);
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}

/** Twelve hex digits that tell one installation's directories from another's. */
export const shortHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12);
