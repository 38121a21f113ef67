import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { deskShell } from '../desk/desk-shell-route.ts';

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;

const stats = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/stats',
  staticData: { title: '统计' },
  component: lazyRouteComponent(() => import('./StatsPage.tsx'), 'StatsPage'),
});
const registers = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/registers',
  staticData: { title: '台账' },
  component: lazyRouteComponent(() => import('./RegistersPage.tsx'), 'RegistersPage'),
});
const register = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/registers/$register',
  validateSearch: (raw: Record<string, unknown>): { readonly q?: string } => {
    const q = text(raw['q']);
    return q === undefined ? {} : { q };
  },
  staticData: { title: '台账' },
  component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
});

/** Figures and registers, shown in the desk's shell. */
export const insightPages = [stats, registers, register] as const;
