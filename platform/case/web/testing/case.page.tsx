import '@zhitongche/ui/tokens.css';
import '@zhitongche/ui/base.css';
import '@zhitongche/ui/layout.css';
import '@zhitongche/ui/input.css';
import { own, queryClient } from '@zhitongche/contract/web';
import { provideServices } from '@zhitongche/form/web';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { toy } from '../../model/testing/toy-service.ts';
import { CasePage } from '../desk/CasePage.tsx';

own.open('p1');
provideServices({ 'sample/toy/index.ts': () => Promise.resolve({ toy }) });

const top = createRootRoute({ component: Outlet });
const page = createRoute({ getParentRoute: () => top, path: '/desk/cases/$case', component: CasePage });
const router = createRouter({
  routeTree: top.addChildren([page]),
  history: createMemoryHistory({ initialEntries: ['/desk/cases/case-1'] }),
});

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
