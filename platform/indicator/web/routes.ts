import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage } from '@zhitongche/shell/web';
import { readIndicatorSearch } from './indicator-search.ts';

const indicators = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/indicators',
  validateSearch: readIndicatorSearch,
  staticData: { title: '绩效指标' },
  component: lazyPage(() => import('./IndicatorsPage.tsx'), 'IndicatorsPage'),
});

/** What an office promised in its budget, shown in the desk's shell. */
export const indicatorPages = [indicators] as const;
