import { createRoute } from '@tanstack/react-router';
import { lazyPage } from './lazy-page.ts';
import { signedInRoute } from './signed-in-route.ts';

/** The shell of the desk; a layout without an address of its own. */
export const deskShell = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'desk-shell',
  component: lazyPage(() => import('./shell/DeskShell.tsx'), 'DeskShell'),
});
