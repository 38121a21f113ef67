import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findBinaries } from './embedded-binaries.ts';
import { type Account, own, serverAccount, shortSocketDir, standingPlace } from './embedded-place.ts';
import { type Target, withDatabase } from './target.ts';

/** A PostgreSQL server of our own, over a Unix socket in a directory nobody else may enter. */
export interface EmbeddedServer {
  /** Owner connection to the product's database. */
  readonly target: Target;
  /** True when a server left running by an earlier process was taken over. */
  readonly adopted: boolean;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Stops the server unless another process of ours still works on it. Call it after the own pool is closed. */
  stop(): Promise<void>;
}

/** Settings a caller may change; the defaults suit one machine. */
export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const OWNER = 'zhitongche';
const PORT = 5432;

/** How long a server that was killed may hold on to its lock and its memory, in milliseconds. */
const LETTING_GO = 20_000;
/** What PostgreSQL says while it does, and when another process of ours was faster. */
const HELD = /lock file "postmaster\.pid" already exists|pre-existing shared memory block/;

/** Starts (or adopts) the server under `dataDir/postgres`, creating cluster and database when they are missing. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  for (const until = Date.now() + LETTING_GO; ; await pause(250))
    try {
      return await startOnce(options);
    } catch (error) {
      if (Date.now() > until || !(error instanceof NotStarted) || !HELD.test(error.said)) throw error;
    }
}

/** The server ended before it answered; `said` is everything in its log since it was started. */
class NotStarted extends Error {
  override readonly name = 'NotStarted';
  readonly said: string;

  constructor(why: string, log: string, said: string) {
    super(`数据库未能启动（${why}），日志在 ${log}：\n${said.split('\n').slice(-12).join('\n')}`);
    this.said = said;
  }
}

async function startOnce(options: EmbeddedOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32')
    throw new Error('Windows 上请先安装 PostgreSQL 15 及以上版本，并以 DATABASE_URL 指明连接地址。');
  const account = await serverAccount();
  const place = await standingPlace(options.dataDir, account);
  const cluster = join(place, 'postgres');
  const socket = shortSocketDir(place);
  const admin: Target = { host: socket, port: PORT, user: OWNER, database: 'postgres' };
  const target = withDatabase(admin, 'zhitongche');

  const running = await livePostmaster(cluster);
  if (running !== null && (await answers(admin))) {
    await ensureDatabase(admin);
    return { target, adopted: true, pid: running, stop: () => stopWhenUnused(running, admin) };
  }

  const binaries = await findBinaries(place, account);
  await own(cluster, account);
  await own(socket, account);
  if (!(await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')))
    await initialise(binaries.initdb, cluster, account);
  const log = join(cluster, 'server.log');
  const before = (await stat(log).catch(() => null))?.size ?? 0;
  const child = launch(binaries.postgres, cluster, socket, log, account, options.settings ?? {});
  await ready(child, admin, log, before);
  await ensureDatabase(admin);
  const pid = child.pid ?? 0;
  return { target, adopted: false, pid, stop: () => stopWhenUnused(pid, admin) };
}

async function initialise(initdb: string, cluster: string, account: Account): Promise<void> {
  const flags = [
    '-D',
    cluster,
    '-U',
    OWNER,
    '-E',
    'UTF8',
    '--auth-local=trust',
    '--auth-host=reject',
    '--data-checksums',
    // C.UTF-8 and not C: under C pg_trgm and lower() would ignore everything beyond ASCII.
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  const child = spawn(initdb, flags, { ...account, cwd: cluster, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    await rm(cluster, { recursive: true, force: true });
    throw new Error(`数据库初始化失败（initdb 退出码 ${code}）：${said.trim()}`);
  }
}

function launch(
  postgres: string,
  cluster: string,
  socket: string,
  log: string,
  account: Account,
  more: Readonly<Record<string, string>>,
): ChildProcess {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    port: String(PORT),
    max_connections: '100',
    shared_buffers: '256MB',
    ...more,
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const out = openSync(log, 'a', 0o600);
  // Detached: Ctrl-C reaches the whole process group, and the database must outlive the drain of its clients.
  const child = spawn(postgres, ['-D', cluster, ...flags], {
    ...account,
    cwd: cluster,
    detached: true,
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  child.unref();
  return child;
}

async function ready(child: ChildProcess, admin: Target, log: string, before: number): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  child.once('exit', (code) => {
    failed = new Error(`退出码 ${code}`);
  });
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (await answers(admin)) return;
    if (failed) break;
    await pause(50);
  }
  // All of it: what is left of a server that was killed writes its long farewells into the same log.
  const said = (await readFile(log).catch(() => Buffer.of())).subarray(before).toString('utf8');
  throw new NotStarted(failed?.message ?? '60 秒内没有应答', log, said);
}

async function answers(target: Target): Promise<boolean> {
  const client = new pg.Client({ ...target, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(admin: Target): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'zhitongche'");
    if (found.rows.length === 0) await client.query('create database zhitongche');
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === '42P04')) throw error;
  } finally {
    await client.end();
  }
}

async function livePostmaster(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid = '', directory = ''] = text.split('\n');
  if (!/^\d+$/.test(pid) || dirname(join(directory, 'x')) !== cluster) return null;
  return alive(Number(pid)) ? Number(pid) : null;
}

/** How long connections that were just closed may take to disappear from the server's list, in milliseconds. */
const FAREWELL = 1_000;

async function stopWhenUnused(pid: number, admin: Target): Promise<void> {
  if (await usedByOthers(admin)) return;
  // SIGINT is PostgreSQL's fast shutdown: clients are cut, everything committed is on disk.
  if (alive(pid)) process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 30_000 && alive(pid); waited += 50) await pause(50);
}

/** Whether somebody else is connected; a server that does not answer is no use to anybody. */
async function usedByOthers(admin: Target): Promise<boolean> {
  const client = new pg.Client(admin);
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (const until = Date.now() + FAREWELL; ; await pause(50)) {
      const others = await client.query(
        "select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1",
      );
      if (others.rows.length === 0) return false;
      if (Date.now() > until) return true;
    }
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether a process runs. */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
