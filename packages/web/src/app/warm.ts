import { meQuery } from '../api/queries.ts';
import { queryClient } from '../api/query-client.ts';

/**
 * Asks who somebody is and fetches the code of the page they open while the program still starts: a phone on a slow
 * line waits for one thing after the other otherwise.
 */
export const warm = (path: string): void => {
  if (/^\/(desk|hall|admin)?(\/|$)/.test(path)) void queryClient.prefetchQuery(meQuery);
  for (const load of pagesAt(path)) load().catch(() => undefined);
};

const pagesAt = (path: string): readonly (() => Promise<unknown>)[] => {
  switch (path) {
    case '/desk':
      return [
        () => import('../desk/shell/DeskShell.tsx'),
        () => import('../desk/inbox/InboxPage.tsx').then((page) => page.ahead()),
      ];
    case '/hall':
      return [() => import('../hall/HallShell.tsx'), () => import('../hall/CataloguePage.tsx')];
    case '/login':
      return [() => import('../public/LoginPage.tsx')];
    default:
      return [];
  }
};
