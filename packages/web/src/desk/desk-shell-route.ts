import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signedInRoute } from '../app/signed-in-route.ts';

/** The shell of the desk; a layout without an address of its own. */
export const deskShell = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'desk-shell',
  component: lazyRouteComponent(() => import('./shell/DeskShell.tsx'), 'DeskShell'),
});
