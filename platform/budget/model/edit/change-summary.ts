import { Decimal } from 'decimal.js';
import type { Disclosure, ProjectForm } from '../model/disclosure.ts';
import { categorySums } from '../prepare/categories.ts';
import { DisclosureView } from '../reconcile/view.ts';
import { type Change, matchedProjects } from './changes.ts';

/** A figure before and after, in 万元; the difference is null when neither is printed. */
export interface Moved {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly difference: string | null;
}

/** What changed between two versions, summed up: whole figures, functional classes, projects. */
export interface ChangeSummary {
  readonly categories: readonly Moved[];
  readonly classes: readonly Moved[];
  /** Projects that came, went, or whose money moved. */
  readonly projects: readonly (Moved & { readonly how: 'added' | 'removed' | 'changed' })[];
}

/** Sums up what changed; lines that did not move are kept for the whole figures only. */
export function changeSummary(before: Disclosure, after: Disclosure): ChangeSummary {
  const old = categorySums(before);
  return {
    categories: categorySums(after).map(({ label, value }, at) =>
      moved(label, old[at]?.value ?? null, value),
    ),
    classes: classes(before, after),
    projects: projects(before, after),
  };
}

function classes(before: Disclosure, after: Disclosure): readonly Moved[] {
  const of = (model: Disclosure): ReadonlyMap<string, { name: string; amount: string | null }> => {
    const table = new DisclosureView(model).table('expense');
    return new Map(
      (table?.coded(3) ?? []).map((row) => [
        row.code ?? '',
        { name: row.name, amount: number(table?.cell(row, 'total').figure) },
      ]),
    );
  };
  const [was, is] = [of(before), of(after)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .sort()
    .map((code) =>
      moved(
        `${code} ${(is.get(code) ?? was.get(code))?.name ?? ''}`,
        was.get(code)?.amount ?? null,
        is.get(code)?.amount ?? null,
      ),
    )
    .filter(({ difference }) => difference !== null && difference !== '0.00');
}

function projects(before: Disclosure, after: Disclosure): ChangeSummary['projects'] {
  const partner = matchedProjects(before, after);
  const kept = new Set(partner.values());
  const gone = before.projects.flatMap((form, at) =>
    partner.has(at)
      ? []
      : [{ ...moved(form.name ?? `项目${at + 1}`, budgetOf(form), null), how: 'removed' as const }],
  );
  const came = after.projects.flatMap((form, at) =>
    kept.has(at)
      ? []
      : [{ ...moved(form.name ?? `项目${at + 1}`, null, budgetOf(form)), how: 'added' as const }],
  );
  const changed = [...partner].flatMap(([from, to]) => {
    const [was, is] = [before.projects[from], after.projects[to]];
    if (was === undefined || is === undefined) return [];
    const own = moved(is.name ?? `项目${to + 1}`, budgetOf(was), budgetOf(is));
    return own.difference === null || own.difference === '0.00' ? [] : [{ ...own, how: 'changed' as const }];
  });
  return [...came, ...gone, ...changed];
}

function budgetOf(form: ProjectForm): string | null {
  const figure = number(form.layout === 'payment-plan' ? form.budget : form.money[0]?.year);
  return figure === null || form.unit === '万元' ? figure : new Decimal(figure).div(10000).toFixed();
}

const number = (text: string | null | undefined): string | null =>
  typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text) ? text : null;

const moved = (label: string, before: string | null, after: string | null): Moved => ({
  label,
  before,
  after,
  difference:
    before === null && after === null ? null : new Decimal(after ?? 0).minus(before ?? 0).toFixed(2),
});

/** Changes as CSV with a head line, one change a line. */
export function changesCsv(changes: readonly Change[]): string {
  const line = (cells: readonly (string | null)[]): string =>
    cells.map((cell) => `"${guarded(cell ?? '').replaceAll('"', '""')}"`).join(',');
  return [
    line(['表', '行', '栏', '原来', '现在']),
    ...changes.map(({ title, row, column, before, after }) =>
      line([title, row, column ?? '整行', before, after]),
    ),
  ].join('\r\n');
}

/** A spreadsheet would run a cell that begins like a formula; plain numbers stay numbers. */
const guarded = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^-?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
