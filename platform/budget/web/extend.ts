import { PIN, PREPARATION } from '@zhitongche/budget';
import { extendCases } from '@zhitongche/case/web';
import { addDeskWay } from '@zhitongche/shell/web';
import { lazily } from '@zhitongche/ui';
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
  addDeskWay({
    to: '/desk/execution',
    label: '支出进度',
    icon: 'table',
    note: '额度、计划、三公',
    shown: readsBudgets,
  });
  extendCases(PREPARATION, {
    Panel: lazily(() => import('./prepare/BudgetGist.tsx').then((m) => m.BudgetGist)),
    actPage: (form, id) => (Object.hasOwn(form, PIN) ? `/desk/budget/prepare/${id}` : null),
  });
};
