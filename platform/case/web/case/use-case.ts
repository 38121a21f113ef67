import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CaseView } from '@zhitongche/contract';
import { useMe, onNews } from '@zhitongche/shell/web';
import { call, keyOf, type Read, readKept } from '@zhitongche/contract/web';
import type { CaseShell } from './shell.ts';

/** Papers take seconds to make, and whoever filed is waiting for them. */
const WHILE_ISSUING = 3_000;
const OTHERWISE = 60_000;

const keyIn = (shell: CaseShell, account: string, id: string): readonly unknown[] =>
  shell === 'desk' ? ['desk-case', account, id] : keyOf('case', { params: { case: id } });

const readIn = (
  shell: CaseShell,
  account: string,
  id: string,
  signal: AbortSignal,
): Promise<CaseView | Read<CaseView>> => {
  const input = { params: { case: id } };
  return shell === 'desk' ? readKept(account, 'case', input, signal) : call('case', input, { signal });
};

const asRead = (got: CaseView | Read<CaseView>): Read<CaseView> =>
  'savedAt' in got ? got : { value: got, savedAt: null };

/** How a case is read in a shell; at the desk kept on the device. */
export const caseQuery = (shell: CaseShell, account: string, id: string) =>
  queryOptions({
    queryKey: keyIn(shell, account, id),
    queryFn: ({ signal }) => readIn(shell, account, id, signal),
    select: asRead,
    networkMode: shell === 'desk' ? 'always' : 'online',
  });

/** Shows a case as an act left it, and lists that hold it anew. */
export const showCase = (client: QueryClient, shell: CaseShell, account: string, view: CaseView): void => {
  const desk = shell === 'desk';
  client.setQueryData(keyIn(shell, account, view.row.id), desk ? { value: view, savedAt: null } : view);
  void client.invalidateQueries({ queryKey: ['list', desk ? 'inbox' : 'myCases'] });
  if (desk) void client.invalidateQueries({ queryKey: ['inboxCounts'] });
};

/** A case as a shell reads it: at the desk kept on the device once opened, and told of news; in the hall asked for again. */
export const useCase = (id: string, shell: CaseShell) => {
  const { id: account } = useMe();
  const client = useQueryClient();
  const desk = shell === 'desk';
  const query = useQuery({
    ...caseQuery(shell, account, id),
    refetchInterval: ({ state: { data } }) =>
      desk ? false : data && asRead(data).value.row.status === 'issuing' ? WHILE_ISSUING : OTHERWISE,
  });
  useEffect(() => {
    if (!desk) return undefined;
    return onNews((moved) => {
      if (moved.has('') || moved.has(id))
        void client.invalidateQueries({ queryKey: keyIn('desk', account, id) });
    });
  }, [client, desk, id, account]);
  return {
    query,
    view: query.data?.value,
    savedAt: query.data?.savedAt ?? null,
    reload: async (): Promise<CaseView | undefined> => (await query.refetch()).data?.value,
  };
};
