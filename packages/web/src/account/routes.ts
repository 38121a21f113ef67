import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  staticData: { title: '我的账户' },
  component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
});

/** Own account. */
export const accountRoutes = [account] as const;
