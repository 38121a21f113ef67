import { createRoute } from '@tanstack/react-router';
import { lazyPage, deskShell } from '@zhitongche/shell/web';
import { readExecutionSearch } from './execution/execution-search.ts';

const list = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget',
  staticData: { title: '部门预算' },
  component: lazyPage(() => import('./BudgetListPage.tsx'), 'BudgetListPage'),
});
const reading = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/read/$id',
  staticData: { title: '读取预算' },
  component: lazyPage(() => import('./ReadingPage.tsx'), 'ReadingPage'),
});
const preparing = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/prepare/$id',
  staticData: { title: '预算编制' },
  component: lazyPage(() => import('./prepare/PreparePage.tsx'), 'PreparePage'),
});
const changes = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/prepare/$id/changes',
  staticData: { title: '各版变化' },
  component: lazyPage(() => import('./prepare/ChangesPage.tsx'), 'ChangesPage'),
});
const execution = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/execution',
  validateSearch: readExecutionSearch,
  staticData: { title: '支出进度' },
  component: lazyPage(() => import('./execution/ExecutionPage.tsx'), 'ExecutionPage'),
});
const disclosure = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/budget/$id',
  staticData: { title: '部门预算' },
  component: lazyPage(() => import('./DisclosurePage.tsx'), 'DisclosurePage'),
});

/** Department budgets, shown in the desk's shell; what everybody sees is among the public pages. */
export const budgetPages = [list, reading, preparing, changes, execution, disclosure] as const;
