import { basename } from 'node:path';
import { endOfRecord, writeAudit } from '@zhitongche/audit/server';
import type { App, Config } from '@zhitongche/core/server';
import { type Target, unmarkRestoring } from '@zhitongche/host';
import { type AllVerified, verifyAll } from '@zhitongche/proof/server';

/** The program on a database that was just restored. */
export interface Restoring {
  readonly app: App;
  readonly target: Target;
  stop(): Promise<void>;
}

/** What the check after a restore found. */
export interface RestoreFinished {
  readonly offices: readonly AllVerified[];
  readonly broken: number;
  /** The program may start on it. */
  readonly opened: boolean;
}

/**
 * Brings a restored database to this program's shape, walks everything in it, and opens it for use if all is whole or the
 * operator accepts what is not: row by row it is what the backup holds, so that a break was there before the backup.
 */
export async function finishRestore(
  config: Config,
  path: string,
  acceptFindings: boolean,
  /** Opens the program on the database, which is not declared whole yet. */
  open: (config: Config) => Promise<Restoring>,
): Promise<RestoreFinished> {
  const opened = await open(config);
  try {
    const { app, target } = opened;
    // Seals made after the backup are gone with what they sealed; those before it must still agree.
    for (const { office } of await app.db.query<{ office: string }>('select office from office'))
      await app.anchors.keep(await endOfRecord(app.db, office, app.clock()));
    const offices = await verifyAll(app);
    const broken = offices.reduce((sum, one) => sum + one.broken.length, 0);
    if (broken > 0 && !acceptFindings) return { offices, broken, opened: false };
    // Pieces drawn after the backup are in somebody's hands, and the rows do not know it.
    await app.db.query('update office set restored_at = $1', [app.clock()]);
    for (const { office, name: _, broken: found, ...counts } of offices)
      await writeAudit(app.db.query, {
        office,
        at: app.clock(),
        actor: { id: null, name: '控制台' },
        action: 'backup.restore',
        object: `backup:${basename(path)}`,
        result: 'ok',
        source: '',
        detail: { ...counts, broken: found.length },
      });
    await unmarkRestoring(target);
    return { offices, broken, opened: true };
  } finally {
    await opened.stop();
  }
}
