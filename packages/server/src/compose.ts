import { join } from 'node:path';
import type { Logger } from 'pino';
import { makeSessions } from './account/sessions.ts';
import type { App } from './app.ts';
import { makeAdmission } from './audit/admission.ts';
import { makeAnchors } from './audit/anchors.ts';
import type { BlobStore } from './blobs.ts';
import { ContentCache } from './case/content-cache.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import { describe } from './describe-error.ts';
import { LOOKUPS, PLATFORM_POLICIES } from './extensions.ts';
import type { KeyRing } from './keys/keys.ts';
import { makeLiveHub } from './live-hub.ts';
import { makeOffices } from './office/make-offices.ts';
import type { Watch } from './observe/watch.ts';
import type { Glyphs } from './ports/glyphs.ts';
import type { PaperMaker } from './ports/paper-maker.ts';
import type { Reader } from './ports/reader.ts';
import { clamdScanner } from './scan/clamd.ts';
import { followKey } from './rotation/key-in-force.ts';
import type { ServiceBook } from './service-book.ts';

/** What differs between the real program, the demo seeding and a test. */
export interface AppParts {
  readonly config: Config;
  readonly db: Db;
  readonly keys: KeyRing;
  readonly blobs: BlobStore;
  readonly services: ServiceBook;
  readonly papers: PaperMaker;
  readonly reader: Reader;
  readonly glyphs: Glyphs;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly wake: () => void;
  readonly jobsHealthy: () => boolean;
  readonly leaving: () => boolean;
  readonly watch: Watch;
}

/** Puts the app together; `listen` starts hearing what other processes change and gives the stop. */
export function composeApp(parts: AppParts): { readonly app: App; listen(): Promise<() => Promise<void>> } {
  const { config, db, keys, clock, log, glyphs } = parts;
  const anchors = makeAnchors({ folder: join(config.dataDir, 'anchors'), sendTo: config.anchorTo, log });
  const admission = makeAdmission({ db, keys, clock, anchors });
  const forged = (table: string, office: string, id: string): void =>
    log.error({ table, office, id }, 'a row does not fit its code');
  const offices = makeOffices({ db, keys, admission, draws: glyphs.draws, forged });
  const live = makeLiveHub(db);
  const sessions = makeSessions({
    db,
    keys,
    offices,
    clock,
    admission,
    forged,
  });
  return {
    app: {
      ...parts,
      figures: PLATFORM_POLICIES,
      lookups: LOOKUPS,
      admission,
      anchors,
      scanner: config.scanner && clamdScanner(config.scanner),
      offices,
      sessions,
      live,
      contents: new ContentCache(),
    },
    async listen() {
      // Every node writes down that adoption has begun, whether or not it ever meets a row without a code.
      for (const { office } of await db.query<{ office: string }>('select office from office'))
        await admission.state(office);
      const stops = await Promise.all([
        offices.listen(),
        sessions.listen(),
        live.listen(),
        followKey(db, keys, (error) =>
          log.error({ error: describe(error) }, 'the field key in force was not read'),
        ),
      ]);
      return async () => {
        await Promise.all(stops.map((stop) => stop()));
      };
    },
  };
}
