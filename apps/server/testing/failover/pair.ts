import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { alive } from '../../../../packages/host/src/db/embedded.ts';
import { type EmbeddedServer, startEmbedded, type Target } from '@zhitongche/host';
import { withDatabase } from '../../../../packages/host/src/db/target.ts';
import type { Cluster, Loss } from './cluster.ts';
import { signalFamily } from './family.ts';
import { type Forwarder, openForwarder, type Place, urlThrough } from './forwarder.ts';
import { copyAsReplica, OTHER } from './replica.ts';

const LONGEST = 60_000;
/** Milliseconds a late replica falls behind. */
const BEHIND = 2_000;

/** One of the two servers. */
interface Member {
  readonly name: 'a' | 'b';
  readonly server: EmbeddedServer;
}

/**
 * A primary with a synchronous streaming replica, from the PostgreSQL that came with npm, behind a forwarder. With `late` the
 * primary does not wait for its replica, which falls behind before the loss: what a harness must notice.
 */
export async function openPair(folder: string, late = false): Promise<Cluster> {
  const settings = { shared_buffers: '128MB' };
  const begin = async (name: Member['name']): Promise<Member> => ({
    name,
    server: await startEmbedded({ dataDir: join(folder, name), settings }),
  });
  let primary = await begin('a');
  let replica: Member | null = null;
  /** A former primary that still runs, though nobody is led to it. */
  let former: Member | null = null;
  const forwarder = await openForwarder(placeOf(primary));

  const heal = async (): Promise<void> => {
    if (former) await halt(former);
    former = null;
    const name = primary.name === 'a' ? 'b' : 'a';
    await copyAsReplica(primary.server.target, join(folder, name));
    replica = await begin(name);
    const at = primary.server.target;
    await until(
      at,
      `select 1 from pg_stat_replication where application_name = '${OTHER}' and state = 'streaming'`,
    );
    if (late) return;
    await ask(at, `alter system set synchronous_standby_names = '${OTHER}'`);
    await ask(at, 'select pg_reload_conf()');
    await until(at, "select 1 from pg_stat_replication where sync_state = 'sync'");
  };
  await heal();
  return {
    url: urlThrough(forwarder, primary.server.target.user ?? '', primary.server.target.database ?? ''),
    async lose(how) {
      const next = replica;
      if (!next) throw new Error('There is no replica to take over');
      if (late) {
        // Its line to the primary is cut; one that only slept would still find the newest in its socket.
        await ask(next.server.target, "alter system set primary_conninfo = ''");
        await ask(next.server.target, 'select pg_reload_conf()');
        await pause(BEHIND);
      }
      const unheard = await LOSSES[how](primary, forwarder);
      await ask(next.server.target, 'select pg_promote(true, 60)');
      await until(next.server.target, 'select 1 where not pg_is_in_recovery()');
      if (alive(primary.server.pid)) former = primary;
      primary = next;
      replica = null;
      forwarder.lead(placeOf(primary));
      return { unheard };
    },
    heal,
    async close() {
      await forwarder.close();
      for (const member of [former, replica, primary]) if (member) await halt(member);
    },
  };
}

/** What happens to a primary, up to the moment when nobody can reach it through the forwarder any more. */
const LOSSES: Readonly<Record<Loss, (primary: Member, forwarder: Forwarder) => Promise<number>>> = {
  /** Its postmaster is killed; its children notice by themselves. */
  async kill({ server }, forwarder) {
    process.kill(server.pid, 'SIGKILL');
    forwarder.lead(null);
    forwarder.cut();
    return 0;
  },
  /** Statements and commits still reach it, answers get lost, then its machine is gone. */
  async cut({ server }, forwarder) {
    forwarder.swallow();
    await pause(50 + Math.random() * 150);
    signalFamily(server.pid, 'SIGKILL');
    forwarder.lead(null);
    return forwarder.cut();
  },
  /** Its machine freezes for a while and is then fenced: switched off before anybody else becomes the primary. */
  async freeze({ server }, forwarder) {
    signalFamily(server.pid, 'SIGSTOP');
    await pause(300 + Math.random() * 1_200);
    signalFamily(server.pid, 'SIGKILL');
    forwarder.lead(null);
    forwarder.cut();
    return 0;
  },
  /** It is told to only read and lives on; connections to it stay as they are. */
  async demote({ server }, forwarder) {
    await ask(server.target, 'alter system set default_transaction_read_only = on');
    await ask(server.target, 'select pg_reload_conf()');
    forwarder.lead(null);
    return 0;
  },
};

const placeOf = ({ server }: Member): Place => ({
  path: join(server.target.host ?? '', `.s.PGSQL.${server.target.port}`),
});

/** Kills a server nobody needs any more and waits until it holds nothing. */
async function halt({ server }: Member): Promise<void> {
  signalFamily(server.pid, 'SIGKILL');
  for (let waited = 0; waited < LONGEST && alive(server.pid); waited += 50) await pause(50);
}

async function until(target: Target, sql: string): Promise<void> {
  for (const last = Date.now() + LONGEST; ; await pause(50)) {
    if ((await ask(target, sql)) > 0) return;
    if (Date.now() > last) throw new Error(`It never came to be: ${sql}`);
  }
}

/** One statement on a connection of its own; gives how many rows came back. */
async function ask(target: Target, sql: string): Promise<number> {
  const client = new pg.Client(withDatabase(target, 'postgres'));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}
