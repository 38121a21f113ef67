import { QueryClient } from '@tanstack/react-query';
import { Unreachable } from '@zhitongche/ui';

/** One cache for all pages: fresh for half a minute, reads tried again only when no answer came. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => error instanceof Unreachable && count < 2,
      retryDelay: (count) => 500 * 2 ** count,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

// What was typed and not sent stays for as long as the page; whoever leaves takes it along.
queryClient.setQueryDefaults(['unsent'], { gcTime: Number.POSITIVE_INFINITY });
