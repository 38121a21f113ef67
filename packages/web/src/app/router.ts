import { createRouter } from '@tanstack/react-router';
import { adminRoutes } from '../admin/routes.ts';
import { deskRoutes } from '../desk/routes.ts';
import { hallRoutes } from '../hall/routes.ts';
import { publicRoutes } from '../public/routes.ts';
import { accountRoutes } from '../account/routes.ts';
import { homeRoute } from './home-route.ts';
import { rootRoute } from './root-route.ts';
import { signedInRoute } from './signed-in-route.ts';
import { Waiting } from './Waiting.tsx';
import { Fault } from './Fault.tsx';
import { NotFound } from './NotFound.tsx';

const tree = rootRoute.addChildren([
  ...publicRoutes,
  signedInRoute.addChildren([homeRoute, ...hallRoutes, ...deskRoutes, ...adminRoutes, ...accountRoutes]),
]);

/** Every page of the product by address; pages load their own code. */
export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  defaultPendingMinMs: 200,
  defaultPendingComponent: Waiting,
  defaultErrorComponent: Fault,
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
