import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.ts';

const login = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' ? { next: search['next'] } : {},
  component: lazyRouteComponent(() => import('./LoginPage.tsx'), 'LoginPage'),
});
const password = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  component: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
});
const totp = createRoute({
  getParentRoute: () => rootRoute,
  path: '/totp',
  component: lazyRouteComponent(() => import('./TotpPage.tsx'), 'TotpPage'),
});
const verify = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify',
  component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
});
const verifyCode = createRoute({
  getParentRoute: () => rootRoute,
  path: '/verify/$code',
  component: lazyRouteComponent(() => import('./VerifyPage.tsx'), 'VerifyPage'),
});

/** Pages before or without log-in. */
export const publicRoutes = [login, password, totp, verify, verifyCode] as const;
