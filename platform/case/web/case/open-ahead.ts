import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { CaseRow } from '@zhitongche/contract';
import { read } from '@zhitongche/contract/web';
import { serviceQuery } from '@zhitongche/form/web';
import { useMe } from '@zhitongche/shell/web';
import { useCallback } from 'react';
import { caseQuery } from './use-case.ts';

/** Milliseconds for which what was asked for at the press counts as just read. */
const FRESH = 5_000;
const HOUR = 3_600_000;

/** Asks for everything the page of a case needs at once, as its row is pressed: the code, the case, the definition and its figures. */
export const useOpenAhead = (): ((row: Pick<CaseRow, 'id' | 'service'>) => void) => {
  const { id: account } = useMe();
  const client = useQueryClient();
  const router = useRouter();
  return useCallback(
    ({ id, service }) => {
      // What fails here is asked for again by the page, which says so.
      const quietly = (work: Promise<unknown>): void => void work.catch(() => undefined);
      quietly(router.preloadRoute({ to: '/desk/cases/$case', params: { case: id } }));
      quietly(client.prefetchQuery({ ...caseQuery('desk', account, id), staleTime: FRESH }));
      quietly(client.prefetchQuery({ ...read('policies', { params: { service } }), staleTime: HOUR }));
      quietly(client.prefetchQuery({ ...read('calendar', {}), staleTime: HOUR }));
      quietly(
        client.fetchQuery(serviceQuery(service)).then((latest) => {
          // Most cases are of the version in force: the page need not wait to learn which.
          client.setQueryData(serviceQuery(service, latest.version).queryKey, latest);
        }),
      );
    },
    [account, client, router],
  );
};
