import { createRoute, redirect } from '@tanstack/react-router';
import { statusOf } from '@zhitongche/ui';
import { meQuery, queryClient } from '@zhitongche/contract/web';
import { rootRoute } from './root-route.ts';

/** Everything behind the log-in; sends strangers to `/login` and first-time users through what they must do. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (statusOf(error) === 401) redirect({ to: '/login', search: { next: location.href }, throw: true });
      throw error;
    });
    if (me.must.includes('change-password')) redirect({ to: '/password', throw: true });
    if (me.must.includes('set-up-totp')) redirect({ to: '/totp', throw: true });
  },
});
