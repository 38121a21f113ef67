import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { makeAccountSweeper } from '@zhitongche/account/server';
import { readConfig } from '@zhitongche/core/server';
import { createDemoOffice, seedDemo } from '../../apps/server/src/first-run/seed-demo.ts';
import { start } from '../../apps/server/src/start.ts';

/** A Tuesday in a week without holidays, nine o'clock in Shanghai: the stories do not depend on the machine's date. */
export const OPENING = Date.parse('2026-03-10T09:00:00+08:00');

/** Where the demo office answers and how its time is told. */
export interface OfficeAddress {
  /** Origin of the program. */
  readonly address: string;
  /**
   * Origin that moves the office's clock: `POST /?days=1`; answers the shift in milliseconds against the machine's clock.
   * What the jobs do about sessions every minute is done before it answers: no story may depend on where in the minute it is.
   */
  readonly clock: string;
}

/** The demo office, served. */
export interface Office extends OfficeAddress {
  stop(): Promise<void>;
}

/**
 * Starts the whole program on a fresh data directory with the demo office in it; real time goes on from {@link OPENING}.
 * `filed` = with everything the demo's people have done; without it nothing has been filed, and the office opens at once.
 */
export async function openOffice(root: string, { filed }: { readonly filed: boolean }): Promise<Office> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhitongche-e2e-'));
  // A copy of its own: a build made meanwhile must not pull the files from under a story.
  const webDir = join(dataDir, 'web');
  await cp(join(root, 'apps/web/dist'), webDir, { recursive: true });
  let shift = OPENING - Date.now();
  const read = readConfig(
    { PORT: await freePort(), ZHITONGCHE_DATA: dataDir, ZHITONGCHE_WEB: webDir, LOG_LEVEL: 'error' },
    root,
  );
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const running = await start(read.config, {
    log: pino({ level: 'error' }),
    clock: () => new Date(Date.now() + shift),
    prepare: async (app) => void (await (filed ? seedDemo(app) : createDemoOffice(app, app.clock()))),
  });
  const sweep = makeAccountSweeper();
  const clock = createServer((request, response) => {
    const days = new URL(request.url ?? '/', 'http://clock').searchParams.get('days');
    const move = async (): Promise<void> => {
      if (request.method !== 'POST') return;
      shift += Number(days) * 86_400_000;
      await sweep(running.app, running.app.config.office);
    };
    void move().then(
      () => response.end(String(shift)),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  return {
    address: running.address,
    clock: `http://127.0.0.1:${await listen(clock)}`,
    async stop() {
      clock.close();
      await running.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const listen = (server: Server): Promise<string> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      resolve(typeof place === 'object' && place ? String(place.port) : '');
    });
  });

/** Known before the start, because papers print the address they are verified at. */
async function freePort(): Promise<string> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
