import type { OpenedSurvey } from './surveys.ts';

/** A questionnaire as whoever answers it sees it. */
export const sheetOf = ({ survey, of }: OpenedSurvey) => ({
  name: of.name,
  title: survey.title,
  ask: of.ask,
  questions: of.questions.map(({ kind, key, ask }) => ({ kind, key, ask })),
  reasons: Object.entries(of.reasons).map(([key, text]) => ({ key, text })),
});
