import { createRoute } from '@tanstack/react-router';
import { lazyPage, signedInRoute } from '@zhitongche/shell/web';
import { keptPage } from '@zhitongche/register/web';
import { readCaseListSearch, readEditSearch } from '@zhitongche/case/web';

const hall = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/hall',
  component: lazyPage(() => import('./HallShell.tsx'), 'HallShell'),
});
const catalogue = createRoute({
  getParentRoute: () => hall,
  path: '/',
  staticData: { title: '办事' },
  component: lazyPage(() => import('./HomePage.tsx'), 'HomePage'),
});
const guide = createRoute({
  getParentRoute: () => hall,
  path: '/services/$service',
  staticData: { title: '事项指南' },
  component: lazyPage(() => import('./GuidePage.tsx'), 'GuidePage'),
});
const cases = createRoute({
  getParentRoute: () => hall,
  path: '/cases',
  validateSearch: readCaseListSearch,
  staticData: { title: '我的申报' },
  component: lazyPage(() => import('@zhitongche/case/web/hall/list/CaseListPage.tsx'), 'CaseListPage'),
});
const caseFile = createRoute({
  getParentRoute: () => hall,
  path: '/cases/$case',
  staticData: { title: '申报详情' },
  component: lazyPage(() => import('@zhitongche/case/web/hall/case/CasePage.tsx'), 'CasePage'),
});
const edit = createRoute({
  getParentRoute: () => hall,
  path: '/cases/$case/edit',
  validateSearch: readEditSearch,
  staticData: { title: '填写申报' },
  component: lazyPage(() => import('@zhitongche/case/web/hall/edit/EditPage.tsx'), 'EditPage'),
});
const act = createRoute({
  getParentRoute: () => hall,
  path: '/cases/$case/acts/$act',
  staticData: { title: '办理' },
  component: lazyPage(() => import('@zhitongche/case/web/hall/case/ActPage.tsx'), 'ActPage'),
});
const notices = createRoute({
  getParentRoute: () => hall,
  path: '/notices',
  staticData: { title: '消息' },
  component: lazyPage(() => import('@zhitongche/case/web/notices/HallNotices.tsx'), 'HallNotices'),
});

const registers = createRoute({
  getParentRoute: () => hall,
  path: '/kept',
  staticData: { title: '台账' },
  ...keptPage.all,
});
const rows = createRoute({
  getParentRoute: () => hall,
  path: '/kept/$register',
  staticData: { title: '台账' },
  ...keptPage.list,
});
const enter = createRoute({
  getParentRoute: () => hall,
  path: '/kept/$register/new',
  staticData: { title: '登记' },
  ...keptPage.enter,
});
const row = createRoute({
  getParentRoute: () => hall,
  path: '/kept/$register/$row',
  staticData: { title: '台账' },
  ...keptPage.row,
});
const change = createRoute({
  getParentRoute: () => hall,
  path: '/kept/$register/$row/edit',
  staticData: { title: '修改' },
  ...keptPage.edit,
});

/** Pages of the hall (申报端). */
export const hallRoutes = [
  hall.addChildren([
    catalogue,
    guide,
    cases,
    caseFile,
    edit,
    act,
    notices,
    registers,
    rows,
    enter,
    row,
    change,
  ]),
] as const;
