import { createRoute } from '@tanstack/react-router';
import { atVisit } from '@zhitongche/contract/web';
import { localCashier } from '@zhitongche/money/web';
import { lazyPage, rootRoute } from '@zhitongche/shell/web';

const nextOf = (search: Record<string, unknown>): { next?: string } =>
  typeof search['next'] === 'string' ? { next: search['next'] } : {};
const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  staticData: { title: '登录' },
  validateSearch: nextOf,
  // Each door has a log-in of its own.
  component: atVisit
    ? lazyPage(() => import('@zhitongche/visitor/web/VisitLoginPage.tsx'), 'VisitLoginPage')
    : lazyPage(() => import('./LoginPage.tsx'), 'LoginPage'),
});
const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  staticData: { title: '注册 Create an account' },
  validateSearch: nextOf,
  component: lazyPage(() => import('@zhitongche/visitor/web/RegisterPage.tsx'), 'RegisterPage'),
});
const forgot = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  staticData: { title: '找回密码 Recover your password' },
  component: lazyPage(() => import('@zhitongche/visitor/web/ForgotPage.tsx'), 'ForgotPage'),
});
const status = createRoute({
  getParentRoute: () => rootRoute,
  path: '/status',
  staticData: { title: '查进度 Progress' },
  component: lazyPage(() => import('@zhitongche/visitor/web/StatusPage.tsx'), 'StatusPage'),
});
const password = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  staticData: { title: '修改密码' },
  component: lazyPage(() => import('./PasswordPage.tsx'), 'PasswordPage'),
});
const totp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/totp',
  staticData: { title: '绑定动态口令' },
  component: lazyPage(() => import('./TotpPage.tsx'), 'TotpPage'),
});
const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  staticData: { title: '证件文书核验 Verify' },
  component: lazyPage(() => import('./VerifyPage.tsx'), 'VerifyPage'),
});
const verifyCode = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify/$code',
  staticData: { title: '证件文书核验 Verify' },
  component: lazyPage(() => import('./VerifyPage.tsx'), 'VerifyPage'),
});
const offline = createRoute({
  getParentRoute: () => rootRoute,
  path: '/q',
  staticData: { title: '离线核验 Verify offline' },
  component: lazyPage(() => import('./offline/OfflinePage.tsx'), 'OfflinePage'),
});
const offlineSeal = createRoute({
  getParentRoute: () => rootRoute,
  path: '/q/$seal',
  staticData: { title: '离线核验 Verify offline' },
  component: lazyPage(() => import('./offline/OfflinePage.tsx'), 'OfflinePage'),
});

const rate = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rate',
  staticData: { title: '评价 Rate' },
  component: lazyPage(() => import('@zhitongche/survey/web/rate/RatePage.tsx'), 'RatePage'),
});
const kiosk = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kiosk',
  staticData: { title: '窗口评价 Rate' },
  component: lazyPage(() => import('@zhitongche/survey/web/kiosk/KioskPage.tsx'), 'KioskPage'),
});
const screen = createRoute({
  getParentRoute: () => rootRoute,
  path: '/screen/$place',
  staticData: { title: '叫号 Now serving' },
  component: lazyPage(() => import('@zhitongche/appointment/web/ScreenPage.tsx'), 'ScreenPage'),
});
const openBudgets = createRoute({
  getParentRoute: () => rootRoute,
  path: '/open/budget',
  staticData: { title: '部门预算公开 Open budgets' },
  component: lazyPage(() => import('@zhitongche/budget/web/open/OpenBudgetsPage.tsx'), 'OpenBudgetsPage'),
});
const openBudget = createRoute({
  getParentRoute: () => rootRoute,
  path: '/open/budget/$id',
  staticData: { title: '部门预算公开 Open budget' },
  component: lazyPage(() => import('@zhitongche/budget/web/open/OpenBudgetPage.tsx'), 'OpenBudgetPage'),
});

const deliveries = createRoute({
  getParentRoute: () => rootRoute,
  path: '/demo/messages',
  staticData: { title: '演示信箱' },
  component: lazyPage(() => import('@zhitongche/channel/web/DeliveriesPage.tsx'), 'DeliveriesPage'),
});

/** Pages before or without log-in. */
export const publicRoutes = [
  login,
  register,
  forgot,
  status,
  password,
  totp,
  verify,
  verifyCode,
  offline,
  offlineSeal,
  rate,
  kiosk,
  screen,
  localCashier,
  openBudgets,
  openBudget,
  deliveries,
] as const;
