import { HeadContent, Outlet } from '@tanstack/react-router';
import { Toasts } from '../ui/Toast.tsx';
import { OnlineBar } from './OnlineBar.tsx';

/** What every page has around it: title, the offline notice, short messages. */
export const Root = () => (
  <>
    <HeadContent />
    <OnlineBar />
    <Outlet />
    <Toasts />
  </>
);
