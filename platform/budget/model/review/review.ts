import { Decimal } from 'decimal.js';
import { projectCodeProblem } from '../codes/project-code.ts';
import type { Disclosure, Indicator, PaymentPlanForm, ProjectForm } from '../model/disclosure.ts';
import { convert } from '../money/figure.ts';

/** A remark on the quality of a goal form: worth a look, never a refusal, because published forms contain every one of them. */
export interface Remark {
  readonly id:
    | 'plan-gap'
    | 'plan-end'
    | 'plan-falls'
    | 'code'
    | 'same-name'
    | 'same-indicator'
    | 'bare-target'
    | 'above-budget'
    | 'no-satisfaction'
    | 'no-target';
  /** Position of the project in the disclosure, from 1. */
  readonly project: number;
  readonly subject: string;
  readonly message: string;
  readonly en: string;
}

/** Looks through every goal form for what a reviewer would ask about. */
export function reviewGoals(model: Disclosure): Remark[] {
  return model.projects.flatMap((form, at) => {
    const remark: Add = (id, subject, message, en) => ({
      id,
      project: at + 1,
      subject: `${form.name ?? `项目${at + 1}`}·${subject}`,
      message,
      en,
    });
    return [
      ...(form.layout === 'payment-plan' ? [...plan(form, remark), ...code(form, remark)] : []),
      ...sameName(model, form, at, remark),
      ...indicators(form, remark),
    ];
  });
}

type Add = (id: Remark['id'], subject: string, message: string, en: string) => Remark;

function plan(form: PaymentPlanForm, remark: Add): Remark[] {
  const printed = form.plan.flatMap((point) =>
    point.percent === null ? [] : [{ month: point.month, percent: new Decimal(point.percent) }],
  );
  const last = form.plan.at(-1)?.percent ?? null;
  const subject = '资金支出计划';
  const remarks: Remark[] = [];
  const started = form.plan.findIndex((point) => point.percent !== null);
  if (form.plan.some((point, at) => at > started && point.percent === null))
    remarks.push(
      remark(
        'plan-gap',
        subject,
        '支出开始以后有月份空白，监控时按前后两点折算。',
        'A month after the first payment is blank.',
      ),
    );
  if (last !== null && !new Decimal(last).eq(100))
    remarks.push(
      remark('plan-end', subject, `年底计划支出${last}%，不到100%。`, 'The plan ends below 100 percent.'),
    );
  if (printed.some((point, at) => point.percent.lt(printed[at - 1]?.percent ?? 0)))
    remarks.push(remark('plan-falls', subject, '累计百分比前高后低。', 'The cumulative percentages fall.'));
  return remarks;
}

function code(form: PaymentPlanForm, remark: Add): Remark[] {
  if (form.code === null) return [];
  const problem = projectCodeProblem(form.code);
  if (problem === null) return [];
  const message = problem === 'shape' ? '项目编码不是21位的通行格式。' : '项目编码的校验字符不符，可能有误。';
  return [remark('code', '项目编码', message, 'The project code does not pass its check.')];
}

function sameName(model: Disclosure, form: ProjectForm, at: number, remark: Add): Remark[] {
  const earlier = model.projects.findIndex((other) => other.name === form.name);
  if (form.name === null || earlier >= at || earlier < 0) return [];
  return [
    remark(
      'same-name',
      '项目名称',
      `与第${earlier + 1}个项目同名，以编码或单位区分。`,
      'Another project has the same name; the code or unit tells them apart.',
    ),
  ];
}

function budgetOf(form: ProjectForm): Decimal | null {
  const figure = form.layout === 'payment-plan' ? form.budget : (form.money[0]?.year ?? null);
  return figure === null ? null : new Decimal(convert({ amount: figure, unit: form.unit }, '万元').amount);
}

function indicators(form: ProjectForm, remark: Add): Remark[] {
  const seen = new Set<string>();
  const remarks: Remark[] = [];
  const budget = budgetOf(form);
  for (const own of form.indicators) {
    const key = `${own.scope}|${own.level2}|${own.name}`;
    const subject = own.name ?? `指标${own.no}`;
    if (seen.has(key))
      remarks.push(
        remark(
          'same-indicator',
          subject,
          '同一项目里有同名指标，以序号区分。',
          'The name occurs twice in this project.',
        ),
      );
    seen.add(key);
    if (own.target === null)
      remarks.push(remark('no-target', subject, '没有指标值。', 'There is no target.'));
    if (own.target?.bare)
      remarks.push(
        remark(
          'bare-target',
          subject,
          `“${own.raw ?? ''}”没有比较符，按${own.target.operator}理解。`,
          'The target prints no operator; ours is an interpretation.',
        ),
      );
    const cost = costOf(own);
    if (budget !== null && cost?.gt(budget))
      remarks.push(
        remark(
          'above-budget',
          subject,
          `成本上限${cost.toFixed()}万元高于项目预算${budget.toFixed()}万元。`,
          'The cost ceiling exceeds the budget.',
        ),
      );
  }
  if (!form.indicators.some((own) => own.level1 === '满意度指标'))
    remarks.push(
      remark(
        'no-satisfaction',
        '绩效指标',
        '没有满意度指标，自评时其分值须另行分配。',
        'There is no satisfaction indicator.',
      ),
    );
  return remarks;
}

function costOf(indicator: Indicator): Decimal | null {
  const { target } = indicator;
  if (
    indicator.level2 !== '成本指标' ||
    target?.operator !== '≤' ||
    target.value === null ||
    !/^万元(?:\/年)?$/.test(target.unit ?? '')
  )
    return null;
  return new Decimal(target.value);
}
