import { unsoundCells, categorySums, type Gap, gapsAgainst, reconcile } from '@zhitongche/budget';
import type { Json } from '@zhitongche/base';
import type { Statement } from '@zhitongche/host';
import type { LookupProvider } from '@zhitongche/core/server';
import type { Model } from '../shapes.ts';

/** Checks named in a sentence before it says how many more there are. */
const NAMED = 5;

const NEWEST: Statement = {
  name: 'budget-draft',
  text: `select v.no, v.digest, v.model, f.state -> 'records' -> 'control' -> -1 -> 'data' as control,
      f.state -> 'records' -> 'approval' -> -1 -> 'data' as approval, d.revision as published
    from case_file f
    left join lateral (select no, digest, model from budget_version b
      where b.office = f.office and b.disclosure = f.id and b.digest is not null order by no desc limit 1) v on true
    left join disclosure d on d.office = f.office and d.id = f.id and d.status = 'published'
    where f.office = $1 and f.id = $2 and f.unit = $3`,
};

interface Newest {
  readonly no: number | null;
  readonly digest: string | null;
  readonly model: Model | null;
  readonly control: Record<string, Json> | null;
  readonly approval: Record<string, Json> | null;
  readonly published: number | null;
}

/** The newest version kept of the budget a case prepares, proved and held against what the finance department set. */
export const budgetDraft: LookupProvider = {
  question: (_args, { office, caseId, unit }) =>
    caseId === null ? null : { statement: NEWEST, values: [office, caseId, unit] },
  answer(rows) {
    const [row] = rows as readonly Newest[];
    return row === undefined ? null : answerOf(row);
  },
};

function answerOf(row: Newest): Json {
  const { model } = row;
  const unsound = model === null ? 0 : unsoundCells(model).length;
  const sums = model === null || unsound > 0 ? [] : categorySums(model);
  const wrong =
    model === null || unsound > 0
      ? []
      : reconcile(model).checks.filter(({ verdict }) => verdict === 'does-not-hold');
  const limits = gapsAgainst(sums, figures(row.control));
  const described = (gaps: readonly Gap[]): Json =>
    gaps.map(({ key, label, limit, now, by, cells }) => ({
      key,
      label,
      limit,
      now,
      by,
      cells: cells.map(({ where }) => where),
    }));
  return {
    version: row.no,
    digest: row.digest,
    published: row.published,
    totals: Object.fromEntries(sums.map(({ key, value }) => [key, value])),
    unsound,
    unequal: wrong.length,
    unequalAt: wrong
      .slice(0, NAMED)
      .map(({ rule, title, difference }) => `${rule} ${title}（差${difference ?? ''}）`),
    over: described(limits.filter(({ side }) => side === 'over')),
    under: described(limits.filter(({ side }) => side === 'under')),
    off: described(gapsAgainst(sums, figures(row.approval))),
  };
}

const figures = (data: Record<string, Json> | null): Record<string, string> =>
  Object.fromEntries(
    Object.entries(data ?? {}).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
