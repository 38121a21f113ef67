import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskShell } from '../desk/desk-shell-route.ts';

const list = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget',
  staticData: { title: '部门预算' },
  component: lazyRouteComponent(() => import('./BudgetListPage.tsx'), 'BudgetListPage'),
});
const reading = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/read/$id',
  staticData: { title: '读取预算' },
  component: lazyRouteComponent(() => import('./ReadingPage.tsx'), 'ReadingPage'),
});
const disclosure = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/$id',
  staticData: { title: '部门预算' },
  component: lazyRouteComponent(() => import('./DisclosurePage.tsx'), 'DisclosurePage'),
});

/** Department budgets, shown in the desk's shell; what everybody sees is among the public pages. */
export const budgetPages = [list, reading, disclosure] as const;
