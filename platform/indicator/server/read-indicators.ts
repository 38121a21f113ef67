import { dayInShanghai } from '@zhitongche/base';
import { findDisclosure, listDisclosures } from '@zhitongche/budget/server';
import type { API, ReplyOf } from '@zhitongche/contract';
import type { App, OfficeActor } from '@zhitongche/core/server';
import {
  countsOf,
  dayWithin,
  indicatorLines,
  type Standing,
  standingOf,
  targetShown,
  takesAsProposed,
} from '@zhitongche/indicator';
import { gatherFacts, targetsIn } from './gather-facts.ts';

type Reply = ReplyOf<(typeof API)['indicators']>;

/** A budget's lines as they stand today, with whose they are. */
export interface ReadIndicators {
  readonly budget: NonNullable<Reply['budget']>;
  readonly standings: readonly Standing[];
}

/** The lines of one budget as its reader may see them answered. */
export async function readIndicators(app: App, actor: OfficeActor, id: string): Promise<ReadIndicators> {
  const row = await findDisclosure(app, actor, id);
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const year = Number(row.year ?? today.slice(0, 4));
  const department = row.department ?? '';
  const own = department !== '' && department === book.orgName(row.org);
  const day = dayWithin(year, today);
  const orgs = book.orgs.flatMap((org) => (book.tree.contains(row.org, org.id) ? [org.id] : []));
  const facts = await gatherFacts(app, actor, { own, department, year, day, today, orgs });
  return {
    budget: {
      id,
      department,
      year,
      revision: row.revision,
      published: row.status === 'published',
      own,
      day,
    },
    standings: indicatorLines(row.model).map((line) => standingOf(line, facts)),
  };
}

/** Indicators of a budget: the one asked for, else the office's own of this year, else the newest there is. */
export async function listIndicators(
  app: App,
  actor: OfficeActor,
  asked: string | undefined,
): Promise<Reply> {
  const all = await listDisclosures(app, actor);
  const book = await app.offices.get(actor.office);
  const year = dayInShanghai(app.clock().toISOString()).slice(0, 4);
  const names = new Set(book.orgs.map(({ id }) => book.orgName(id)));
  const own = all.filter(({ department }) => department !== null && names.has(department));
  const id = asked ?? (own.find((one) => one.year === year) ?? own[0] ?? all[0])?.id;
  const read = id === undefined ? null : await readIndicators(app, actor, id);
  return {
    budgets: all
      .map((one) => ({ id: one.id, department: one.department ?? '未写部门', year: one.year ?? '' }))
      .toSorted((a, b) => (a.year === b.year ? 0 : a.year < b.year ? 1 : -1)),
    budget: read?.budget ?? null,
    counts: countsOf(read?.standings ?? []),
    lines: (read?.standings ?? []).map(shown),
    bindingsIn: targetsIn(app, 'bindings')?.code ?? null,
    judgementsIn: targetsIn(app, 'judgements')?.code ?? null,
  };
}

const shown = (one: Standing): Reply['lines'][number] => {
  const { line, finding, judgement } = one;
  return {
    project: line.project,
    code: line.code,
    name: line.name,
    level2: line.level2,
    description: line.description,
    basis: line.basis,
    targets: line.targets.map((one) => ({
      scope: one.scope,
      raw: one.raw,
      shown: targetShown(line.name, one),
    })),
    state: one.state,
    way: one.way,
    reason: one.reason,
    waits: one.waits,
    finding: finding && { message: finding.message, todo: finding.todo },
    measure: one.measure,
    ceiling: one.ceiling,
    value: one.value,
    whole: one.whole,
    light: one.light,
    forecast: one.forecast,
    takes: takesAsProposed(one),
    binding: one.binding,
    judgement: judgement && {
      id: judgement.id,
      day: judgement.day,
      judge: judgement.judge,
      list: judgement.list,
      verdict: judgement.verdict,
      found: judgement.found,
      lastYear: judgement.lastYear,
      evidence: judgement.evidence,
    },
  };
};
