import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { tellProgress, takeBackup } from '@zhitongche/backup/server';
import type { BackupTaken } from '../../../../platform/backup/server/take-backup.ts';
import type { Config } from '@zhitongche/core/server';
import { type AllVerified, verifyAll } from '@zhitongche/proof/server';
import { drained } from '../crash/drained.ts';
import { emptyDb, type EmptyDb } from '../db.ts';
import { urlOf } from '../nodes/url-of.ts';
import { sealedAll } from '../settled.ts';
import { configOf, freshKey, newFolder, openSite, type Site } from './site.ts';

/** Key of every backup of the tests, the same that {@link atConsole} puts into the environment. */
export const SECRET = { kind: 'key', bytes: Buffer.alloc(32, 5) } as const;
/** Tells nobody anything. */
export const silent = tellProgress(() => undefined);

/** An installation to back up, and empty places to restore into. */
export interface Workshop {
  readonly folder: string;
  readonly source: EmptyDb;
  readonly config: Config;
  readonly site: Site;
  readonly master: string;
  /** One more empty database. */
  base(): Promise<EmptyDb>;
  /** Backs an installation up, the workshop's own when none is named. */
  back(path: string, into?: Config): Promise<BackupTaken>;
  /** Waits until nothing is under way, walks everything, and backs it up. */
  backQuiet(path: string): Promise<{ readonly path: string; readonly found: readonly AllVerified[] }>;
  close(): Promise<void>;
}

/** Opens it, with people at work until the first trip is approved; they stay at work. `next` is the master key it is to be changed for. */
export async function openWorkshop(next = ''): Promise<Workshop> {
  const folder = await newFolder();
  const master = freshKey();
  const bases: EmptyDb[] = [];
  const base = async (): Promise<EmptyDb> => {
    const made = await emptyDb();
    bases.push(made);
    return made;
  };
  const source = await base();
  // The audit shall remember transaction numbers a fresh server is far from.
  await source.query('do $$ begin for n in 1..3000 loop perform txid_current(); commit; end loop; end $$');
  const env = { DATABASE_URL: urlOf(source), ZHITONGCHE_KEY: master, ZHITONGCHE_KEY_NEXT: next };
  const config = await configOf(join(folder.path, 'source'), env);
  const site = await openSite(config);
  site.load.go();
  for (let n = 0; site.ledger.approved.length < 1 && n < 1200; n += 1) await pause(100);
  const back: Workshop['back'] = (path, into = config) =>
    takeBackup({
      config: into,
      into: path,
      secret: SECRET,
      withMasterKey: false,
      keep: null,
      progress: silent,
    });
  return {
    folder: folder.path,
    source,
    config,
    site,
    master,
    base,
    back,
    async backQuiet(path) {
      await site.load.rest();
      await drained(site.running.app);
      await sealedAll(site.running.app, config.office);
      const found = await verifyAll(site.running.app);
      return { path: (await back(path)).path, found };
    },
    async close() {
      await site.running.stop();
      for (const one of bases) await one.drop();
      await folder.gone();
    },
  };
}
