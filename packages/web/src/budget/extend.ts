import { PIN, PREPARATION } from '@zhitongche/budget/prepare/service.ts';
import { extendCases } from '../desk/case/case-extensions.ts';
import { addDeskWay } from '../desk/shell/desk-ways.ts';
import { lazily } from '../ui/again.ts';
import { readsBudgets } from './budget-roles.ts';

/** Adds budgets to the desk; a case of preparation shows what it prepares, and what pins a version is filled in by the page that keeps the versions. */
export const extendWithBudgets = (): void => {
  addDeskWay({
    to: '/desk/budget',
    label: '部门预算',
    icon: 'file',
    note: '读入、核对、公开',
    shown: readsBudgets,
  });
  extendCases(PREPARATION, {
    Panel: lazily(() => import('./prepare/BudgetGist.tsx').then((m) => m.BudgetGist)),
    actPage: (form, id) => (Object.hasOwn(form, PIN) ? `/desk/budget/prepare/${id}` : null),
  });
};
