import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Result } from '@zhitongche/base';
import type { Service } from '@zhitongche/case';
import {
  askedProbes,
  askedQuestionnaires,
  countedMeasures,
  keptDuties,
  keptRegisters,
  shelf,
} from '@zhitongche/catalogue/shelf.ts';
import { actorOf } from '@zhitongche/account/server';
import {
  type App,
  type Config,
  migrate,
  readSteps,
  deriveKeys,
  type KeyRing,
  masterSecrets,
  openMetricsDoor,
  type Meter,
  NO_METER,
  promMeter,
  type Spans,
  makeWatch,
  watchStatements,
} from '@zhitongche/core/server';
import { bootChecks } from './boot-checks.ts';
import { composeApp } from './compose.ts';
import { platformLookups } from './extensions.ts';
import {
  type Db,
  type EmbeddedServer,
  keepEmbedded,
  openDb,
  unfinishedRestore,
  APP_ROLE,
  type Target,
  describe,
  property,
} from '@zhitongche/host';
import { localBlobs, threadReader } from '@zhitongche/file/server';
import { handlers } from './http/handlers.ts';
import { buildHttp } from './http/http.ts';
import { startWorker, type Worker } from './job/worker.ts';
import { openGlyphs, threadPapers } from '@zhitongche/document/server';

/** The program without its door: database, app and the way to stop. Seeding and commands work on this. */
export interface Opened {
  readonly app: App;
  /** The database as its owner. */
  readonly target: Target;
  /** Starts the jobs of this process. */
  work(): Worker;
  /** Tells proxies to send nobody here any more; everything still works. */
  leave(): void;
  stop(): Promise<void>;
}

/** The program as it serves. */
export interface Running extends Opened {
  readonly http: FastifyInstance;
  /** Address the door listens on. */
  readonly address: string;
  /** Port figures for Prometheus are served on; null = they are not. */
  readonly metricsPort: number | null;
}

/** The program refuses to start; the sentences say why and what to do. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
  readonly reasons: readonly string[];

  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

/** What a caller may hand in. */
export interface OpenOptions {
  readonly log: Logger;
  /** Another clock for seeding; the machine's when absent. */
  readonly clock?: () => Date;
  /** Traces, where somebody collects them. */
  readonly spans?: Spans;
  /** Counts and measures, where somebody asks for the figures. */
  readonly meter?: Meter;
  /** Newest migration this program is to know of: tests of upgrades begin with less than all. */
  readonly schema?: number;
  /** Services beside those of the catalogue: a harness brings one of its own. */
  readonly services?: readonly Service[];
  /** What must be there before the door opens. */
  readonly prepare?: (app: App) => Promise<void>;
  /** The restore itself looks into the database before it declares it whole. */
  readonly restoring?: boolean;
}

/** Database up and migrated, keys and services checked, app composed. */
export async function open(config: Config, options: OpenOptions): Promise<Opened> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o711 });
  const keys = deriveKeys(...(await masterSecrets(config)));
  const { log } = options;
  const embedded = config.databaseUrl
    ? null
    : await keepEmbedded(
        { dataDir: config.dataDir },
        {
          lost: (pid) => log.error({ pid }, 'the embedded database is gone; starting it again'),
          back: (pid) => log.warn({ pid }, 'the embedded database is back'),
          failed: (error) => log.error({ error: describe(error) }, 'the embedded database did not start'),
        },
      );
  try {
    return await openOn(config, options, keys, embedded);
  } catch (error) {
    // A database nobody uses must not be left running behind a failed start.
    await embedded?.stop();
    throw error;
  }
}

