import type { Handlers } from '@zhitongche/core/server';
import { callBack } from './call-back.ts';
import { enterSheets, printTickets, ticketOfCase } from './hand-out.ts';
import { addKiosk, endKiosk, kiosks, sendKiosk, setUpKiosk } from './kiosks.ts';
import { openingSurveys, readingVoices } from './officers.ts';
import { showSurvey, surveyList, voicesOf } from './read-surveys.ts';
import { sheetOf } from './sheet-of.ts';
import { surveyPaper } from './survey-paper.ts';
import { openSurvey } from './surveys.ts';
import { showTicket, takeAnswer } from './take-answer.ts';
import { voicesFile } from './voices-file.ts';

/** What people say of the office. */
export const surveyHandlers: Handlers<
  | 'showTicket'
  | 'answerTicket'
  | 'setUpKiosk'
  | 'sendKiosk'
  | 'caseTicket'
  | 'surveys'
  | 'survey'
  | 'openSurvey'
  | 'printTickets'
  | 'surveyPaper'
  | 'enterSheets'
  | 'voices'
  | 'voicesFile'
  | 'kiosks'
  | 'addKiosk'
  | 'endKiosk'
> = {
  showTicket: async ({ app, body }) => sheetOf(await showTicket(app, app.config.office, body.code)),
  answerTicket: async ({ app, body }) => {
    const { office } = app.config;
    const { reach } = body;
    await takeAnswer(app, office, body, async (query, survey, answer) => {
      if (reach) await callBack(app, query, office, survey, answer, reach);
    });
    return undefined;
  },
  setUpKiosk: ({ app, body }) => setUpKiosk(app, app.config.office, body.code),
  sendKiosk: ({ app, body }) => sendKiosk(app, app.config.office, body),
  caseTicket: ({ app, actor, params }) => ticketOfCase(app, actor, params.case),
  surveys: async ({ app, actor, query }) => await surveyList(app, readingVoices(actor), query.year),
  survey: async ({ app, actor, params }) => await showSurvey(app, readingVoices(actor), params.id),
  openSurvey: async ({ app, actor, key, body }) => await openSurvey(app, openingSurveys(actor), key, body),
  printTickets: async ({ app, actor, key, params, body }) =>
    await printTickets(app, openingSurveys(actor), key, params.id, body.count),
  surveyPaper: async ({ app, actor, params }) =>
    await surveyPaper(app, readingVoices(actor), params.id, params.lang),
  enterSheets: async ({ app, actor, key, params, body }) =>
    await enterSheets(app, openingSurveys(actor), key, params.id, body.answers),
  voices: async ({ app, actor, params }) => await voicesOf(app, readingVoices(actor), params.year),
  voicesFile: async ({ app, actor, params }) => await voicesFile(app, readingVoices(actor), params.year),
  kiosks: async ({ app, actor }) => await kiosks(app, readingVoices(actor).office),
  addKiosk: async ({ app, actor, key, body }) => await addKiosk(app, openingSurveys(actor), key, body),
  endKiosk: async ({ app, actor, key, params }) => {
    await endKiosk(app, openingSurveys(actor), key, params.id);
    return undefined;
  },
};
