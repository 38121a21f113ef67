export { type SurveyAnswer, readAnswer } from './answer.ts';
export { MOST_SURVEYS, type ReadTicket, charsOf, readTicket, ticketOf } from './code.ts';
export {
  type Both,
  CHANNELS,
  type CallBack,
  type Channel,
  JUDGED,
  type Judged,
  LEVELS,
  MARKS,
  type Mark,
  type Question,
  type Questionnaire,
  type SampleSurvey,
  defineQuestionnaire,
  isBad,
  questionnaireFor,
} from './questionnaire.ts';
export { type CountedAnswer, tally } from './tally.ts';
