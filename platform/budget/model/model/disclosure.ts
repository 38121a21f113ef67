import type { LayoutId } from '../layout/definition.ts';
import type { Figure, MoneyUnit } from '../money/figure.ts';
import type { Target } from './target.ts';

/** A published department budget: tables, goals and narrative, free of where each was printed. */
export interface Disclosure {
  readonly layout: LayoutId;
  readonly department: { readonly code: string | null; readonly name: string | null };
  /** Four-digit budget year, null when the document does not say. */
  readonly year: string | null;
  readonly tables: readonly BudgetTable[];
  readonly projects: readonly ProjectForm[];
  readonly departmentForm: DepartmentForm | null;
  readonly narrative: readonly Section[];
}

/** One table; each row holds one cell per column of its definition, null for a blank. A table without rows was printed empty. */
export interface BudgetTable {
  readonly id: string;
  readonly title: string;
  readonly unit: MoneyUnit | null;
  /** ISO day a stock-taking table speaks of; absent elsewhere. */
  readonly asOf?: string;
  readonly note: string | null;
  readonly rows: readonly (readonly Figure[])[];
}

/** A goal form of a project in one of the published layouts. */
export type ProjectForm = PaymentPlanForm | TermAndYearForm;

/** Hebei's form (also used by its cities): project, cumulative payment plan, goals, indicators with basis. */
export interface PaymentPlanForm {
  readonly layout: 'payment-plan';
  readonly no: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly unit: MoneyUnit;
  readonly budget: Figure;
  readonly fiscal: Figure;
  readonly other: Figure;
  readonly purpose: string | null;
  readonly plan: readonly PlanPoint[];
  readonly goals: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** A point of the payment plan: cumulative percentage by the end of a month, null when the cell is blank. */
export interface PlanPoint {
  readonly month: number;
  readonly percent: Figure;
}

/** Shanxi's form: money of the whole term and of the year in yuan, reasons, goals and indicators side by side. */
export interface TermAndYearForm {
  readonly layout: 'term-and-year';
  readonly name: string | null;
  readonly authority: string | null;
  readonly unitName: string | null;
  readonly nature: string | null;
  readonly period: string | null;
  readonly unit: MoneyUnit;
  readonly money: readonly TermMoney[];
  /** Overview, basis, necessity, safeguards and plan, in the order of `termTexts`. */
  readonly texts: readonly (string | null)[];
  readonly termGoal: string | null;
  readonly yearGoal: string | null;
  readonly indicators: readonly Indicator[];
  readonly filledAt: string | null;
}

/** One money line of the Shanxi form: for the whole term and for the year. */
export interface TermMoney {
  readonly source: string;
  readonly term: Figure;
  readonly year: Figure;
}

/** Whether a target binds the budget year or the whole term of the project. */
export type IndicatorScope = '年度' | '实施期';

/** One performance indicator; its key is the form and the running number, because names repeat within one project. */
export interface Indicator {
  readonly no: number;
  readonly scope: IndicatorScope;
  readonly level1: string | null;
  /** The first-level label as printed in this row; blank under a merged label. */
  readonly level1Printed: string | null;
  readonly level2: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** The target as printed. */
  readonly raw: string | null;
  readonly target: Target | null;
  readonly basis: string | null;
}

/** The department's own goal form of Shanxi (部门整体支出绩效目标申报表). */
export interface DepartmentForm {
  readonly name: string | null;
  readonly facts: readonly { readonly label: string; readonly value: string | null }[];
  readonly duties: string | null;
  readonly strategy: string | null;
  readonly money: readonly {
    readonly source: string;
    readonly amount: Figure;
    readonly side: 'source' | 'use';
  }[];
  readonly tasks: readonly { readonly duty: string; readonly task: string }[];
  readonly goal: string | null;
  readonly indicators: readonly Indicator[];
}

/** A headed stretch of the narrative; text before the first heading has no number and no title. */
export interface Section {
  readonly no: string | null;
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}
