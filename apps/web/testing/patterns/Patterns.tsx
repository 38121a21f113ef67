import { keyOf, meQuery } from '@zhitongche/contract/web';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { Suspense } from 'react';
import { CASE_PARTS } from './case-parts.tsx';
import { CONTROLS } from './controls.tsx';
import { TOLD } from './told.tsx';
import './patterns.css';

/** Everything that is shown, kind by kind. */
export const KINDS = [
  { title: '按、填、开', patterns: CONTROLS },
  { title: '读', patterns: TOLD },
  { title: '办件', patterns: CASE_PARTS },
] as const;

/** What the parts read of a server, so that none is needed. */
const known = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  });
  client.setQueryData(meQuery.queryKey, {
    id: 'pattern',
    name: '钱清和',
    csrf: '',
    shells: ['desk'],
    grants: [],
    office: { name: '某某省外办' },
  } as never);
  client.setQueryData(keyOf('phrases', {}), [] as never);
  return client;
};
const client = known();
const router = createRouter({
  routeTree: createRootRoute(),
  history: createMemoryHistory({ initialEntries: ['/'] }),
});

/** Every component in every state, at the width and in the theme of this window. */
export const Patterns = () => (
  <QueryClientProvider client={client}>
    <RouterContextProvider router={router as never}>
      <main className="patterns">
        <h1>组件</h1>
        {KINDS.map(({ title, patterns }) => (
          <section key={title} className="stack">
            <h2>{title}</h2>
            {patterns.map(({ of, states }) => (
              <section key={of} data-pattern={of} className="pattern">
                <h3>{of}</h3>
                {Object.entries(states).map(([name, draw]) => (
                  <div key={name} data-state={name} className="pattern-state">
                    <p className="soft">{name}</p>
                    <Suspense fallback={null}>{draw()}</Suspense>
                  </div>
                ))}
              </section>
            ))}
          </section>
        ))}
      </main>
    </RouterContextProvider>
  </QueryClientProvider>
);
