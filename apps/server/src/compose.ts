import { join } from 'node:path';
import type { Logger } from 'pino';
import { makeSessions } from '@zhitongche/account/server';
import {
  type App,
  type BlobStore,
  ContentCache,
  type Config,
  type KeyRing,
  makeLiveHub,
  type Watch,
  type Glyphs,
  type PaperMaker,
  type Post,
  type Reader,
  clamdScanner,
  type ServiceRegistry,
} from '@zhitongche/core/server';
import { makeAdmission, makeAnchors } from '@zhitongche/audit/server';
import { type Db, describe } from '@zhitongche/host';
import { OUTSIDERS, PLATFORM_POLICIES, SETTLING, SPECIMENS } from './extensions.ts';
import type { Measures } from '@zhitongche/measure';
import type { Probe } from '@zhitongche/probe';
import type { Duty, RegisterKind } from '@zhitongche/register';
import type { Questionnaire } from '@zhitongche/survey';
import { makeOffices } from '@zhitongche/office/server';
import { makePost } from '@zhitongche/channel/server';
import { makePayments } from '@zhitongche/money/server';
import { followKey } from './rotation/key-in-force.ts';

/** What differs between the real program, the demo seeding and a test. */
export interface AppParts {
  readonly config: Config;
  readonly db: Db;
  readonly keys: KeyRing;
  readonly blobs: BlobStore;
  readonly services: ServiceRegistry;
  /** Registers people keep. */
  readonly registers: readonly RegisterKind[];
  /** What its cases and rows are counted for; absent = nothing. */
  readonly measures?: readonly Measures[];
  /** What recurs and opens by itself; absent = nothing. */
  readonly duties?: readonly Duty[];
  /** What it asks again and again whether it answers; absent = nothing. */
  readonly probes?: readonly Probe[];
  /** What groups of people are asked; absent = nothing. */
  readonly questionnaires?: readonly Questionnaire[];
  readonly papers: PaperMaker;
  readonly reader: Reader;
  readonly glyphs: Glyphs;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly wake: () => void;
  readonly jobsHealthy: () => boolean;
  readonly leaving: () => boolean;
  readonly watch: Watch;
  /** Who takes messages; chosen by the configuration when absent. */
  readonly post?: Post;
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
      measures: parts.measures ?? [],
      duties: parts.duties ?? [],
      probes: parts.probes ?? [],
      questionnaires: parts.questionnaires ?? [],
      figures: PLATFORM_POLICIES,
      lookups: parts.services.lookups,
      settling: SETTLING,
      specimens: SPECIMENS,
      outsiders: OUTSIDERS,
      admission,
      anchors,
      payments: makePayments({ config, offices, keys }),
      post: parts.post ?? makePost({ config, offices, clock }),
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
