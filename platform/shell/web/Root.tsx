import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Toasts } from '@zhitongche/ui';
import { OnlineBar } from './OnlineBar.tsx';

/** What every page has around it: title, the offline notice, short messages. */
export const Root = () => {
  const title = useMatches({
    select: (matches) => matches.findLast((m) => m.staticData.title)?.staticData.title,
  });
  useEffect(() => {
    document.title = title ? `${title} · 直通车` : '直通车';
  }, [title]);
  return (
    <>
      <OnlineBar />
      <Outlet />
      <Toasts />
    </>
  );
};
