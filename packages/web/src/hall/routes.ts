import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

const hall = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/hall',
  component: lazyRouteComponent(() => import('./HallShell.tsx'), 'HallShell'),
});
const catalogue = createRoute({
  getParentRoute: () => hall,
  path: '/',
  component: lazyRouteComponent(() => import('./CataloguePage.tsx'), 'CataloguePage'),
});

/** Pages of the hall (申报端). */
export const hallRoutes = [hall.addChildren([catalogue])] as const;
