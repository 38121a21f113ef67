import { createRoute } from '@tanstack/react-router';
import { lazyPage, signedInRoute } from '@zhitongche/shell/web';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  staticData: { title: '我的账户' },
  component: lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'),
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
export const accountRoutes = [account, checkIn, door] as const;
