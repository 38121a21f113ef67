import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { dayInShanghai } from '@zhitongche/base';
import { verifyKept } from '@zhitongche/register/server';
import { ask, text } from '../crash/ask.ts';
import { drained } from '../crash/drained.ts';
import { openSite, type Site, type Victim } from '../crash/site.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { UNITS } from '../nodes/office.ts';
import { type Conserved, conserved } from './conserved.ts';
import { drawUntilEmpty, type Hands, spoilAway } from './hands.ts';

/** What a run decides. */
export interface DrawPlan {
  readonly serials: number;
  /** Most pieces of one case. */
  readonly most: number;
  /** Connections that draw at the same time; two more declare pieces void. */
  readonly connections: number;
  /** Milliseconds from one kill to the next, at least and at most; never before somebody drew something since. */
  readonly every: readonly [number, number];
  /** Acknowledged draws between two kills, at least. */
  readonly work: number;
  readonly say: (line: string) => void;
}

/** What a run found. */
export interface DrawReport {
  readonly serials: number;
  readonly connections: number;
  readonly kills: Readonly<Record<Victim, number>>;
  readonly repeated: number;
  readonly final: Conserved & {
    /** Pieces of acknowledged draws that are not on record, and pieces on record that nobody was told of. */
    readonly lost: number;
    readonly unasked: number;
    readonly chains: number;
  };
  readonly seconds: number;
  readonly ok: boolean;
}

/** The server is killed three times, then its database, then both. */
const VICTIMS: readonly Victim[] = ['server', 'server', 'server', 'database', 'both'];

/** Many hands empty a shelf of serials while what serves them is killed again and again; counts after every restart, with nobody waiting. */
export async function runDraws(plan: DrawPlan): Promise<DrawReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-draws-'));
  await chmod(folder, 0o711);
  const site = await openSite(folder, 'own', { ZHITONGCHE_POOL: String(plan.connections) });
  try {
    return await play(plan, site);
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(plan: DrawPlan, site: Site): Promise<DrawReport> {
  const filers = UNITS.map((unit) => `${unit}-filer`);
  const callers = new Map<string, Caller>();
  for (const username of [...filers, 'handler', 'passports', 'head'])
    callers.set(username, await signIn(site.address, username));
  const hands: Hands = {
    callers,
    ledger: { repeated: 0, surprises: [] },
    drawn: { cases: new Map(), spoiled: new Set() },
    tired: false,
    // On a busy machine a start takes longer than a server lives here.
    patience: 600_000,
  };
  await deliver(hands, plan.serials);
  const began = performance.now();
  const work = Promise.all(
    Array.from({ length: plan.connections }, (_, n) =>
      drawUntilEmpty(hands, filers[n % filers.length] ?? '', 'handler', plan.most),
    ),
  );
  const spoiling = Promise.all(['handler', 'passports'].map((keeper) => spoilAway(hands, keeper)));
  let done = false;
  const ended = work.finally(() => {
    done = true;
    hands.tired = true;
  });
  ended.catch(() => undefined);
  const kills = { server: 0, database: 0, both: 0 };
  const faults: string[] = [];
  for (let time = 0; !done && faults.length === 0; time += 1) {
    await pause(between(plan.every));
    for (const enough = hands.drawn.cases.size + plan.work; !done && hands.drawn.cases.size < enough; )
      await pause(20);
    if (done) break;
    const victim = VICTIMS[time % VICTIMS.length] ?? 'server';
    await site.kill(victim);
    kills[victim] += 1;
    const now = await countedNow(site);
    faults.push(...now.faults);
    plan.say(
      `${time + 1} kill -9 ${victim}: ${JSON.stringify(now.stages)} of ${now.received}, ${now.cases} cases, ${now.faults.length} faults`,
    );
  }
  hands.tired = true;
  await ended;
  await spoiling;
  const final = await settle(site, hands);
  for (const fault of [...faults, ...final.faults]) plan.say(`FAULT ${fault}`);
  return {
    serials: plan.serials,
    connections: plan.connections,
    kills,
    repeated: hands.ledger.repeated,
    final: { ...final, faults: [...faults, ...final.faults] },
    seconds: Math.round((performance.now() - began) / 1000),
    ok: faults.length + final.faults.length + final.lost + final.unasked === 0 && final.cases > 0,
  };
}

const between = ([least, most]: readonly [number, number]): number => least + Math.random() * (most - least);

const countedNow = async (site: Site): Promise<Conserved> => {
  const target = site.target();
  if (!target) throw new Error('The draws need a database that is looked into from outside');
  return await conserved(target);
};

/** A delivery, inspected by two: then its serials are on the shelf. */
async function deliver(hands: Hands, serials: number): Promise<void> {
  const entered = await ask(hands, 'handler', 'keptEnter', {
    params: { register: 'sticker-batch' },
    body: {
      command: {
        act: 'enter',
        answers: {
          batch: '试验批',
          supplier: '印务公司',
          arrived: dayInShanghai(new Date().toISOString()),
          prefix: 'SY',
          digits: 6,
          from: 1,
          to: serials,
          place: 'store',
        },
      },
    },
  });
  const params = { register: 'sticker-batch', id: text(entered.json, 'id') };
  const inspected = { act: 'move', move: 'accept', data: { checked: 20, sound: 20 } };
  await ask(hands, 'handler', 'keptAct', { params, body: { revision: 1, command: inspected } });
  await ask(hands, 'passports', 'keptAct', { params, body: { revision: 2, command: { act: 'agree' } } });
}

/** Everything at rest: what the hands were told against what is on record, and every chain. */
async function settle(site: Site, hands: Hands): Promise<DrawReport['final']> {
  return await site.look(async (app) => {
    await drained(app);
    const counted = await countedNow(site);
    const { checked, broken } = await verifyKept(app, app.config.office);
    const rows = await app.db.query<{ case_id: string; n: number }>(
      `select case_id, count(*)::int as n from kept_row where register = 'sticker' and stage = 'used' group by case_id`,
    );
    const found = new Map(rows.map(({ case_id: id, n }) => [id, n]));
    const [spoiled] = await app.db.query<{ n: number }>(
      `select count(*)::int as n from kept_row where register = 'sticker' and stage = 'void' and id = any($1::uuid[])`,
      [[...hands.drawn.spoiled]],
    );
    const told = [...hands.drawn.cases].map(([id, n]) => n - (found.get(id) ?? 0));
    const lost = told.filter((n) => n > 0).reduce((sum, n) => sum + n, 0);
    return {
      ...counted,
      lost: lost + hands.drawn.spoiled.size - (spoiled?.n ?? 0),
      unasked: [...found].reduce(
        (sum, [id, n]) => sum + Math.max(0, n - (hands.drawn.cases.get(id) ?? 0)),
        0,
      ),
      chains: checked,
      faults: [...counted.faults, ...broken, ...hands.ledger.surprises],
    };
  });
}
