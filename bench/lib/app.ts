import { join } from 'node:path';
import pino from 'pino';
import { keptRegisters, shelf } from '@zhitongche/catalogue/shelf.ts';
import {
  type App,
  type BlobStore,
  type Config,
  deriveKeys,
  type PaperMaker,
  makeWatch,
} from '@zhitongche/core/server';
import { composeApp } from '../../apps/server/src/compose.ts';
import { platformLookups } from '../../apps/server/src/extensions.ts';
import type { Db } from '@zhitongche/host';
import { localBlobs, threadReader } from '@zhitongche/file/server';
import { shippedGlyphs } from '../../platform/document/server/glyphs.ts';
import { makePapers } from '../../platform/document/server/paper-maker.ts';

/** What a run decides about its program. */
export interface BenchApp {
  readonly db: Db;
  readonly folder: string;
  readonly office: string;
  readonly clock: () => Date;
  readonly papers?: PaperMaker;
  /** Where files are kept; absent = on disk, as in operation. */
  readonly blobs?: BlobStore;
  /** Built browser files; absent = only the API answers. */
  readonly webDir?: string;
}

/** The same keys in every process of a run; a bench has no secrets. */
const MASTER = Buffer.alloc(32, 7);

/** The first instant of every bench: a Monday morning in Shanghai, an ordinary working day of a known calendar. */
export const FIRST_INSTANT = Date.parse('2026-03-02T01:00:00.000Z');

/** A clock that starts at the bench's first instant when `since` was, and runs at the usual speed. */
export const runningClock =
  (since: number): (() => Date) =>
  () =>
    new Date(FIRST_INSTANT + Date.now() - since);

/** The program as the server composes it, without door and jobs. */
export async function benchApp(parts: BenchApp): Promise<App> {
  const keys = deriveKeys(MASTER);
  const config: Config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: parts.folder,
    databaseUrl: null,
    poolSize: 8,
    office: parts.office,
    publicUrl: null,
    masterKey: null,
    nextMasterKey: null,
    worker: false,
    trustedProxies: [],
    describeApi: false,
    webDir: parts.webDir ?? '/nonexistent',
    metricsAt: null,
    fonts: null,
    scanner: null,
    slowMs: 500,
    drainSeconds: 0,
    anchorTo: null,
    smtp: null,
    pay: null,
    logLevel: 'silent',
  };
  const registers = await keptRegisters();
  const log = pino({ level: 'silent' });
  const { app } = composeApp({
    config,
    db: parts.db,
    keys,
    blobs: parts.blobs ?? (await localBlobs(join(parts.folder, 'files'), keys)),
    services: shelf(platformLookups(registers)),
    registers,
    papers: parts.papers ?? makePapers(),
    glyphs: await shippedGlyphs(),
    clock: parts.clock,
    reader: threadReader(log),
    log,
    wake: () => undefined,
    jobsHealthy: () => true,
    leaving: () => false,
    watch: makeWatch(),
  });
  return app;
}
