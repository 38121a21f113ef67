import { Outlet } from '@tanstack/react-router';
import { Frame } from '../app/Frame.tsx';

const NAV = [
  { to: '/hall', label: '办事', icon: 'home', exact: true },
  { to: '/hall/cases', label: '我的申报', icon: 'list' },
  { to: '/hall/notices', label: '消息', icon: 'bell' },
] as const;

/** Around every page of the hall. */
export const HallShell = () => (
  <Frame shell="hall" name="申报端" nav={NAV}>
    <Outlet />
  </Frame>
);
