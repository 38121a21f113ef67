import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type EmbeddedServer, startEmbedded, type Target } from '@zhitongche/host';
import { freePort, type Node, startNode } from '../nodes/node.ts';
import { urlOf } from '../nodes/url-of.ts';
import { type Inspection, inspectionWith } from './inspect.ts';

/** What is killed with signal 9. */
export type Victim = 'server' | 'database' | 'both';

/** One installation under attack. */
export interface Site {
  /** `embedded`: the program starts its own database again; `own`: it is given one by URL, and somebody else starts that again. */
  readonly database: 'embedded' | 'own';
  /** The database given by URL, as its owner; null = the program's own. */
  target(): Target | null;
  readonly address: string;
  kill(victim: Victim): Promise<void>;
  readonly look: Inspection;
  close(): Promise<void>;
}

/** Starts an installation in a folder of its own. */
export async function openSite(
  folder: string,
  kind: Site['database'],
  more: Readonly<Record<string, string>> = {},
): Promise<Site> {
  let own: EmbeddedServer | null =
    kind === 'own' ? await startEmbedded({ dataDir: join(folder, 'own') }) : null;
  const settings = {
    ZHITONGCHE_DATA: join(folder, 'data'),
    ZHITONGCHE_OFFICE: 'crash',
    ZHITONGCHE_KEY: randomBytes(32).toString('hex'),
    ...(own ? { DATABASE_URL: urlOf(own) } : {}),
    ...more,
  };
  const port = await freePort();
  let node: Node = await startNode(settings, port);
  const look = inspectionWith(settings, folder);
  return {
    database: kind,
    target: () => own?.target ?? null,
    address: node.address,
    look,
    async kill(victim) {
      if (victim !== 'server')
        process.kill(own?.pid ?? (await postmasterOf(settings.ZHITONGCHE_DATA)), 'SIGKILL');
      if (victim !== 'database') await node.kill('SIGKILL');
      if (own && victim !== 'server') own = await startEmbedded({ dataDir: join(folder, 'own') });
      if (victim !== 'database') node = await startNode(settings, port);
    },
    async close() {
      await node.kill('SIGTERM');
      await own?.stop();
    },
  };
}

/** Process id of the postmaster the program started under its data directory; it may just be starting. */
async function postmasterOf(dataDir: string): Promise<number> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  // Signalling process 0 would reach the harness itself.
  if (!/^[1-9]\d*$/.test(pid)) throw new Error('The database names no process');
  return Number(pid);
}
