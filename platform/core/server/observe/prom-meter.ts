import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../app.ts';
import { VERSION } from '@zhitongche/host';
import { waitingWork } from './figures.ts';
import type { Meter } from './meter.ts';

/** A meter whose figures Prometheus can read. */
export interface PromMeter extends Meter {
  readonly contentType: string;
  /** All figures in the text format; gauges are read from the app at that moment. */
  page(app: App): Promise<string>;
}

const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENT_BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
const JOB_BUCKETS = [0.005, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60];

/** Makes the meter. Every label is a name of the program's own, so the number of series is bounded by its code. */
export function promMeter(): PromMeter {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `zhitongche_${name}`, help, labelNames, registers });
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []) =>
    new Gauge({ name: `zhitongche_${name}`, help, labelNames, registers });
  const histogram = <L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets: number[],
  ) => new Histogram({ name: `zhitongche_${name}`, help, labelNames, buckets, registers });

  gauge('info', 'Version of the program', ['version']).set({ version: VERSION }, 1);
  const requests = histogram(
    'request_seconds',
    'Answered requests',
    ['endpoint', 'method', 'status'],
    REQUEST_BUCKETS,
  );
  const statements = histogram('statement_seconds', 'SQL statements', ['statement'], STATEMENT_BUCKETS);
  const slow = counter('slow_statements_total', 'Statements over the threshold', []);
  const acts = counter('acts_total', 'Acts on cases', ['service', 'act', 'result']);
  const papers = counter('papers_total', 'Papers issued and failed', ['result']);
  const jobs = histogram('job_seconds', 'Jobs of the outbox', ['kind', 'result'], JOB_BUCKETS);
  const refusals = counter('logins_refused_total', 'Log-ins refused, by status', ['status']);
  const pool = gauge('pool_connections', 'Connections to the database', ['state']);
  const outbox = gauge('outbox_jobs', 'Jobs that wait, and those that have failed', ['state']);
  const age = gauge('outbox_oldest_seconds', 'How long the oldest waiting job has been due');
  const stuck = gauge('papers_stuck', 'Cases whose paper could not be made');
  const live = gauge('live_connections', 'Screens that hear of changes');
  const leaving = gauge('leaving', '1 while the process is stopping');

  return {
    contentType: registry.contentType,
    request(endpoint, method, status, seconds) {
      requests.observe({ endpoint, method, status: `${Math.floor(status / 100)}xx` }, seconds);
      if (endpoint === 'login' && status >= 400) refusals.inc({ status: String(status) });
    },
    statement: (statement, seconds) => statements.observe({ statement }, seconds),
    slowStatement: () => slow.inc(),
    act(service, act, result) {
      acts.inc({ service, act, result });
      if (result === 'done' && act.startsWith('paper.')) papers.inc({ result: act.slice('paper.'.length) });
    },
    job: (kind, result, seconds) => jobs.observe({ kind, result }, seconds),
    async page(app) {
      const { size, inUse, waiting } = app.db.pool();
      pool.set({ state: 'size' }, size);
      pool.set({ state: 'in_use' }, inUse);
      pool.set({ state: 'waiting' }, waiting);
      live.set(app.live.screens());
      leaving.set(app.leaving() ? 1 : 0);
      const work = await waitingWork(app);
      // Without an answer the last figures would pass for present ones.
      if (!work) {
        outbox.reset();
        age.remove();
        stuck.remove();
      } else {
        outbox.set({ state: 'waiting' }, work.waiting);
        outbox.set({ state: 'failing' }, work.failing);
        age.set(work.oldestSeconds);
        stuck.set(work.stuck);
      }
      return await registry.metrics();
    },
  };
}
