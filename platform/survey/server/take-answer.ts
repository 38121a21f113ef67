import { dayInShanghai, type Json } from '@zhitongche/base';
import { type App, unsound } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type Channel, readAnswer, type ReadTicket, type SurveyAnswer } from '@zhitongche/survey';
import { enclose } from './envelopes.ts';
import { closedSurvey, unknownTicket, usedTicket } from './refusals.ts';
import { findSurvey, getSurvey, type OpenedSurvey } from './surveys.ts';
import { genuineTicket, usedImage } from './tickets.ts';

/** What a code leads to: the survey, and whether it may still be answered by it. */
export async function surveyOfTicket(
  app: App,
  office: string,
  typed: string,
): Promise<OpenedSurvey & { readonly ticket: ReadTicket }> {
  const ticket = genuineTicket(app.keys, office, typed);
  const today = dayInShanghai(app.clock().toISOString());
  const found =
    ticket && ticket.last >= today
      ? await findSurvey(app, app.db.query, office, { no: ticket.no })
      : undefined;
  if (!ticket || !found) throw unknownTicket();
  return { ...found, ticket };
}

/** The survey of a code that was not used yet. @throws ProblemError: `survey.unknown`, `survey.used`, `survey.closed`. */
export async function showTicket(app: App, office: string, typed: string): Promise<OpenedSurvey> {
  const found = await surveyOfTicket(app, office, typed);
  if (await isUsed(app.db.query, office, [usedImage(office, found.ticket)])) throw usedTicket();
  stillOpen(app, found);
  return found;
}

const stillOpen = (app: App, { survey }: OpenedSurvey): void => {
  if (survey.closes < dayInShanghai(app.clock().toISOString())) throw closedSurvey();
};

/** Whether any of these images stands among those of used codes. */
export const isUsed = async (query: Query, office: string, images: readonly string[]): Promise<boolean> =>
  (await query('select 1 from survey_used where office = $1 and used = any($2::text[])', [office, images]))
    .length > 0;

/** An answer as it was read against its questionnaire. @throws ProblemError with all that is wrong. */
export function answerOf({ of }: OpenedSurvey, sent: Json): SurveyAnswer {
  const read = readAnswer(of, sent);
  if (!read.ok)
    throw unsound(
      read.problems,
      'survey.answer',
      '答卷没有收下，请看标出的地方。',
      'The answer was not accepted.',
    );
  return read.value;
}

/** An answer by code as it was sent. */
export interface SentAnswer {
  readonly code: string;
  /** Drawn by the device for this one answer: sent again after a lost reply it counts once and is thanked for again. */
  readonly retry: string;
  readonly answer: Json;
}

/** Takes the one answer of a code; in the same transaction `also` does what else somebody asked for. */
export async function takeAnswer(
  app: App,
  office: string,
  { code, retry, answer }: SentAnswer,
  also: (query: Query, survey: OpenedSurvey, answer: SurveyAnswer) => Promise<void> = async () => undefined,
): Promise<void> {
  const found = await surveyOfTicket(app, office, code);
  const read = answerOf(found, answer);
  const used = { image: usedImage(office, found.ticket), retry, last: found.survey.closes };
  await app.db.tx(async (query) => {
    const first = await markUsed(query, office, used);
    if (first === 'again') return;
    if (first === 'used') throw usedTicket();
    stillOpen(app, found);
    await store(app, query, office, found, 'link', read);
    await also(query, found, read);
  });
}

/** Puts an answer into its envelope, of today. */
export const store = (
  app: App,
  query: Query,
  office: string,
  { survey }: OpenedSurvey,
  channel: Channel,
  answer: SurveyAnswer,
  day: string = dayInShanghai(app.clock().toISOString()),
): Promise<void> => enclose(app, query, office, survey.id, day, { channel, answer });

/** Marks something as used, once: the primary key lets one of any number at a time be the first. */
export async function markUsed(
  query: Query,
  office: string,
  { image, retry, last }: { readonly image: string; readonly retry: string; readonly last: string },
): Promise<'first' | 'again' | 'used'> {
  const fresh = await query(
    'insert into survey_used (office, used, retry, last) values ($1, $2, $3, $4) on conflict do nothing returning used',
    [office, image, retry, last],
  );
  if (fresh.length > 0) return 'first';
  const [known] = await query<{ retry: string }>(
    'select retry from survey_used where office = $1 and used = $2',
    [office, image],
  );
  return known?.retry === retry ? 'again' : 'used';
}

/** An answer and how it came. */
export interface Answered {
  readonly channel: Channel;
  readonly answer: Json;
}

/** Puts answers that came without a code into their envelopes, all or none; where a survey has some already nothing is done. */
export async function answerSurvey(
  app: App,
  office: string,
  id: string,
  answers: readonly Answered[],
): Promise<void> {
  const found = await getSurvey(app, office, id);
  await app.db.tx(async (query) => {
    const [known] = await query<{ n: number }>(
      `select (select count(*) from survey_envelope where office = $1 and survey = $2)::int
         + (select count(*) from survey_answer where office = $1 and survey = $2)::int as n`,
      [office, id],
    );
    if ((known?.n ?? 0) > 0) return;
    for (const { channel, answer } of answers)
      await store(app, query, office, found, channel, answerOf(found, answer));
  });
}
