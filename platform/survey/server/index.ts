export { envelopePlace } from './envelopes.ts';
export { surveyHandlers } from './handlers.ts';
export { openEnvelopes } from './open-envelopes.ts';
export { SURVEY_POLICIES } from './survey-policies.ts';
export { openSurvey } from './surveys.ts';
export { type Answered, answerSurvey } from './take-answer.ts';
