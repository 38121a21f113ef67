import { randomBytes } from 'node:crypto';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Target } from '@zhitongche/host';
import { freePort, type Node, startNode } from '../nodes/node.ts';
import { urlOf } from '../nodes/url-of.ts';

/** The program in a process of its own, over a database of the caller's. */
export interface ServedOffice {
  readonly node: Node;
  /** Megabytes the process holds in memory now; 0 where the system does not tell. */
  residentMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it with the office of the harnesses in it. */
export async function serveOffice(target: Target): Promise<ServedOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-hostile-'));
  const settings = {
    ZHITONGCHE_DATA: folder,
    ZHITONGCHE_OFFICE: 'hostile',
    ZHITONGCHE_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: urlOf({ target }),
  };
  const node = await startNode(settings, await freePort());
  return {
    node,
    async residentMb() {
      const status = await readFile(`/proc/${node.pid}/status`, 'utf8').catch(() => '');
      return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024);
    },
    async stop() {
      await node.kill('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
