import { createRoute, redirect } from '@tanstack/react-router';
import { meQuery, queryClient } from '@zhitongche/contract/web';
import { homeOf } from './me.ts';
import { signedInRoute } from './signed-in-route.ts';

/** `/`: straight to where the person's work is. */
export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: async () => {
    redirect({ to: homeOf(await queryClient.ensureQueryData(meQuery)), throw: true });
  },
});
