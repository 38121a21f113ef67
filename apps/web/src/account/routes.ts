import { createRoute } from '@tanstack/react-router';
import { lazyPage, signedInRoute } from '@zhitongche/shell/web';

const account = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  staticData: { title: '我的账户' },
  component: lazyPage(() => import('./AccountPage.tsx'), 'AccountPage'),
});

/** Own account. */
export const accountRoutes = [account] as const;
