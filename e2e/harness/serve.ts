import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import pino from 'pino';
import { makeAccountSweeper } from '@zhitongche/account/server';
import { readConfig } from '@zhitongche/core/server';
import { createDemoOffice, seedDemo } from '../../apps/server/src/first-run/seed-demo.ts';
import { start } from '../../apps/server/src/start.ts';
import type { OfficeAddress, OfficePlan } from './office.ts';

// The whole program as a process of its own, over a plan given as its argument; says where it answers, and stops when told to.
const plan: OfficePlan = JSON.parse(process.argv[2] ?? '{}');
let { shift } = plan;
const read = readConfig(
  {
    PORT: await freePort(),
    ZHITONGCHE_DATA: plan.data,
    ZHITONGCHE_WEB: plan.web,
    LOG_LEVEL: 'error',
    ...(plan.smtp === undefined
      ? {}
      : { ZHITONGCHE_SMTP: plan.smtp, ZHITONGCHE_SMTP_FROM: '直通车 <noreply@yunze.example>' }),
  },
  join(import.meta.dirname, '..', '..'),
);
if (!read.ok) throw new Error(read.problems.join('\n'));
const running = await start(read.config, {
  log: pino({ level: 'error' }),
  clock: () => new Date(Date.now() + shift),
  prepare: async (app) => {
    if (plan.office === 'filed') await seedDemo(app);
    if (plan.office === 'new') await createDemoOffice(app, app.clock());
  },
});
const sweep = makeAccountSweeper();
const clock = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://clock');
  if (pathname === '/held') {
    response.end(String(held()));
    return;
  }
  const days = searchParams.get('days');
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
const told: OfficeAddress = {
  address: running.address,
  clock: `http://127.0.0.1:${await listen(clock)}`,
};
process.stdout.write(`${JSON.stringify(told)}\n`);

const stop = (): void => {
  clock.close();
  void running.stop().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
// Whoever started it is gone: nobody will ask for it any more.
process.stdin.once('end', stop).resume();

/** Bytes this process cannot do without: what is left after everything nobody holds was thrown away. Needs `--expose-gc`. */
function held(): number {
  if (!globalThis.gc) throw new Error('Start Node with --expose-gc to ask what is held');
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const place = server.address();
      resolve(typeof place === 'object' && place ? String(place.port) : '');
    });
  });
}

/** Known before the start, because papers print the address they are verified at. */
async function freePort(): Promise<string> {
  const probe = createServer();
  const port = await listen(probe);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
