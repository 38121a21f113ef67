import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyStates } from '../../../../platform/proof/server/verify-states.ts';
import { type Asking, ask, take, text } from '../crash/ask.ts';
import { drained } from '../crash/drained.ts';
import { openSite, type Site, type Victim } from '../crash/site.ts';
import { type Caller, signIn } from '../nodes/caller.ts';
import { UNITS } from '../nodes/office.ts';
import { type Agreed, agreeing } from './agree.ts';

/** What a run decides. */
export interface LinkPlan {
  readonly kills: number;
  /** Milliseconds from one kill to the next, at least and at most. */
  readonly every: readonly [number, number];
  readonly say: (line: string) => void;
}

/** What a run found. */
export interface LinkReport {
  readonly kills: number;
  readonly repeated: number;
  readonly final: Agreed & {
    /** Acknowledged bundles and signed parts that are not on record as acknowledged. */
    readonly lost: number;
  };
}

/** What the clerks were told. */
interface Told {
  readonly filed: Set<string>;
  readonly signed: Set<string>;
}

const VICTIMS: readonly Victim[] = ['server', 'database', 'both'];

/** Clerks file bundles and leaders sign their parts while what serves them is killed; parent and child are compared after every restart. */
export async function runLinks(plan: LinkPlan): Promise<LinkReport> {
  const folder = await mkdtemp(join(tmpdir(), 'zhitongche-links-'));
  await chmod(folder, 0o711);
  const site = await openSite(folder, 'own');
  try {
    return await play(plan, site);
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(plan: LinkPlan, site: Site): Promise<LinkReport> {
  const callers = new Map<string, Caller>();
  for (const unit of UNITS)
    for (const post of ['filer', 'signer'])
      callers.set(`${unit}-${post}`, await signIn(site.address, `${unit}-${post}`));
  const cast: Asking = { callers, ledger: { repeated: 0, surprises: [] }, patience: 600_000 };
  const told: Told = { filed: new Set(), signed: new Set() };
  let tired = false;
  let stuck = false;
  const work = Promise.all(UNITS.map((unit) => files(cast, unit, told, () => tired)));
  work.catch(() => {
    stuck = true;
  });
  const faults: string[] = [];
  for (let time = 0; time < plan.kills && faults.length === 0 && !stuck; time += 1) {
    // Never before somebody signed something since: a kill of what does nothing proves nothing.
    for (const enough = told.signed.size + 4; !stuck && told.signed.size < enough; ) await pause(20);
    await pause(plan.every[0] + Math.random() * (plan.every[1] - plan.every[0]));
    const victim = VICTIMS[time % VICTIMS.length] ?? 'server';
    await site.kill(victim);
    const now = await looked(site);
    faults.push(...now.faults);
    plan.say(`${time + 1} kill -9 ${victim}: ${now.bundles} bundles, ${now.over} over, ${now.parts} parts`);
  }
  tired = true;
  await work;
  const final = await site.look(async (app) => {
    await drained(app);
    const { broken } = await verifyStates(app, app.config.office);
    const known = await app.db.query<{ id: string; status: string }>('select id, status from case_file');
    const status = new Map(known.map((one) => [one.id, one.status]));
    const lost =
      [...told.filed].filter((id) => (status.get(id) ?? 'draft') === 'draft').length +
      [...told.signed].filter((id) => status.get(id) !== 'completed').length;
    const now = await looked(site);
    return { ...now, lost, faults: [...faults, ...now.faults, ...broken, ...cast.ledger.surprises] };
  });
  return { kills: plan.kills, repeated: cast.ledger.repeated, final };
}

const looked = async (site: Site): Promise<Agreed> => {
  const target = site.target();
  if (!target) throw new Error('The links need a database that is looked into from outside');
  return await agreeing(target);
};

/** Files bundles of two parts each, and has every part signed. */
async function files(cast: Asking, unit: string, told: Told, tired: () => boolean): Promise<void> {
  while (!tired()) {
    const created = await ask(cast, `${unit}-filer`, 'createCase', { body: { service: 'bundle' } });
    const id = text(created.json, 'id');
    const answers = { subject: '一件事', copies: 1, second: true };
    await take(cast, `${unit}-filer`, id, { act: 'submit', answers });
    told.filed.add(id);
    const { json } = await ask(cast, `${unit}-filer`, 'case', { params: { case: id } });
    for (const part of partsOf(json)) {
      await take(cast, `${unit}-signer`, part, { act: 'agree' });
      told.signed.add(part);
    }
  }
}

/** Cases at the other ends of what a case is linked to. */
function partsOf(view: unknown): readonly string[] {
  if (typeof view !== 'object' || view === null || !('links' in view) || !Array.isArray(view.links))
    return [];
  return view.links.map((link: unknown) =>
    typeof link === 'object' && link !== null && 'row' in link ? text(link.row, 'id') : '',
  );
}
