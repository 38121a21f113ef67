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
import { inFullSwing } from '../crash/full-swing.ts';
import { newLedger } from '../crash/ledger.ts';
import { makeLoad } from '../crash/load.ts';
import { inspectionWith, pageOf } from '../crash/inspect.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { freePort, type Node, startNode } from '../nodes/node.ts';
import { PEOPLE, prepareOffice, UNITS } from '../nodes/office.ts';
import { roundRobin } from '../nodes/round-robin.ts';
import { urlOf } from '../nodes/url-of.ts';
import { changedRows, keepAt, rowsShown } from './register-acts.ts';

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
  /** Rows of registers as old nodes showed them, each found as before afterwards; acts on rows people keep, taken at new nodes beside old ones. */
  readonly registers: { readonly rows: number; readonly acts: number };
  /** How the old nodes left. */
  readonly exits: readonly (number | null)[];
  readonly final: Checked;
  readonly ok: boolean;
}

/** Units that file: enough for requests to flow all the time, for a node takes its time to start. */
const PLAYERS = 2;
/** Whoever the office of an older program does not have. */
const LATER = 'passports';
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
    // The old program fills its own database: this one may no longer know how.
    if (!plan.tree) await inspectionWith(settings, folder, { schema: plan.schema })(prepareOffice);
    const page = await inspectionWith(
      { ...settings, ZHITONGCHE_DATA: join(folder, 'page'), DATABASE_URL: '' },
      folder,
    )(pageOf);
    const old = [await begin(true), await begin(true)] as const;
    const proxy = await roundRobin(old.map((node) => node.address));
    closing.push(proxy.close);
    const callers = new Map<string, Caller>();
    for (const [username] of PEOPLE)
      if (username !== LATER) callers.set(username, await signIn(proxy.address, username));
    const ledger = newLedger();
    const load = makeLoad(UNITS.slice(0, PLAYERS).map((unit) => ({ unit, callers, page, ledger })));
    const newest = (await readSteps()).at(-1)?.number ?? 0;

    load.go();
    await inFullSwing(ledger, PLAYERS);
    await load.rest();
    const handler = callers.get('handler');
    if (!handler) throw new Error('Nobody reads the registers');
    // A row is as it will be once the papers of its trip are made.
    await until(
      async () => (await jobsLeft(database.target)) === 0 && (await rowsShown(handler, 'trips')).size > 0,
    );
    const shown = await rowsShown(handler, 'trips');
    load.go();
    await pause(AWHILE);
    const before = await schemaOf(database.target);
    const fresh = [await begin(false)];
    const after = await schemaOf(database.target);
    plan.say(`step ${before} → ${after} while ${old.length} old nodes served`);
    proxy.turnTo([old[0].address, old[1].address, fresh[0]?.address ?? '']);
    let kept = await keepAt(fresh[0]?.address ?? '', 1);
    await pause(AWHILE);
    // Told beforehand, as an administrator would; the second node leaves while the proxy still sends it people.
    proxy.turnTo([old[1].address, fresh[0]?.address ?? '']);
    const exits = [await old[0].kill('SIGTERM')];
    fresh.push(await begin(false));
    proxy.turnTo([old[1].address, ...fresh.map((node) => node.address)]);
    await pause(AWHILE);
    exits.push(await old[1].kill('SIGTERM'));
    proxy.turnTo(fresh.map((node) => node.address));
    kept += await keepAt(proxy.address, 201);
    await pause(AWHILE);
    await load.rest();
    const changed = changedRows(shown, await rowsShown(handler, 'trips'));

    const checked = await inspectionWith(
      settings,
      folder,
    )(async (app) => {
      await drained(app);
      return await checkAll(app, ledger);
    });
    const final = { ...checked, faults: [...checked.faults, ...changed] };
    for (const fault of final.faults) plan.say(`FAULT ${fault}`);
    const answered = (nodes: readonly Node[]): readonly number[] =>
      nodes.map((node) => proxy.counts.get(node.address) ?? 0);
    return {
      schema: [before, after],
      answered: { old: answered(old), fresh: answered(fresh) },
      repeated: ledger.repeated,
      registers: { rows: shown.size, acts: kept },
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

/** Waits until something is so: what a register shows follows by a job. */
async function until(so: () => Promise<boolean>): Promise<void> {
  for (const last = Date.now() + 120_000; !(await so()); await pause(200))
    if (Date.now() > last) throw new Error('The registers show no trip');
}

const schemaOf = (owner: Target): Promise<number> =>
  numberIn(owner, 'select coalesce(max(number), 0)::int as number from schema_step');

const jobsLeft = (owner: Target): Promise<number> =>
  numberIn(owner, 'select count(*)::int as number from outbox');

async function numberIn(owner: Target, sql: string): Promise<number> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number }>(sql);
    return rows[0]?.number ?? 0;
  } finally {
    await client.end();
  }
}
