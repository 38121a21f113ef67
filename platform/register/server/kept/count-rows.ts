import type { App, OfficeActor } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { mayOpenRegister, type RegisterKind, type RegisterReach } from '@zhitongche/register';
import { notesOf } from './keeper-notes.ts';
import { reachOf, registerIn } from './register-in.ts';
import { RETIRED } from './write-rows.ts';

interface Counted {
  readonly register: string;
  readonly stage: string;
  readonly n: number;
}

/** Every register the actor has to do with, and how many rows of it are seen. */
export async function keptRegisters(app: App, actor: OfficeActor) {
  const book = await app.offices.get(actor.office);
  const mine = app.registers.flatMap((kind) => {
    const reach = reachOf(book, kind, actor);
    return mayOpenRegister(reach) ? [{ kind, reach }] : [];
  });
  const counted = await counts(app, actor, mine);
  return mine.map(({ kind, reach }) => ({
    code: kind.code,
    name: kind.name,
    category: kind.category,
    measure: kind.measure,
    keeps: reach.kept.length > 0 && !kind.byProgram,
    begins: reach.kept.length > 0 ? (kind.begins ?? []).map(({ from, label }) => ({ from, label })) : [],
    count: counted
      .filter(({ register, stage }) => register === kind.code && stage !== RETIRED)
      .reduce((sum, { n }) => sum + n, 0),
  }));
}

/** How many rows the actor sees at each stage; retired ones apart. */
export async function stageCounts(app: App, actor: OfficeActor, register: string) {
  const { kind, reach, book, today } = await registerIn(app, actor, register);
  const counted = await counts(app, actor, [{ kind, reach }]);
  const at = (stage: string) =>
    counted.filter((one) => one.stage === stage).reduce((sum, { n }) => sum + n, 0);
  return {
    stages: Object.entries(kind.stages?.list ?? { '': { label: '' } }).map(([stage, { label }]) => ({
      stage,
      label,
      count: at(stage),
    })),
    retired: at(RETIRED),
    // Whoever keeps it reads what is to be done about it as a whole.
    notes: reach.kept.length > 0 ? [...(await notesOf(app.db.query, book, kind, today))] : [],
  };
}

/** Sums of rows by register and stage, each as far as it is seen. */
async function counts(
  app: App,
  actor: OfficeActor,
  of: readonly { readonly kind: RegisterKind; readonly reach: RegisterReach }[],
): Promise<readonly Counted[]> {
  if (of.length === 0) return [];
  const params = new Params();
  const office = params.add(actor.office);
  const each = of.map(({ kind, reach }) =>
    reach.all
      ? `c.register = ${params.add(kind.code)}`
      : `(c.register = ${params.add(kind.code)} and c.org = any(${params.add(reach.seen)}::uuid[]))`,
  );
  return await app.db.query<Counted>(
    `select c.register, c.stage, sum(c.n)::int as n from kept_count c
     where c.office = ${office} and (${each.join(' or ')}) group by c.register, c.stage`,
    params.values,
  );
}
