import { randomBytes } from 'node:crypto';
import pino from 'pino';
import type { Service } from '@zhitongche/case';
import { makeSessions } from '@zhitongche/account/server';
import {
  type App,
  type Anchors,
  ContentCache,
  deriveKeys,
  makeLiveHub,
  makeWatch,
} from '@zhitongche/core/server';
import { serviceRegistry } from '../../../platform/core/server/service-registry.ts';
import { makeAdmission } from '@zhitongche/audit/server';
import { localBlobs } from '@zhitongche/file/server';
import { OUTSIDERS, PLATFORM_POLICIES, SETTLING, SPECIMENS } from '../src/extensions.ts';
import { ALL_LOOKUPS } from './all-lookups.ts';
import { makeOffices } from '@zhitongche/office/server';
import { shippedGlyphs } from '../../../platform/document/server/glyphs.ts';
import { makePapers } from '../../../platform/document/server/paper-maker.ts';
import { readerHere } from './reader-here.ts';
import type { Questionnaire } from '@zhitongche/survey';
import type { Duty, RegisterKind } from '@zhitongche/register';
import type { TestDb } from './db.ts';

/** What a test decides about its application. */
export interface BareAppSettings {
  readonly office: string;
  readonly clock: () => Date;
  /** Folder for files; tests that store none may leave it out. */
  readonly folder?: string;
  readonly services?: readonly Service[];
  readonly registers?: readonly RegisterKind[];
  readonly duties?: readonly Duty[];
  readonly questionnaires?: readonly Questionnaire[];
  /** Hears of rows written past the application. */
  readonly forged?: (id: string) => void;
}

/** Anchors nobody keeps. */
export const NO_ANCHORS: Anchors = { keep: async () => undefined, read: async () => [] };

/** An application over a test database: everything but the HTTP door and the jobs. */
export async function bareApp(base: TestDb, settings: BareAppSettings): Promise<App> {
  const keys = deriveKeys(randomBytes(32));
  const glyphs = await shippedGlyphs();
  const { clock } = settings;
  const { db } = base;
  const anchors = NO_ANCHORS;
  const admission = makeAdmission({ db, keys, clock, anchors });
  const forged = (_table: string, _office: string, id: string) => settings.forged?.(id);
  const offices = makeOffices({ db, keys, admission, draws: glyphs.draws, forged }, () => clock().getTime());
  return {
    config: {
      host: '127.0.0.1',
      port: 0,
      dataDir: settings.folder ?? '',
      databaseUrl: null,
      poolSize: 4,
      office: settings.office,
      publicUrl: null,
      masterKey: null,
      nextMasterKey: null,
      worker: false,
      trustedProxies: [],
      describeApi: false,
      webDir: '',
      metricsAt: null,
      fonts: null,
      scanner: null,
      slowMs: 500,
      drainSeconds: 0,
      anchorTo: null,
      smtp: null,
      pay: null,
      logLevel: 'silent',
    },
    db,
    offices,
    services: serviceRegistry(settings.services ?? []),
    measures: [],
    duties: settings.duties ?? [],
    probes: [],
    questionnaires: settings.questionnaires ?? [],
    registers: settings.registers ?? [],
    figures: PLATFORM_POLICIES,
    lookups: ALL_LOOKUPS,
    settling: SETTLING,
    specimens: SPECIMENS,
    outsiders: OUTSIDERS,
    keys,
    admission,
    anchors,
    post: { carriers: async () => ({ mail: null, sms: null, wechat: null }), delivered: async () => null },
    payments: { port: async () => null },
    blobs: settings.folder
      ? await localBlobs(settings.folder, keys)
      : {
          put: async () => ({ digest: '', size: 0 }),
          get: async () => null,
          read: async () => null,
          has: async () => false,
          drop: async () => undefined,
          async *older() {},
          renew: async () => true,
        },
    sessions: makeSessions({ db, keys, offices, clock, admission, forged }),
    clock,
    log: pino({ level: 'silent' }),
    live: makeLiveHub(base.db),
    contents: new ContentCache(),
    papers: makePapers(),
    reader: readerHere,
    glyphs,
    scanner: null,
    wake: () => undefined,
    jobsHealthy: () => true,
    leaving: () => false,
    watch: makeWatch(),
  };
}
