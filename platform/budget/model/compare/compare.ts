import { Decimal } from 'decimal.js';
import type { Disclosure } from '../model/disclosure.ts';
import type { ThreePublicItem } from '../reconcile/rules.ts';
import { threePublicRow } from '../reconcile/three-public.ts';
import { DisclosureView } from '../reconcile/view.ts';

/** The figures of one department that can be set beside another's; 万元 as decimal text, null where the document does not print it. */
export interface DepartmentProfile {
  readonly name: string | null;
  readonly year: string | null;
  readonly total: string | null;
  readonly basic: string | null;
  readonly project: string | null;
  readonly personnel: string | null;
  readonly publicUse: string | null;
  readonly threePublic: Record<ThreePublicItem | 'total', string | null>;
  /** People in post, only where the document prints them. */
  readonly staff: string | null;
  /** Basic expenditure per person in post, rounded half up to the cent of a 万元. */
  readonly basicPerHead: string | null;
  readonly projects: {
    readonly count: number;
    readonly average: string | null;
    readonly largest: string | null;
  };
  /** Spending by functional class, as printed, in the order of the table. */
  readonly functions: readonly {
    readonly code: string;
    readonly name: string;
    readonly amount: string | null;
    readonly share: string | null;
  }[];
}

/** Sets departments side by side; nothing is estimated, and money of different years is left for the reader to judge. */
export function profile(model: Disclosure): DepartmentProfile {
  const view = new DisclosureView(model);
  const total = (role: 'expense' | 'basic-economic', key: string): string | null => {
    const table = view.table(role);
    return table?.total === undefined ? null : table.cell(table.total, key).figure;
  };
  const staff =
    /^(\d+)/.exec(
      model.departmentForm?.facts.find((fact) => fact.label === '实际在职人员总数')?.value ?? '',
    )?.[1] ?? null;
  const basic = total('expense', 'basic');
  return {
    name: model.department.name,
    year: model.year,
    total: total('expense', 'total'),
    basic,
    project: total('expense', 'project'),
    personnel: total('basic-economic', 'personnel'),
    publicUse: total('basic-economic', 'public'),
    threePublic: threePublic(view),
    staff,
    basicPerHead: quotient(basic, staff),
    projects: projects(model),
    functions: functions(view),
  };
}

function threePublic(view: DisclosureView): DepartmentProfile['threePublic'] {
  const table = view.table('three-public');
  const item = (name: ThreePublicItem) => {
    const row = table === undefined ? undefined : threePublicRow(table, name);
    return row === undefined || table === undefined ? null : table.cell(row, 'total').figure;
  };
  const all = table?.rows.find((row) => /小计$|^合\s*计$/.test(row.name));
  return {
    total: all === undefined || table === undefined ? null : table.cell(all, 'total').figure,
    abroad: item('abroad'),
    vehicle: item('vehicle'),
    purchase: item('purchase'),
    running: item('running'),
    reception: item('reception'),
  };
}

function projects(model: Disclosure): DepartmentProfile['projects'] {
  const budgets = model.projects.flatMap((form) => {
    const figure = form.layout === 'payment-plan' ? form.budget : (form.money[0]?.year ?? null);
    return figure === null ? [] : [new Decimal(figure).div(form.unit === '元' ? 10000 : 1)];
  });
  if (budgets.length === 0) return { count: model.projects.length, average: null, largest: null };
  return {
    count: model.projects.length,
    average: Decimal.sum(...budgets)
      .div(budgets.length)
      .toDecimalPlaces(2)
      .toFixed(2),
    largest: Decimal.max(...budgets).toFixed(2),
  };
}

function functions(view: DisclosureView): DepartmentProfile['functions'] {
  const table = view.table('expense');
  if (table === undefined) return [];
  const all = table.total === undefined ? null : table.cell(table.total, 'total').figure;
  return table.coded(3).map((row) => {
    const amount = table.cell(row, 'total').figure;
    const share =
      amount === null || all === null || new Decimal(all).isZero()
        ? null
        : new Decimal(amount).div(all).times(100).toFixed(2);
    return { code: row.code ?? '', name: row.name, amount, share };
  });
}

function quotient(amount: string | null, count: string | null): string | null {
  return amount === null || count === null || count === '0'
    ? null
    : new Decimal(amount).div(count).toFixed(2);
}
