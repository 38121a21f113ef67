import type { App } from '@zhitongche/core/server';
import { demoAccounts } from '../first-run/demo-accounts.ts';
import { VERSION } from '@zhitongche/host';

/** Whether each part answers; degraded parts are named, and nothing about the office is told. */
export async function health(app: App) {
  const [database, papers] = await Promise.all([
    app.db.query('select 1').then(
      () => true,
      () => false,
    ),
    app.papers.ready().then(
      (ready) => ready.ok,
      () => false,
    ),
  ]);
  const jobs = app.jobsHealthy();
  const status = database && papers && jobs ? 'ok' : 'degraded';
  return { status, version: VERSION, database, jobs, papers, now: app.clock().toISOString() } as const;
}

/** Name on the log-in page; accounts to try only for an office that is flagged a demonstration. */
export async function branding(app: App) {
  const book = await app.offices.get(app.config.office);
  return { office: book.name, product: '直通车', demo: book.demo ? demoAccounts() : [] };
}
