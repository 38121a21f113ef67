import { meQuery, queryClient } from '@zhitongche/contract/web';

/**
 * Asks who somebody is and fetches the code of the page they open while the program still starts: a phone on a slow
 * line waits for one thing after the other otherwise.
 */
export const preload = (path: string): void => {
  if (/^\/(desk|hall|admin)?(\/|$)/.test(path)) void queryClient.prefetchQuery(meQuery);
  for (const load of pagesAt(path)) load().catch(() => undefined);
};

const pagesAt = (path: string): readonly (() => Promise<unknown>)[] => {
  switch (path) {
    case '/desk':
      return [
        () => import('@zhitongche/shell/web/shell/DeskShell.tsx'),
        () => import('@zhitongche/case/web/inbox/InboxPage.tsx').then((page) => page.ahead()),
      ];
    case '/hall':
      return [() => import('../hall/HallShell.tsx'), () => import('../hall/HomePage.tsx')];
    case '/login':
      return [() => import('../public/LoginPage.tsx')];
    default:
      return [];
  }
};
