import { queryOptions } from '@tanstack/react-query';
import type { TrustList } from '@zhitongche/base';

/**
 * Certificates and ended papers, of now or as the service worker kept them last. Asked without the session: what lies on
 * the device is the same for everybody, and says nothing about who reads it.
 */
export const trustQuery = queryOptions<TrustList>({
  queryKey: ['trust'],
  queryFn: async ({ signal }) => {
    const reply = await fetch('/api/trust', { credentials: 'omit', signal });
    if (!reply.ok) throw new Error(`The list of trust was not given: ${reply.status}`);
    return (await reply.json()) as TrustList;
  },
  // Without a network the worker answers with what it kept.
  networkMode: 'always',
  retry: false,
  staleTime: 60_000,
});
