import { createRoute } from '@tanstack/react-router';
import { lazyPage, deskShell } from '@zhitongche/shell/web';
import { budgetPages } from '@zhitongche/budget/web';
import { insightPages } from '@zhitongche/insight/web';
import { indicatorPages } from '@zhitongche/indicator/web';
import { measurePages } from '@zhitongche/measure/web';
import { moneyPages } from '@zhitongche/money/web';
import { keptPages } from '@zhitongche/register/web';
import { surveyPages } from '@zhitongche/survey/web';
import { readInboxSearch } from '@zhitongche/case/web';

/** A page with the code of this screen, so that none of it is waited for in sight; where that fails the page says so itself. */
const whole = async <P extends { readonly ahead: () => Promise<unknown> }>(page: P): Promise<P> => {
  await page.ahead().catch(() => undefined);
  return page;
};

const inbox = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk',
  validateSearch: readInboxSearch,
  staticData: { title: '收件箱' },
  component: lazyPage(() => import('@zhitongche/case/web/inbox/InboxPage.tsx').then(whole), 'InboxPage'),
});
const caseFile = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/cases/$case',
  staticData: { title: '办件' },
  component: lazyPage(() => import('@zhitongche/case/web/desk/CasePage.tsx').then(whole), 'CasePage'),
});
const notices = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/notices',
  staticData: { title: '消息' },
  component: lazyPage(() => import('@zhitongche/case/web/notices/DeskNotices.tsx'), 'DeskNotices'),
});
const stuck = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/stuck',
  staticData: { title: '待出证' },
  component: lazyPage(() => import('./StuckPage.tsx'), 'StuckPage'),
});
const absence = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/absence',
  staticData: { title: '外出委托' },
  component: lazyPage(() => import('./AbsencePage.tsx'), 'AbsencePage'),
});
const outbox = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/outbox',
  staticData: { title: '待发送' },
  component: lazyPage(() => import('./OutboxPage.tsx'), 'OutboxPage'),
});
const counter = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/counter',
  staticData: { title: '公众窗口' },
  component: lazyPage(() => import('@zhitongche/visitor/web/CounterPage.tsx'), 'CounterPage'),
});
const queue = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/queue',
  validateSearch: ({ place }: Readonly<Record<string, unknown>>): { readonly place?: string } =>
    typeof place === 'string' ? { place } : {},
  staticData: { title: '窗口叫号' },
  component: lazyPage(() => import('@zhitongche/appointment/web/QueuePage.tsx'), 'QueuePage'),
});
const more = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/more',
  staticData: { title: '更多' },
  component: lazyPage(() => import('./MorePage.tsx'), 'MorePage'),
});

/** Pages of the desk (审批端), and the office's figures in the same shell. */
export const deskRoutes = [
  deskShell.addChildren([
    inbox,
    caseFile,
    notices,
    stuck,
    absence,
    outbox,
    counter,
    queue,
    more,
    ...insightPages,
    ...measurePages,
    ...moneyPages,
    ...surveyPages,
    ...budgetPages,
    ...indicatorPages,
    ...keptPages,
  ]),
] as const;
