import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { useMe, onNews } from '@zhitongche/shell/web';
import { readKept } from '@zhitongche/contract/web';

const caseQuery = (account: string, id: string) =>
  queryOptions({
    queryKey: ['desk-case', account, id],
    queryFn: ({ signal }) => readKept(account, 'case', { params: { case: id } }, signal),
    networkMode: 'always',
  });

/** A case as the desk reads it; kept on the device once opened. */
export const useCase = (id: string) => {
  const me = useMe();
  const client = useQueryClient();
  const options = caseQuery(me.id, id);
  const query = useQuery(options);
  useEffect(
    () =>
      onNews((moved) => {
        if (moved.has('') || moved.has(id))
          void client.invalidateQueries({ queryKey: ['desk-case', me.id, id] });
      }),
    [client, id, me.id],
  );
  return {
    query,
    view: query.data?.value,
    savedAt: query.data?.savedAt ?? null,
    /** Shows the case as an act left it. */
    show: (view: CaseView): void => {
      client.setQueryData(options.queryKey, { value: view, savedAt: null });
      void client.invalidateQueries({ queryKey: ['list', 'inbox'] });
      void client.invalidateQueries({ queryKey: ['inboxCounts'] });
    },
    reload: async (): Promise<CaseView | undefined> => (await query.refetch()).data?.value,
  };
};
