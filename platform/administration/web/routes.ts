import { createRoute } from '@tanstack/react-router';
import { lazyPage, signedInRoute } from '@zhitongche/shell/web';
import { readAuditSearch } from './audit/audit-search.ts';

const admin = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/admin',
  component: lazyPage(() => import('./AdminShell.tsx'), 'AdminShell'),
});
const home = createRoute({
  getParentRoute: () => admin,
  path: '/',
  staticData: { title: '管理' },
  component: lazyPage(() => import('./AdminHome.tsx'), 'AdminHome'),
});
const orgs = createRoute({
  getParentRoute: () => admin,
  path: '/orgs',
  staticData: { title: '机构' },
  component: lazyPage(() => import('./orgs/OrgsPage.tsx'), 'OrgsPage'),
});
const people = createRoute({
  getParentRoute: () => admin,
  path: '/people',
  staticData: { title: '账户' },
  component: lazyPage(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
});
const grants = createRoute({
  getParentRoute: () => admin,
  path: '/grants',
  staticData: { title: '待确认授权' },
  component: lazyPage(() => import('./people/GrantsPage.tsx'), 'GrantsPage'),
});
const requests = createRoute({
  getParentRoute: () => admin,
  path: '/requests',
  staticData: { title: '待两人办理' },
  component: lazyPage(() => import('./people/RequestsPage.tsx'), 'RequestsPage'),
});
const retention = createRoute({
  getParentRoute: () => admin,
  path: '/retention',
  staticData: { title: '保存期限' },
  component: lazyPage(() => import('./retention/RetentionPage.tsx'), 'RetentionPage'),
});
const roles = createRoute({
  getParentRoute: () => admin,
  path: '/roles',
  staticData: { title: '角色权限' },
  component: lazyPage(() => import('./roles/RolesPage.tsx'), 'RolesPage'),
});
const seats = createRoute({
  getParentRoute: () => admin,
  path: '/seats',
  staticData: { title: '席位预警' },
  component: lazyPage(() => import('./seats/SeatsPage.tsx'), 'SeatsPage'),
});
const policies = createRoute({
  getParentRoute: () => admin,
  path: '/policies',
  staticData: { title: '政策数值' },
  component: lazyPage(() => import('./policies/PoliciesPage.tsx'), 'PoliciesPage'),
});
const calendar = createRoute({
  getParentRoute: () => admin,
  path: '/calendar',
  staticData: { title: '工作日历' },
  component: lazyPage(() => import('./calendar/CalendarPage.tsx'), 'CalendarPage'),
});
const letterheads = createRoute({
  getParentRoute: () => admin,
  path: '/letterheads',
  staticData: { title: '文头' },
  component: lazyPage(() => import('./LetterheadsPage.tsx'), 'LetterheadsPage'),
});
const tables = createRoute({
  getParentRoute: () => admin,
  path: '/tables',
  staticData: { title: '参考表' },
  component: lazyPage(() => import('./tables/TablesPage.tsx'), 'TablesPage'),
});
const config = createRoute({
  getParentRoute: () => admin,
  path: '/config',
  staticData: { title: '运行检查' },
  component: lazyPage(() => import('./ConfigPage.tsx'), 'ConfigPage'),
});
const messages = createRoute({
  getParentRoute: () => admin,
  path: '/messages',
  staticData: { title: '外发消息' },
  component: lazyPage(() => import('@zhitongche/channel/web/MessagesPage.tsx'), 'MessagesPage'),
});
const webhooks = createRoute({
  getParentRoute: () => admin,
  path: '/webhooks',
  staticData: { title: '推送地址' },
  component: lazyPage(() => import('@zhitongche/channel/web/WebhooksPage.tsx'), 'WebhooksPage'),
});
const audit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  validateSearch: readAuditSearch,
  staticData: { title: '审计日志' },
  component: lazyPage(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
});

/** Pages of the three administrators. */
export const adminRoutes = [
  admin.addChildren([
    home,
    orgs,
    people,
    grants,
    requests,
    retention,
    roles,
    seats,
    policies,
    calendar,
    letterheads,
    tables,
    config,
    messages,
    webhooks,
    audit,
  ]),
] as const;
