import type { EndpointName } from '@zhitongche/contract';
import {
  infiniteQueryOptions,
  queryOptions,
  type UseQueryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { call } from './client.ts';
import { keptMe, signedIn } from './offline/kept-me.ts';
import { otherPerson, Unreachable } from '@zhitongche/ui';
import { session } from './session.ts';
import type { CallOptions, Input, Me, Reply } from './types.ts';

/** Cache key of a call; invalidate `[name]` to refresh every variant of it (lists: `['list', name]`). */
export const keyOf = <N extends EndpointName>(name: N, input?: Input<N>): readonly [N, Input<N>?] =>
  input === undefined ? [name] : [name, input];

/** Query options for any reading endpoint; use with useQuery, loaders and prefetch alike. */
export const read = <N extends EndpointName>(name: N, input: Input<N>) =>
  queryOptions<Reply<N>>({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => call(name, input, { signal }),
  });

/** Reads an endpoint into a component. */
export const useRead = <N extends EndpointName>(
  name: N,
  input: Input<N>,
  more: Partial<
    Pick<UseQueryOptions<Reply<N>>, 'enabled' | 'staleTime' | 'placeholderData' | 'refetchInterval'>
  > = {},
): UseQueryResult<Reply<N>> => useQuery({ ...read(name, input), ...more });

/** Endpoints that answer page by page. */
export type ListName =
  | 'myCases'
  | 'inbox'
  | 'notices'
  | 'register'
  | 'keptRows'
  | 'measureLines'
  | 'moneyLines'
  | 'accounts'
  | 'auditLog'
  | 'messages';
interface Page {
  readonly next: string | null;
}

/** Query options for an endless list: pages follow the server's cursor; use with useInfiniteQuery. */
export const readList = <N extends ListName>(name: N, input: Input<N>) =>
  infiniteQueryOptions({
    queryKey: ['list', name, input],
    queryFn: ({ signal, pageParam }): Promise<Reply<N> & Page> =>
      call<ListName>(name, withCursor(input, pageParam), { signal }) as Promise<Reply<N> & Page>,
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });

const withCursor = (input: Input<ListName>, cursor: string): Input<ListName> =>
  cursor === '' ? input : { ...input, query: { ...('query' in input ? input.query : {}), cursor } };

/** Sends a write; afterwards the named reads are refreshed. */
export const useWrite = <N extends EndpointName>(
  name: N,
  refresh: readonly EndpointName[] = [],
): UseMutationResult<Reply<N>, Error, Input<N> & { readonly options?: CallOptions }> => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input) => call(name, input, input.options),
    onSuccess: () =>
      Promise.all(
        refresh.flatMap((r) => [
          client.invalidateQueries({ queryKey: [r] }),
          client.invalidateQueries({ queryKey: ['list', r] }),
        ]),
      ),
  });
};

/** Who is signed in; refused with 401 when nobody is. */
export const meQuery = queryOptions<Me>({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    try {
      const me = await call('me', {}, { signal });
      if (!session.isStill(me.id)) throw otherPerson();
      signedIn(me);
      return me;
    } catch (error) {
      // In a tunnel the desk opens for whoever was here last; writes wait for the token of the next reply.
      const kept = error instanceof Unreachable ? keptMe() : undefined;
      if (kept === undefined) throw error;
      return kept;
    }
  },
  staleTime: 5 * 60_000,
  networkMode: 'always',
});
