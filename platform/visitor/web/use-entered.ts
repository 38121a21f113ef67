import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type Me, meQuery, signedIn } from '@zhitongche/contract/web';

/** An address of this site's own pages, never of another's. */
export const innerPage = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : '/hall';

/** Leads on whoever has just been signed in at the public door. */
export const useEntered = (next?: string): ((me: Me) => void) => {
  const router = useRouter();
  const client = useQueryClient();
  return (me) => {
    client.clear();
    signedIn(me);
    client.setQueryData(meQuery.queryKey, me);
    void router.navigate({ to: innerPage(next) });
  };
};
