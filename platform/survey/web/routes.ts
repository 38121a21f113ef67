import { createRoute } from '@tanstack/react-router';
import { deskShell, lazyPage } from '@zhitongche/shell/web';

const voices = createRoute({
  getParentRoute: () => deskShell,
  path: '/insight/voices',
  validateSearch: ({ year }: Readonly<Record<string, unknown>>): { readonly year?: number } =>
    typeof year === 'number' && year >= 2000 && year <= 2099 ? { year } : {},
  staticData: { title: '满意度' },
  component: lazyPage(() => import('./desk/VoicesPage.tsx'), 'VoicesPage'),
});
const surveys = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/surveys',
  staticData: { title: '评价与问卷' },
  component: lazyPage(() => import('./desk/SurveysPage.tsx'), 'SurveysPage'),
});
const survey = createRoute({
  getParentRoute: () => deskShell,
  path: '/desk/surveys/$survey',
  staticData: { title: '评价与问卷' },
  component: lazyPage(() => import('./desk/SurveyPage.tsx'), 'SurveyPage'),
});

/** What people say of the office, shown in the desk's shell. */
export const surveyPages = [voices, surveys, survey] as const;
