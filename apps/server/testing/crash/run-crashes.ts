import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Caller, signIn } from '../nodes/caller.ts';
import { PEOPLE, UNITS } from '../nodes/office.ts';
import { type Checked, checkAll } from './check.ts';
import { drained } from './drained.ts';
import { inFullSwing } from './full-swing.ts';
import { newLedger } from './ledger.ts';
import { makeLoad } from './load.ts';
import { pageOf, versionOf } from './inspect.ts';
import { openSite, type Site, type Victim } from './site.ts';

/** What a run decides. */
export interface CrashPlan {
  readonly times: number;
  /** `embedded`: the program starts its own database again; `own`: it is given one by URL, and somebody else starts that again. */
  readonly database: Site['database'];
  readonly say: (line: string) => void;
}

/** One kill. */
export interface Crash {
  readonly victim: Victim;
  /** Requests that went unanswered or were put off and had to be sent again. */
  readonly repeated: number;
  /** Milliseconds from the kill until every player had an answer again. */
  readonly backMs: number;
}

/** What a whole run found. */
export interface CrashReport {
  readonly database: CrashPlan['database'];
  readonly postgres: string;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly repeated: number;
  readonly backMs: { readonly median: number; readonly longest: number };
  readonly final: Checked;
  readonly ok: boolean;
}

const VICTIMS: readonly Victim[] = ['server', 'database', 'both'];

/** Kills again and again under load and compares after every kill what was acknowledged with what is on record; stops at the first fault. */
export async function runCrashes(plan: CrashPlan): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-crash-'));
  await chmod(folder, 0o711);
  const site = await openSite(folder, plan.database);
  try {
    return await play(plan, site);
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(plan: CrashPlan, site: Site): Promise<CrashReport> {
  const callers = new Map<string, Caller>();
  for (const [username] of PEOPLE) callers.set(username, await signIn(site.address, username));
  const page = await site.look(pageOf);
  const ledger = newLedger();
  const load = makeLoad(UNITS.map((unit) => ({ unit, callers, page, ledger })));
  const crashes: Crash[] = [];
  let last: Checked | null = null;
  for (let time = 0; time < plan.times; time += 1) {
    const victim = VICTIMS[time % VICTIMS.length] ?? 'server';
    const before = ledger.repeated;
    load.go();
    await inFullSwing(ledger, UNITS.length);
    await pause(50 + Math.random() * 1_000);
    const killed = performance.now();
    await site.kill(victim);
    await load.rest();
    const backMs = Math.round(performance.now() - killed);
    crashes.push({ victim, repeated: ledger.repeated - before, backMs });
    last = await site.look(async (app) => {
      await drained(app);
      return await checkAll(app, ledger);
    });
    plan.say(
      `${time + 1}/${plan.times} kill -9 ${victim} (${plan.database}): ${last.acts} acts, ${last.papers} papers, ${last.numbers} numbers, ${ledger.repeated - before} repeated, lost ${last.lost}, duplicated ${last.duplicated}, back after ${backMs} ms`,
    );
    if (last.faults.length > 0) break;
  }
  if (!last) throw new RangeError('At least one kill is needed');
  for (const fault of last.faults) plan.say(`FAULT ${fault}`);
  const sorted = crashes.map((crash) => crash.backMs).toSorted((a, b) => a - b);
  const count = (victim: Victim): number => crashes.filter((crash) => crash.victim === victim).length;
  return {
    database: plan.database,
    postgres: await site.look(versionOf),
    kills: { server: count('server'), database: count('database'), both: count('both') },
    repeated: ledger.repeated,
    backMs: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 },
    final: last,
    // A run that did nothing proves nothing.
    ok: last.faults.length === 0 && last.acts > 0,
  };
}
