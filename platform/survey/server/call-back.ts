import { addWorkingDays } from '@zhitongche/base';
import { type App, ProblemError } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { enterAsSystem } from '@zhitongche/register/server';
import { isBad, type SurveyAnswer } from '@zhitongche/survey';
import { surveyFigures } from './survey-policies.ts';
import type { OpenedSurvey } from './surveys.ts';

/** How somebody wants to be reached. */
export interface Reach {
  readonly name: string;
  readonly contact: string;
}

/** Writes somebody down who is not satisfied and asked to be called, with the days by which; who did this is no longer anonymous and was told so. */
export async function callBack(
  app: App,
  query: Query,
  office: string,
  { survey, of }: OpenedSurvey,
  { mark, reasons, texts }: SurveyAnswer,
  { name, contact }: Reach,
): Promise<void> {
  if (!isBad(mark) || !of.callBack)
    throw new ProblemError(
      422,
      'survey.no-call',
      '只有评为不满意的才回访，请去掉联系方式再交。',
      'Only whoever is not satisfied is called back; please leave the contact out.',
    );
  const book = await app.offices.get(office);
  const { today, callDays, mendDays } = surveyFigures(app, book);
  await enterAsSystem(app, query, {
    office,
    register: of.callBack.register,
    answers: of.callBack.answers({
      title: survey.title,
      who: of.who.zh,
      mark,
      reasons: reasons.map((key) => of.reasons[key]?.zh ?? key),
      words: Object.values(texts).join('；').slice(0, 500),
      name: name.trim(),
      contact: contact.trim(),
      day: today,
      due: addWorkingDays(book.calendar, today, callDays).due,
      mendDue: addWorkingDays(book.calendar, today, mendDays).due,
    }),
    said: '评为不满意，并请回访',
  });
}
