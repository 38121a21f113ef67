import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded, type Target } from '@zhitongche/host';
import { readSteps } from '@zhitongche/core/server';
import { type Checked, checkAll } from '../crash/check.ts';
import { drained } from '../crash/drained.ts';
import { newLedger } from '../crash/ledger.ts';
import { makeLoad } from '../crash/load.ts';
import { inspectionWith, pageOf } from '../crash/inspect.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { freePort, type Node, startNode } from '../nodes/node.ts';
import { PEOPLE, prepareOffice, UNITS } from '../nodes/office.ts';
import { roundRobin } from '../nodes/round-robin.ts';
import { urlOf } from '../nodes/url-of.ts';

/** What a run begins with. */
export interface UpgradePlan {
  /** Last migration the database has when the old nodes start; they do not know of later ones. */
  readonly schema: number;
  /** Sources of the previous version; the present program against the older schema when absent. */
  readonly tree?: string;
  readonly say: (line: string) => void;
}

/** What a run found. */
export interface UpgradeReport {
  /** Newest migration before and after. */
  readonly schema: readonly [number, number];
  /** Requests answered by each old and each new node. */
  readonly answered: { readonly old: readonly number[]; readonly fresh: readonly number[] };
  /** Requests that met a closed door or a 503 and were sent again under their key. */
  readonly repeated: number;
  /** How the old nodes left. */
  readonly exits: readonly (number | null)[];
  readonly final: Checked;
  readonly ok: boolean;
}

/** Units that file: enough for requests to flow all the time, for a node takes its time to start. */
const PLAYERS = 2;
/** Milliseconds the players act between two steps of the upgrade. */
const AWHILE = 1_000;

/**
 * Two old nodes serve; a new one starts and migrates the database under them; then one after the other is taken out of
 * the proxy, stopped, and replaced. Players file and approve trips all the while.
 */
export async function runUpgrade(plan: UpgradePlan): Promise<UpgradeReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-upgrade-'));
  await chmod(folder, 0o711);
  const database = await startEmbedded({ dataDir: join(folder, 'own') });
  const closing: (() => Promise<unknown>)[] = [
    () => rm(folder, { recursive: true, force: true }),
    database.stop,
  ];
  const settings = {
    ZHITONGCHE_DATA: join(folder, 'data'),
    ZHITONGCHE_OFFICE: 'upgrade',
    ZHITONGCHE_KEY: randomBytes(32).toString('hex'),
    DATABASE_URL: urlOf(database),
  };
  const begin = async (old: boolean): Promise<Node> => {
    const more = old && !plan.tree ? { HARNESS_SCHEMA: String(plan.schema) } : {};
    const node = await startNode({ ...settings, ...more }, await freePort(), old ? plan.tree : undefined);
    closing.push(() => node.kill('SIGTERM'));
    return node;
  };
  try {
    const lookBefore = inspectionWith(settings, folder, { schema: plan.schema });
    const page = await lookBefore(async (app) => {
      await prepareOffice(app);
      return await pageOf(app);
    });
    const old = [await begin(true), await begin(true)] as const;
    const proxy = await roundRobin(old.map((node) => node.address));
    closing.push(proxy.close);
    const callers = new Map<string, Caller>();
    for (const [username] of PEOPLE) callers.set(username, await signIn(proxy.address, username));
    const ledger = newLedger();
    const load = makeLoad(UNITS.slice(0, PLAYERS).map((unit) => ({ unit, callers, page, ledger })));
    const newest = (await readSteps()).at(-1)?.number ?? 0;

    load.go();
    await pause(AWHILE);
    const before = await schemaOf(database.target);
    const fresh = [await begin(false)];
    const after = await schemaOf(database.target);
    plan.say(`step ${before} → ${after} while ${old.length} old nodes served`);
    proxy.turnTo([old[0].address, old[1].address, fresh[0]?.address ?? '']);
    await pause(AWHILE);
    // Told beforehand, as an administrator would; the second node leaves while the proxy still sends it people.
    proxy.turnTo([old[1].address, fresh[0]?.address ?? '']);
    const exits = [await old[0].kill('SIGTERM')];
    fresh.push(await begin(false));
    proxy.turnTo([old[1].address, ...fresh.map((node) => node.address)]);
    await pause(AWHILE);
    exits.push(await old[1].kill('SIGTERM'));
    proxy.turnTo(fresh.map((node) => node.address));
    await pause(AWHILE);
    await load.rest();

    const final = await inspectionWith(
      settings,
      folder,
    )(async (app) => {
      await drained(app);
      return await checkAll(app, ledger);
    });
    for (const fault of final.faults) plan.say(`FAULT ${fault}`);
    const answered = (nodes: readonly Node[]): readonly number[] =>
      nodes.map((node) => proxy.counts.get(node.address) ?? 0);
    return {
      schema: [before, after],
      answered: { old: answered(old), fresh: answered(fresh) },
      repeated: ledger.repeated,
      exits,
      final,
      ok:
        final.faults.length === 0 &&
        final.acts > 0 &&
        before === plan.schema &&
        after === newest &&
        exits.every((code) => code === 0),
    };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function schemaOf(owner: Target): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number }>(
      'select coalesce(max(number), 0)::int as number from schema_step',
    );
    return rows[0]?.number ?? 0;
  } finally {
    await client.end();
  }
}
