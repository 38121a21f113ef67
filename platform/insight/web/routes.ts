import { createRoute } from '@tanstack/react-router';
import { lazyPage, deskShell } from '@zhitongche/shell/web';
import { readRegisterSearch } from './register-search.ts';
import { readStatsSearch } from './stats-search.ts';

const stats = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/stats',
  validateSearch: readStatsSearch,
  staticData: { title: '统计' },
  component: lazyPage(() => import('./StatsPage.tsx'), 'StatsPage'),
});
const deadlines = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/deadlines',
  staticData: { title: '时限看板' },
  component: lazyPage(() => import('./DeadlinesPage.tsx'), 'DeadlinesPage'),
});
const registers = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/registers',
  staticData: { title: '台账' },
  component: lazyPage(() => import('./RegistersPage.tsx'), 'RegistersPage'),
});
const register = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/registers/$register',
  validateSearch: readRegisterSearch,
  staticData: { title: '台账' },
  component: lazyPage(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});

/** Figures and registers, shown in the desk's shell. */
export const insightPages = [stats, deadlines, registers, register] as const;
