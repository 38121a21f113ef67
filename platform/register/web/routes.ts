import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage } from '@zhitongche/shell/web';
import { readKeptSearch } from './kept-search.ts';
import { readPlanSearch } from './plan-search.ts';

/** What is shown at the addresses of a register, in whichever shell. */
export const keptPage = {
  list: { component: lazyPage(() => import('./KeptPage.tsx'), 'KeptPage'), validateSearch: readKeptSearch },
  enter: { component: lazyPage(() => import('./EnterPage.tsx'), 'EnterPage') },
  row: { component: lazyPage(() => import('./RowPage.tsx'), 'RowPage') },
  edit: { component: lazyPage(() => import('./EditPage.tsx'), 'EditPage') },
  all: { component: lazyPage(() => import('./HallRegistersPage.tsx'), 'HallRegistersPage') },
};

const list = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/kept/$register',
  staticData: { title: '台账' },
  ...keptPage.list,
});
const enter = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/kept/$register/new',
  staticData: { title: '登记' },
  ...keptPage.enter,
});
const row = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/kept/$register/$row',
  staticData: { title: '台账' },
  ...keptPage.row,
});
const edit = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/kept/$register/$row/edit',
  staticData: { title: '修改' },
  ...keptPage.edit,
});

const duties = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/duties',
  staticData: { title: '定期要办的事' },
  component: lazyPage(() => import('./DutiesPage.tsx'), 'DutiesPage'),
});

const plan = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/plan/$register',
  validateSearch: readPlanSearch,
  staticData: { title: '计划与执行' },
  component: lazyPage(() => import('./PlanPage.tsx'), 'PlanPage'),
});

/** Registers people keep, shown in the desk's shell. */
export const keptPages = [list, enter, row, edit, duties, plan] as const;
