import { createRoute } from '@tanstack/react-router';
import { atVisit } from '@zhitongche/contract/web';
import { lazyPage, signedInRoute } from '@zhitongche/shell/web';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  staticData: { title: '我的账户' },
  component: atVisit
    ? lazyPage(() => import('@zhitongche/visitor/web/VisitAccountPage.tsx'), 'VisitAccountPage')
    : lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'),
});

const take = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/take/$secret',
  staticData: { title: '接受邀请或委托' },
  component: lazyPage(() => import('@zhitongche/visitor/web/TakePage.tsx'), 'TakePage'),
});

const checkIn = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/check-in',
  staticData: { title: '签到' },
  component: lazyPage(() => import('@zhitongche/register/web/CheckInPage.tsx'), 'CheckInPage'),
});
const door = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/door/$register/$row',
  staticData: { title: '签到码' },
  component: lazyPage(() => import('@zhitongche/register/web/DoorPage.tsx'), 'DoorPage'),
});

/** Own account, checking in, and the screen of a room. */
export const accountRoutes = [account, take, checkIn, door] as const;
