import { layouts, tableDefinition } from '../layout/layouts.ts';
import type { LayoutId } from '../layout/definition.ts';
import type {
  BudgetTable,
  Disclosure,
  Indicator,
  PaymentPlanForm,
  ProjectForm,
} from '../model/disclosure.ts';
import { planMonths, termSources, termTexts } from '../model/goal-form.ts';

/** What next year's draft takes from the year before: its lines with their figures, or its lines alone. */
export type Figures = 'keep' | 'blank';

/** Whose budget of which year is begun. */
export interface Beginning {
  readonly year: string;
  readonly department: Disclosure['department'];
}

/** Next year's draft on the lines of an earlier budget: same tables, projects and goals; text and targets stay to be worked over. */
export function nextYear(model: Disclosure, { year, department }: Beginning, figures: Figures): Disclosure {
  const begun: Disclosure = { ...model, year, department };
  if (figures === 'keep') return begun;
  return {
    ...begun,
    tables: model.tables.map((table) => blankTable(model.layout, table)),
    projects: model.projects.map(blankProject),
    departmentForm: model.departmentForm && {
      ...model.departmentForm,
      money: model.departmentForm.money.map((line) => ({ ...line, amount: null })),
    },
  };
}

function blankTable(layout: LayoutId, table: BudgetTable): BudgetTable {
  const columns = tableDefinition(layout, table.id)?.columns ?? [];
  const isFigure = columns.map(({ kind }) => kind === 'money' || kind === 'count');
  return { ...table, rows: table.rows.map((row) => row.map((cell, at) => (isFigure[at] ? null : cell))) };
}

function blankProject(form: ProjectForm): ProjectForm {
  return form.layout === 'payment-plan'
    ? {
        ...form,
        budget: null,
        fiscal: null,
        other: null,
        plan: form.plan.map((p) => ({ ...p, percent: null })),
      }
    : { ...form, money: form.money.map((line) => ({ ...line, term: null, year: null })) };
}

/** Rows every office prints alike, so that an empty budget does not begin with empty sheets. */
const SKELETON: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  'income-and-expense': [
    { income_item: '一、一般公共预算拨款收入', expense_item: '一、一般公共服务支出' },
    { income_item: '二、政府性基金预算拨款收入', expense_item: '二、外交支出' },
    { income_item: '三、国有资本经营预算拨款收入', expense_item: '八、社会保障和就业支出' },
    { income_item: '四、财政专户管理资金收入', expense_item: '九、卫生健康支出' },
    { income_item: '五、单位资金收入', expense_item: '十九、住房保障支出' },
    { income_item: '本年收入合计', expense_item: '本年支出合计' },
    { income_item: '上年结转结余', expense_item: '年终结转结余' },
    { income_item: '收入总计', expense_item: '支出总计' },
  ],
  income: [{ code: '合计' }],
  expense: [{ code: '合计' }],
  'general-public': [{ code: '合计' }],
  'basic-economic': [{ code: '合计' }],
  'three-public': [
    { item: '合计' },
    { item: '一、因公出国（境）费' },
    { item: '二、公务用车购置及运行维护费' },
    { item: '其中：公务用车购置费' },
    { item: '公务用车运行维护费' },
    { item: '三、公务接待费' },
  ],
};

/** A budget with the office's tables and nothing in them. */
export function emptyBudget(layout: LayoutId, { year, department }: Beginning): Disclosure {
  return {
    layout,
    year,
    department,
    tables: layouts[layout].tables.map((table): BudgetTable => {
      const rows = SKELETON[table.role] ?? [];
      return {
        id: table.id,
        title: table.title,
        unit: '万元',
        note: null,
        rows: rows.map((row) => table.columns.map(({ key }) => row[key] ?? null)),
      };
    }),
    projects: [],
    departmentForm: null,
    narrative: [],
  };
}

/** A goal form of the layout with nothing filled in. */
export function emptyProject(layout: LayoutId): ProjectForm {
  if (layouts[layout].form === 'payment-plan') {
    const form: PaymentPlanForm = {
      layout: 'payment-plan',
      no: null,
      code: null,
      name: null,
      unit: '万元',
      budget: null,
      fiscal: null,
      other: null,
      purpose: null,
      plan: planMonths.map((month) => ({ month, percent: null })),
      goals: [],
      indicators: [],
    };
    return form;
  }
  return {
    layout: 'term-and-year',
    name: null,
    authority: null,
    unitName: null,
    nature: null,
    period: null,
    unit: '元',
    money: termSources.map((source) => ({ source, term: null, year: null })),
    texts: termTexts.map(() => null),
    termGoal: null,
    yearGoal: null,
    indicators: [],
    filledAt: null,
  };
}

/** The budget with one goal form more. */
export const withProject = (model: Disclosure): Disclosure => ({
  ...model,
  projects: [...model.projects, emptyProject(model.layout)],
});

/** The budget without the goal form at a position. */
export const withoutProject = (model: Disclosure, at: number): Disclosure => ({
  ...model,
  projects: model.projects.filter((_, own) => own !== at),
});

/** The budget with an indicator at the end of a project's list; it is numbered after those of the same scope. */
export function withIndicator(model: Disclosure, project: number, indicator: Indicator): Disclosure {
  const form = model.projects[project];
  if (form === undefined) return model;
  const no = form.indicators.filter(({ scope }) => scope === indicator.scope).length + 1;
  const next = { ...form, indicators: [...form.indicators, { ...indicator, no }] };
  return { ...model, projects: model.projects.map((own, at) => (at === project ? next : own)) };
}
