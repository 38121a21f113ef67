import pino from 'pino';
import { type App, readConfig } from '@zhitongche/core/server';
import { demoPage } from '../../src/first-run/demo-files.ts';
import { open, type OpenOptions } from '../../src/start.ts';
import { HARNESS_SERVICES } from '../nodes/harness-services.ts';

/** Looks at an installation through a program that serves nobody and does no jobs. */
export type Inspection = <T>(work: (app: App) => Promise<T>) => Promise<T>;

/** Makes the look from the settings the nodes run with. */
export function inspectionWith(
  settings: Readonly<Record<string, string>>,
  folder: string,
  options: Pick<OpenOptions, 'schema'> = {},
): Inspection {
  const read = readConfig({ ...settings, ZHITONGCHE_WORKER: 'no' }, folder);
  if (!read.ok) throw new Error(read.problems.join());
  const { config } = read;
  return async (work) => {
    const opened = await open(config, {
      ...options,
      services: HARNESS_SERVICES,
      log: pino({ level: 'silent' }),
    });
    try {
      return await work(opened.app);
    } finally {
      await opened.stop();
    }
  };
}

/** Version of the database server. */
export const versionOf = async (app: App): Promise<string> => {
  const [row] = await app.db.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return row?.version ?? '';
};

/** A page players attach to their trips. */
export async function pageOf(app: App): Promise<Uint8Array> {
  const { digest } = await demoPage(app, '2026-01-01');
  const bytes = await app.blobs.read(digest);
  if (!bytes) throw new Error('The page was not stored');
  return bytes;
}
