import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Account, own, serverAccount } from '../../../../packages/host/src/db/embedded-place.ts';
import { freePort } from '../nodes/node.ts';
import type { Cluster, Loss } from './cluster.ts';
import { signalFamily } from './family.ts';
import { etcdFlags, haproxyConfig, type Machine, patroniConfig } from './patroni-config.ts';

const LONGEST = 120_000;

/** Debian's patroni, etcd and haproxy on this machine, as an office would set them up; they must be installed. */
export async function openPatroni(above: string): Promise<Cluster> {
  const account = await serverAccount();
  const folder = join(above, 'patroni');
  await own(folder, account);
  const run = runner(folder, account);
  const [etcd, peer, way] = [await freePort(), await freePort(), await freePort()];
  const machines: readonly [Machine, Machine] = [
    { name: 'a', database: await freePort(), rest: await freePort() },
    { name: 'b', database: await freePort(), rest: await freePort() },
  ];
  const patronis = new Map<Machine, ChildProcess>();
  const begin = (machine: Machine): void => {
    patronis.set(machine, run('patroni', [join(folder, `${machine.name}.yml`)], machine.name));
  };
  const url = `postgres://zhitongche@127.0.0.1:${way}/zhitongche`;
  const admin = url.replace(/zhitongche$/, 'postgres');

  for (const machine of machines)
    await writeFile(
      join(folder, `${machine.name}.yml`),
      patroniConfig(machine, { folder, bin: binaries(), etcd }),
    );
  await writeFile(join(folder, 'haproxy.cfg'), haproxyConfig(way, machines));
  const keeper = run('etcd', etcdFlags(join(folder, 'etcd'), etcd, peer), 'etcd');
  for (const machine of machines) begin(machine);
  const proxy = run('haproxy', ['-db', '-f', join(folder, 'haproxy.cfg')], 'haproxy');

  const leads = (machine: Machine): Promise<boolean> =>
    fetch(`http://127.0.0.1:${machine.rest}/primary`, { signal: AbortSignal.timeout(2_000) }).then(
      (reply) => reply.ok,
      () => false,
    );
  /** What runs on a machine: patroni and the postmaster it started. */
  const families = async (machine: Machine): Promise<readonly number[]> => {
    const lines = await readFile(join(folder, machine.name, 'postmaster.pid'), 'utf8').catch(() => '');
    return [patronis.get(machine)?.pid ?? 0, Number(lines.split('\n')[0])].filter((pid) => pid > 1);
  };
  const synchronous = (): Promise<void> =>
    until(() => ask(admin, "select 1 from pg_stat_replication where sync_state = 'sync'"));
  const ends: Readonly<Record<Loss, (old: Machine, next: Machine) => Promise<void>>> = {
    /** The whole machine is gone; the lease runs out. */
    async kill(old) {
      for (const pid of await families(old)) signalFamily(pid, 'SIGKILL');
    },
    /** The whole machine freezes, and comes back after another one has taken over. */
    async freeze(old, next) {
      for (const pid of await families(old)) signalFamily(pid, 'SIGSTOP');
      await until(() => leads(next));
      for (const pid of await families(old)) signalFamily(pid, 'SIGCONT');
    },
    /** A planned change: patroni stops one and promotes the other. */
    async demote(old, next) {
      await fetch(`http://127.0.0.1:${old.rest}/switchover`, {
        method: 'POST',
        body: JSON.stringify({ leader: old.name, candidate: next.name }),
      });
    },
    cut: () => Promise.reject(new RangeError('HAProxy is not ours to cut')),
  };

  await until(() => ask(admin, 'select 1'));
  await ask(admin, 'create database zhitongche');
  await synchronous();
  return {
    url,
    async lose(how) {
      const [old, next] = (await leads(machines[0])) ? machines : [machines[1], machines[0]];
      await ends[how](old, next);
      await until(() =>
        ask(admin, `select 1 where inet_server_port() = ${next.database} and not pg_is_in_recovery()`),
      );
      if (how === 'kill') patronis.delete(old);
      return { unheard: 0 };
    },
    async heal() {
      for (const machine of machines) if (!patronis.has(machine)) begin(machine);
      await synchronous();
    },
    async close() {
      for (const machine of machines) for (const pid of await families(machine)) signalFamily(pid, 'SIGKILL');
      for (const child of [proxy, keeper]) child.kill('SIGKILL');
    },
  };
}

/** Starts programs under the account of the database, with what they say in a file of their own. */
const runner =
  (folder: string, account: Account) =>
  (program: string, args: readonly string[], name: string): ChildProcess => {
    const log = openSync(join(folder, `${name}.log`), 'a');
    const child = spawn(program, args, { ...account, cwd: folder, stdio: ['ignore', log, log] });
    closeSync(log);
    child.on('error', (error) => {
      throw new Error(
        `${program} is not here: apt-get install patroni etcd-server haproxy (${error.message})`,
      );
    });
    return child;
  };

/** The newest of Debian's PostgreSQL programs. */
function binaries(): string {
  const versions = readdirSync('/usr/lib/postgresql').toSorted((a, b) => Number(b) - Number(a));
  return `/usr/lib/postgresql/${versions[0]}/bin`;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const last = Date.now() + LONGEST; !(await holds()); await pause(200))
    if (Date.now() > last) throw new Error('The cluster never came to rest');
}

/** Whether a statement gives a row, by way of the proxy; a server out of reach gives none. */
async function ask(url: string, sql: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return ((await client.query(sql)).rowCount ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
