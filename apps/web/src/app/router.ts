import { createRouter } from '@tanstack/react-router';
import { base } from '@zhitongche/contract/web';
import { adminRoutes } from '@zhitongche/administration/web';
import { deskRoutes } from '../desk/routes.ts';
import { hallRoutes } from '../hall/routes.ts';
import { publicRoutes } from '../public/routes.ts';
import { accountRoutes } from '../account/routes.ts';
import { homeRoute, rootRoute, signedInRoute, Waiting, ErrorPage, NotFound } from '@zhitongche/shell/web';

const tree = rootRoute.addChildren([
  ...publicRoutes,
  signedInRoute.addChildren([homeRoute, ...hallRoutes, ...deskRoutes, ...adminRoutes, ...accountRoutes]),
]);

/** Every page of the product by address; pages load their own code. */
export const router = createRouter({
  routeTree: tree,
  basepath: base,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** Chinese page title, shown in the tab. */
    title?: string;
  }
}