async function openOn(
  config: Config,
  options: OpenOptions,
  keys: KeyRing,
  embedded: EmbeddedServer | null,
): Promise<Opened> {
  const { log } = options;
  const target: Target = embedded?.target ?? { connectionString: config.databaseUrl ?? '' };
  const half = options.restoring ? null : await unfinishedRestore(target);
  if (half !== null) throw new CannotStart([half]);
  const { applied, ahead } = await migrate(
    target,
    options.schema === undefined
      ? undefined
      : (await readSteps()).filter((step) => step.number <= (options.schema ?? 0)),
  );
  if (applied.length > 0) log.info({ applied }, 'database migrated');
  if (ahead.length > 0) log.warn({ ahead }, 'the database was upgraded by a newer version');
  const watch = makeWatch({
    meter: options.meter ?? NO_METER,
    ...(options.spans ? { spans: options.spans } : {}),
  });
  const db = openDb(target, {
    size: config.poolSize,
    watch: watchStatements(watch, log, config.slowMs),
    role: APP_ROLE,
    broken: (error) => log.warn({ message: error.message }, 'a database connection broke'),
  });
  const registers = await keptRegisters();
  const measures = await countedMeasures();
  const duties = await keptDuties();
  const probes = await askedProbes();
  const questionnaires = await askedQuestionnaires();
  const services = shelf(platformLookups(registers), options.services);
  const glyphs = await openGlyphs(config.fonts);
  const reasons = [...(await bootChecks({ db, keys, services, registers, measures })), ...wordsOf(glyphs)];
  if (reasons.length > 0 || !glyphs.ok) {
    await db.close();
    throw new CannotStart(reasons);
  }
  const papers = threadPapers(config.fonts ?? undefined);
  const reader = threadReader(log);
  let worker: Worker | null = null;
  let leaving = false;
  const { app, listen } = composeApp({
    config,
    db,
    keys,
    services,
    registers,
    measures,
    duties,
    probes,
    questionnaires,
    papers,
    reader,
    glyphs: glyphs.value,
    blobs: await localBlobs(join(config.dataDir, 'files'), keys),
    clock: options.clock ?? (() => new Date()),
    log,
    wake: () => worker?.wake(),
    jobsHealthy: () => worker?.healthy() ?? true,
    leaving: () => leaving,
    watch,
  });
  const unlisten = await listen();
  return {
    app,
    target,
    work() {
      worker ??= startWorker(app);
      return worker;
    },
    leave() {
      leaving = true;
    },
    async stop() {
      leaving = true;
      await worker?.stop();
      await papers.stop();
      await reader.stop();
      await unlisten();
      await close(db, embedded);
      watch.loop.stop();
      await watch.spans.close();
    },
  };
}

/** A paper must not quietly change its face, nor a form accept what no face can draw. */
const wordsOf = (glyphs: Result<unknown>): readonly string[] =>
  glyphs.ok ? [] : glyphs.problems.map(({ message, todo }) => message + (todo ?? ''));

/** Why an address cannot be listened on, and what to do, by the system's code. */
const CLOSED_DOORS: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被其他程序占用，请关闭占用它的程序，或改用别的端口。',
  EADDRNOTAVAIL: '不是本机的地址，请改为本机网卡的地址或 0.0.0.0。',
  EACCES: '不允许当前账户监听，1024 以下的端口需要系统授权，请改用更大的端口。',
  ENOTFOUND: '无法解析，请检查主机名，或直接写 IP 地址。',
};

/** Opens the program, its door and its jobs. */
export async function start(config: Config, options: OpenOptions): Promise<Running> {
  const meter = config.metricsAt ? promMeter() : null;
  const opened = await open(config, { ...options, ...(meter ? { meter } : {}) });
  const { app } = opened;
  const orStop = async (error: unknown): Promise<never> => {
    await opened.stop();
    throw error;
  };
  const orSay =
    (door: string, { host, port }: { readonly host: string; readonly port: number }) =>
    async (error: unknown): Promise<never> => {
      const why = CLOSED_DOORS[String(property(error, 'code'))];
      return await orStop(why ? new CannotStart([`${door} ${host}:${port} ${why}`]) : error);
    };
  await options.prepare?.(app).catch(orStop);
  const http = await buildHttp({ app, handlers, actorOf });
  const address = await http
    .listen({ host: config.host, port: config.port })
    .catch(orSay('服务地址', config));
  const metrics =
    meter && config.metricsAt
      ? await openMetricsDoor(config.metricsAt, meter, app).catch(async (error: unknown) => {
          await http.close();
          return await orSay('指标地址', config.metricsAt ?? config)(error);
        })
      : null;
  if (config.worker) opened.work();
  // After the door is open: fonts are large, and nobody needs them in the first second.
  void app.papers.ready().then(
    (ready) => {
      if (!ready.ok) options.log.error({ problems: ready.problems }, 'papers cannot be made');
    },
    (error: unknown) => {
      if (!app.leaving()) options.log.error({ error: describe(error) }, 'papers cannot be made');
    },
  );
  return {
    ...opened,
    http,
    address,
    metricsPort: metrics?.port ?? null,
    async stop() {
      // First told to nobody new, then closed: a proxy that probes has time to look elsewhere.
      opened.leave();
      if (config.drainSeconds > 0) await pause(config.drainSeconds * 1000);
      await http.close();
      await opened.stop();
      await metrics?.close();
    },
  };
}

async function close(db: Db, embedded: EmbeddedServer | null): Promise<void> {
  await db.close();
  await embedded?.stop();
}
