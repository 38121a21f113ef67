import { dayInShanghai, decimalOf, decimalText, total, ZERO } from '@zhitongche/base';
import { type App, notFound, type OfficeActor } from '@zhitongche/core/server';
import { valueInWords, valueOf } from '@zhitongche/measure';
import { itemOf, plannedOf } from '@zhitongche/register';
import { allRows } from '@zhitongche/register/server';
import { seenMeasures, type SeenMeasure } from './measure-scope.ts';
import { sumsByOrg } from './read-measures.ts';

/** Items of a year looked at at most: more are narrowed in the register itself. */
const MOST = 5_000;

/** A year's plan against what was done, as its reader may see both: the items with the matters that do them, and what was done outside. */
export async function planExecution(
  app: App,
  actor: OfficeActor,
  register: string,
  asked: number | undefined,
) {
  const today = dayInShanghai(app.clock().toISOString());
  const year = asked ?? Number(today.slice(0, 4));
  const plan = app.registers.find(({ code }) => code === register)?.plan;
  const span = { from: `${year}-01-01`, until: `${year}-12-31` };
  // Refuses a register that is not his before anything is told of it.
  const rows = await allRows(app, actor, register, span, MOST);
  if (!plan) throw notFound('register.unknown', '没有这个台账。', 'There is no such register.');
  const seen = await seenMeasures(app, actor);
  const measureOf = (code: string | undefined) => seen.find(({ measure }) => measure.code === code);
  const [rate, outside] = [measureOf(plan.rate), measureOf(plan.outside)];
  return {
    year,
    matter: plan.matter ?? null,
    underWay: plan.underWay,
    ended: plan.ended,
    items: rows.map(({ id, title, org, orgName, stage, answers }) => {
      const item = itemOf({ answers });
      return {
        id,
        title,
        org,
        orgName,
        stage,
        planned: item.planned ?? span.from,
        count: plannedOf(item),
        matters: [...(item.matters ?? [])],
      };
    }),
    outside: outside ? await byOrg(app, actor, outside, span) : [],
    outsideMeasure: outside?.measure.code ?? null,
    rate: rate ? await rateOf(app, actor, rate, span) : null,
  };
}

interface Span {
  readonly from: string;
  readonly until: string;
}

async function byOrg(app: App, actor: OfficeActor, one: SeenMeasure, span: Span) {
  const book = await app.offices.get(actor.office);
  const sums = await sumsByOrg(app, actor, one, span);
  return sums.map(({ org, n }) => ({ org, orgName: book.orgName(org), n: Number(n) }));
}

async function rateOf(app: App, actor: OfficeActor, one: SeenMeasure, span: Span) {
  const sums = await sumsByOrg(app, actor, one, span);
  const n = total(sums.map((sum) => decimalOf(sum.n) ?? ZERO));
  const lines = sums.reduce((all, sum) => all + sum.lines, 0);
  const value = valueOf(one.measure.sort, { n: decimalText(n, n.scale), lines, persons: 0 });
  return { code: one.measure.code, words: valueInWords(one.measure, value) };
}
