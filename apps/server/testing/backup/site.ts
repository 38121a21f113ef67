import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type App, type Config, readConfig } from '@zhitongche/core/server';
import { demoPage } from '../../src/first-run/demo-files.ts';
import { type Running, start } from '../../src/start.ts';
import { makeLoad, type Load } from '../crash/load.ts';
import { type Ledger, newLedger } from '../crash/ledger.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { PEOPLE, prepareOffice, UNITS } from '../nodes/office.ts';

/** An installation in this process, with people at work in it. */
export interface Site {
  readonly config: Config;
  readonly running: Running;
  readonly ledger: Ledger;
  readonly load: Load;
}

/** A folder the database's account may enter; `gone` removes it. */
export async function newFolder(): Promise<{ readonly path: string; gone(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'zhitongche-backup-'));
  await chmod(path, 0o711);
  return { path, gone: () => rm(path, { recursive: true, force: true }) };
}

/** The configuration of an installation under a directory, on a database given by URL or its own. */
export async function configOf(folder: string, more: Readonly<Record<string, string>> = {}): Promise<Config> {
  await mkdir(folder, { recursive: true, mode: 0o711 });
  const read = readConfig(
    {
      ZHITONGCHE_OFFICE: 'backup',
      ZHITONGCHE_DATA: folder,
      ZHITONGCHE_PROXIES: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      ZHITONGCHE_POOL: '6',
      ...more,
    },
    folder,
  );
  if (!read.ok) throw new Error(read.problems.join());
  return read.config;
}

/** A master key nobody else has. */
export const freshKey = (): string => randomBytes(32).toString('hex');

/** Starts an installation and signs everybody in; nobody acts before the first `load.go()`. */
export async function openSite(config: Config, players = 3): Promise<Site> {
  const running = await start(config, { log: pino({ level: 'silent' }), prepare: prepareOffice });
  const callers = new Map<string, Caller>();
  const units = UNITS.slice(0, players);
  for (const [username] of PEOPLE)
    if (!username.startsWith('unit') || units.some((unit) => username.startsWith(unit)))
      callers.set(username, await signIn(running.address, username));
  const ledger = newLedger();
  const page = await pageOf(running.app);
  return {
    config,
    running,
    ledger,
    load: makeLoad(units.map((unit) => ({ unit, callers, page, ledger }))),
  };
}

async function pageOf(app: App): Promise<Uint8Array> {
  const { digest } = await demoPage(app, '2026-01-01');
  const bytes = await app.blobs.read(digest);
  if (!bytes) throw new Error('The page was not stored');
  return bytes;
}
