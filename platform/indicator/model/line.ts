import {
  departmentGoals,
  type Disclosure,
  type Indicator,
  parseTarget,
  type Target,
} from '@zhitongche/budget';

/** One printed target of a line: of the budget year, or of the whole term of its project. */
export interface PrintedTarget {
  readonly scope: Indicator['scope'];
  readonly raw: string;
  readonly target: Target;
}

/** One line of targets a department published; both columns of a form that prints term and year are one line. */
export interface IndicatorLine {
  /** Name of the project as printed; `（部门整体）` for the department's own. */
  readonly project: string;
  /** Project code; empty where none is printed. */
  readonly code: string;
  readonly level1: string;
  readonly level2: string;
  /** As printed; of lines of one name in a project the second says that it is the second. */
  readonly name: string;
  readonly description: string;
  readonly basis: string;
  readonly targets: readonly PrintedTarget[];
}

/** What stands for the whole department where a project would. */
export const WHOLE_DEPARTMENT = '（部门整体）';

/** Every line of targets of a disclosure, in print order: the department's own first, then project by project. */
export function indicatorLines(model: Disclosure): readonly IndicatorLine[] {
  const worded = departmentGoals(model).flatMap((goal) =>
    linesOf(
      WHOLE_DEPARTMENT,
      '',
      goal.indicators.map(({ no, raw, target }) => ({
        no,
        scope: '年度',
        level1: '部门分项目标',
        level1Printed: null,
        level2: goal.name || null,
        name: raw,
        description: null,
        raw,
        target,
        basis: null,
      })),
      model.year,
    ),
  );
  const form = model.departmentForm?.indicators ?? [];
  return apart([
    ...worded,
    ...linesOf(WHOLE_DEPARTMENT, '', form, model.year),
    ...model.projects.flatMap((project) =>
      linesOf(
        project.name ?? '',
        project.layout === 'payment-plan' ? (project.code ?? '') : '',
        project.indicators,
        model.year,
      ),
    ),
  ]);
}

/** Lines of one form: what the term and the year print under one heading and name is one line, the first with the first. */
function linesOf(
  project: string,
  code: string,
  indicators: readonly Indicator[],
  year: string | null,
): readonly IndicatorLine[] {
  const lines: IndicatorLine[] = [];
  for (const one of indicators) {
    const name = one.name ?? '';
    const level2 = one.level2 ?? '';
    const raw = one.raw ?? '';
    const printed: PrintedTarget = {
      scope: one.scope,
      raw,
      target: one.target ?? parseTarget(raw, { year, ...(level2 ? { level2 } : {}) }),
    };
    const pair = lines.findIndex(
      (line) =>
        line.name === name &&
        line.level2 === level2 &&
        !line.targets.some(({ scope }) => scope === printed.scope),
    );
    const found = lines[pair];
    if (found) lines[pair] = { ...found, targets: [...found.targets, printed] };
    else
      lines.push({
        project,
        code,
        level1: one.level1 ?? '',
        level2,
        name,
        description: one.description ?? '',
        basis: one.basis ?? '',
        targets: [printed],
      });
  }
  return lines;
}

/** Lines of one name in a project told apart: a binding is of one line, never of two by accident. */
function apart(lines: readonly IndicatorLine[]): readonly IndicatorLine[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const key = lineKey(line);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? line : { ...line, name: `${line.name}（第${nth}条）` };
  });
}

/** By what a line of a department and year is known: its project, code and name. */
export const lineKey = ({ project, code, name }: Pick<IndicatorLine, 'project' | 'code' | 'name'>): string =>
  [project, code, name].join('\n');

/** A target as it is shown beside its name: as printed, or what is compared where the name is the whole sentence. */
export const targetShown = (name: string, { raw, target }: PrintedTarget): string =>
  raw === name && target.operator !== 'qualitative' && target.value !== null
    ? `${target.operator}${target.value}${target.unit ?? ''}`
    : raw;

/** The target of the budget year, by which a line is judged; that of the term where it is the only one. */
export const yearTarget = ({ targets }: Pick<IndicatorLine, 'targets'>): PrintedTarget | undefined =>
  targets.find(({ scope }) => scope === '年度') ?? targets[0];
