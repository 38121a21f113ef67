import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Checked, checkAll } from '../crash/check.ts';
import { drained } from '../crash/drained.ts';
import { inFullSwing } from '../crash/full-swing.ts';
import { newLedger } from '../crash/ledger.ts';
import { makeLoad } from '../crash/load.ts';
import { inspectionWith, pageOf, versionOf } from '../crash/inspect.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { freePort, startNode } from '../nodes/node.ts';
import { PEOPLE, UNITS } from '../nodes/office.ts';
import { roundRobin } from '../nodes/round-robin.ts';
import type { Cluster, Loss } from './cluster.ts';

/** What a run decides. */
export interface FailoverPlan {
  readonly times: number;
  /** Taken in turn. */
  readonly losses: readonly Loss[];
  readonly open: (folder: string) => Promise<Cluster>;
  readonly say: (line: string) => void;
}

/** One lost primary. */
export interface Failover {
  readonly loss: Loss;
  /** Requests that went unanswered or were put off and had to be sent again. */
  readonly repeated: number;
  /** Connections whose last answer never reached the client. */
  readonly unheard: number;
  /** Milliseconds from the loss until every player had an answer again. */
  readonly backMs: number;
  readonly acts: number;
  readonly papers: number;
  readonly lost: number;
  readonly duplicated: number;
}

/** What a whole run found. */
export interface FailoverReport {
  readonly postgres: string;
  readonly rounds: readonly Failover[];
  readonly final: Checked;
  readonly ok: boolean;
}

/**
 * Two nodes serve while their primary is lost and the replica promoted, again and again; after each loss what was
 * acknowledged is compared with what is on record at the new primary. Neither node is ever started again.
 */
export async function runFailovers(plan: FailoverPlan): Promise<FailoverReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-failover-'));
  await chmod(folder, 0o711);
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const cluster = await plan.open(folder);
    closing.push(cluster.close);
    const settings = {
      ZHITONGCHE_DATA: join(folder, 'data'),
      ZHITONGCHE_OFFICE: 'failover',
      ZHITONGCHE_KEY: randomBytes(32).toString('hex'),
      DATABASE_URL: cluster.url,
    };
    const nodes = [];
    // One after the other: the first fills the database.
    for (let count = 0; count < 2; count += 1) {
      const node = await startNode(settings, await freePort());
      nodes.push(node);
      closing.push(() => node.kill('SIGTERM'));
    }
    const proxy = await roundRobin(nodes.map((node) => node.address));
    closing.push(proxy.close);
    const report = await play(plan, cluster, proxy.address, inspectionWith(settings, folder));
    const gone = await Promise.race([...nodes.map((node) => node.gone), pause(0, 'serving')]);
    return { ...report, ok: report.ok && gone === 'serving' };
  } finally {
    for (const close of closing.toReversed()) await close();
  }
}

async function play(
  plan: FailoverPlan,
  cluster: Cluster,
  address: string,
  look: ReturnType<typeof inspectionWith>,
): Promise<FailoverReport> {
  const callers = new Map<string, Caller>();
  for (const [username] of PEOPLE) callers.set(username, await signIn(address, username));
  const page = await look(pageOf);
  const ledger = newLedger();
  const load = makeLoad(UNITS.map((unit) => ({ unit, callers, page, ledger })));
  // Whoever meets a case that is gone stops playing; the comparison then says how much was lost.
  const rest = () => load.rest().catch((error: unknown) => ledger.surprises.push(String(error)));
  const rounds: Failover[] = [];
  let last: Checked | null = null;
  for (let time = 0; time < plan.times; time += 1) {
    const loss = plan.losses[time % plan.losses.length] ?? 'kill';
    const before = ledger.repeated;
    load.go();
    await inFullSwing(ledger, UNITS.length);
    await pause(100 + Math.random() * 1_500);
    const began = performance.now();
    const { unheard } = await cluster.lose(loss);
    await rest();
    const backMs = Math.round(performance.now() - began);
    // The copy is made while people work, as it would be; what they do beyond a second teaches nothing more.
    if (ledger.surprises.length === 0) {
      load.go();
      const healed = cluster.heal();
      await Promise.race([healed, pause(1_000)]);
      await rest();
      await healed;
    }
    last = await look(async (app) => {
      await drained(app);
      return await checkAll(app, ledger);
    });
    const { acts, papers, lost, duplicated } = last;
    const repeated = ledger.repeated - before;
    rounds.push({ loss, repeated, unheard, backMs, acts, papers, lost, duplicated });
    plan.say(
      `${time + 1}/${plan.times} ${loss}: ${acts} acts, ${papers} papers, ${last.numbers} numbers, ${repeated} repeated, ${unheard} answers lost on the way, lost ${lost}, duplicated ${duplicated}, back after ${backMs} ms`,
    );
    if (last.faults.length > 0) break;
  }
  if (!last) throw new RangeError('At least one loss is needed');
  for (const fault of last.faults) plan.say(`FAULT ${fault}`);
  return {
    postgres: await look(versionOf),
    rounds,
    final: last,
    // A run that did nothing proves nothing.
    ok: last.faults.length === 0 && last.acts > 0,
  };
}
