import { Decimal } from 'decimal.js';
import { threeBranchTree } from '../model/goal-form.ts';
import type { Disclosure, Indicator, ProjectForm } from '../model/disclosure.ts';
import type { CellRef } from '../reconcile/check.ts';
import { reviewGoals } from '../review/review.ts';

/** Something about a goal form a reviewer would ask about, with the sheet to mend it on. */
export interface TargetRemark {
  readonly subject: string;
  readonly message: string;
  readonly en: string;
  readonly spot: CellRef;
}

/** Columns of the indicator sheet that remarks point at. */
const COLUMN = { level2: 3, name: 4, raw: 6 } as const;
const BUDGET_ROW = 3;

/** Everything worth a look in the goal forms while they are typed: what the review asks, and what a draft must not forget. */
export function targetRemarks(model: Disclosure): readonly TargetRemark[] {
  const review = reviewGoals(model).map(({ id, project, subject, message, en }): TargetRemark => {
    const plan = id.startsWith('plan-');
    const row = (model.projects[project - 1]?.indicators ?? []).findIndex(({ name }) =>
      name === null ? false : subject.endsWith(`·${name}`),
    );
    const sheet = `project:${project}`;
    const spot: CellRef = plan
      ? { sheet: `${sheet}/plan`, row: 0, column: 1 }
      : id === 'code' || id === 'same-name'
        ? { sheet, row: id === 'code' ? 1 : 2, column: 1 }
        : { sheet: `${sheet}/indicators`, row: Math.max(0, row), column: COLUMN.raw };
    return { subject, message, en, spot };
  });
  return [...review, ...model.projects.flatMap(ofProject)];
}

function ofProject(form: ProjectForm, at: number): readonly TargetRemark[] {
  const sheet = `project:${at + 1}`;
  const name = form.name ?? `项目${at + 1}`;
  return [
    ...money(form, name, sheet),
    ...levels(form, name, sheet),
    ...form.indicators.flatMap(kind(name, sheet)),
  ];
}

function money(form: ProjectForm, name: string, sheet: string): readonly TargetRemark[] {
  const [total, parts, spot] =
    form.layout === 'payment-plan'
      ? [form.budget, [form.fiscal, form.other], { sheet, row: BUDGET_ROW, column: 1 }]
      : [
          form.money[0]?.year ?? null,
          form.money.slice(1).map(({ year }) => year),
          { sheet: `${sheet}/money`, row: 0, column: 2 },
        ];
  const figures = parts.flatMap((part) => (part === null || !numeric.test(part) ? [] : [part]));
  if (total === null || !numeric.test(total) || figures.length === 0) return [];
  const sum = Decimal.sum(...figures);
  return sum.eq(total)
    ? []
    : [
        {
          subject: `${name}·预算`,
          message: `预算数${total}，各项资金之和${sum.toFixed()}，相差${sum.minus(total).abs().toFixed()}。`,
          en: 'The sources do not add up to the budget.',
          spot,
        },
      ];
}

/** Every first level must be there; satisfaction is asked by the review already. */
function levels(form: ProjectForm, name: string, sheet: string): readonly TargetRemark[] {
  return threeBranchTree.branches
    .filter(({ level1 }) => level1 !== '满意度指标')
    .flatMap(({ level1 }) =>
      form.indicators.some((own) => own.level1 === level1)
        ? []
        : [
            {
              subject: `${name}·绩效指标`,
              message: `没有${level1}。`,
              en: 'A first level has no indicator.',
              spot: { sheet: `${sheet}/indicators`, row: 0, column: COLUMN.level2 },
            },
          ],
    );
}

const numeric = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** A quantity must be a number, and a number needs its unit. */
const kind =
  (name: string, sheet: string) =>
  ({ level2, target, raw, name: own, no }: Indicator, row: number): readonly TargetRemark[] => {
    const subject = `${name}·${own ?? `指标${no}`}`;
    const spot = { sheet: `${sheet}/indicators`, row, column: COLUMN.raw };
    if (target === null) return [];
    if ((level2 === '数量指标' || level2 === '成本指标') && target.operator === 'qualitative')
      return [
        {
          subject,
          message: `${level2}应为可以衡量的数，“${raw ?? ''}”不是。`,
          en: 'A quantity or cost target must be a number.',
          spot,
        },
      ];
    if (target.operator !== 'qualitative' && target.value !== null && (target.unit ?? '') === '')
      return [{ subject, message: `“${raw ?? ''}”没有写计量单位。`, en: 'The target has no unit.', spot }];
    return [];
  };
