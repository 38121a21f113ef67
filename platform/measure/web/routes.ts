import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage } from '@zhitongche/shell/web';
import { readMeasureSearch } from './measure-search.ts';

const measures = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/measures',
  staticData: { title: '指标' },
  component: lazyPage(() => import('./MeasuresPage.tsx'), 'MeasuresPage'),
});
const measure = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/measures/$measure',
  validateSearch: readMeasureSearch,
  staticData: { title: '指标' },
  component: lazyPage(() => import('./MeasurePage.tsx'), 'MeasurePage'),
});

/** What the office's work comes to, shown in the desk's shell. */
export const measurePages = [measures, measure] as const;
