import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Target } from '@zhitongche/host';

/** Runs over a fresh PostgreSQL that is gone afterwards. */
export async function withOwnDatabase<T>(run: (target: Target) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-own-'));
  // Temporary directories of the superuser are closed to the account the server runs as.
  await chmod(folder, 0o711);
  const server = await startEmbedded({ dataDir: folder });
  try {
    return await run(server.target);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
