import { addDays, dayInShanghai } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import { type App, idempotent, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { type Judged, MOST_SURVEYS, type Questionnaire, questionnaireFor } from '@zhitongche/survey';
import { noSurvey } from './refusals.ts';

/** One questionnaire asked about one thing, as stored. */
export interface StoredSurvey {
  readonly id: string;
  readonly no: number;
  readonly questionnaire: string;
  readonly version: number;
  readonly judges: Judged;
  readonly about: string;
  readonly title: string;
  readonly period: string;
  readonly closes: string;
  readonly printed: number;
}

/** A survey with the questionnaire its version was asked with. */
export interface OpenedSurvey {
  readonly survey: StoredSurvey;
  readonly of: Questionnaire;
}

/** The questionnaire of a survey; one that left the catalogue leaves its answers and asks nothing more. */
export function questionnaireOf(
  app: App,
  { questionnaire, version }: StoredSurvey,
): Questionnaire | undefined {
  return app.questionnaires.find((one) => one.code === questionnaire && one.version === version);
}

/** A survey by its id or by the number in a code; undefined where there is none, or nobody asks it any more. */
export async function findSurvey(
  app: App,
  query: Query,
  office: string,
  by: { readonly id: string } | { readonly no: number },
): Promise<OpenedSurvey | undefined> {
  const [survey] = await query<StoredSurvey>(
    `select id, no, questionnaire, version, judges, about, title, period, closes, printed from survey
     where office = $1 and (id = $2::uuid or no = $3::int)`,
    [office, 'id' in by ? by.id : null, 'no' in by ? by.no : null],
  );
  const of = survey && questionnaireOf(app, survey);
  return of && { survey, of };
}

/** A survey by its id. @throws ProblemError: `survey.none`. */
export async function getSurvey(app: App, office: string, id: string): Promise<OpenedSurvey> {
  const found = await findSurvey(app, app.db.query, office, { id });
  if (!found) throw noSurvey();
  return found;
}

/** What a survey is opened with. */
export interface NewSurvey {
  readonly questionnaire: string;
  readonly judges: Judged;
  readonly title: string;
  readonly period: string;
  readonly closes: string;
}

/** Opens a survey of a course, a reception, a year; the same thing asked twice is the survey that is there. */
export async function openSurvey(
  app: App,
  actor: OfficeActor,
  key: string,
  asked: NewSurvey,
): Promise<{ id: string }> {
  const of = newest(app, asked.questionnaire);
  const today = dayInShanghai(app.clock().toISOString());
  if (!of || !of.judges.includes(asked.judges))
    throw new ProblemError(
      422,
      'survey.questionnaire',
      '这份问卷不用来评这类事情，请换一份问卷或换一类。',
      'This questionnaire does not judge such a thing.',
    );
  if (asked.closes < today || asked.closes > addDays(today, 400))
    throw new ProblemError(
      422,
      'survey.closes',
      '截止日期应在今天之后、四百天之内，请改日期。',
      'The last day must be ahead, within four hundred days.',
    );
  return await idempotent(app, actor, { key, what: 'openSurvey', request: { ...asked } }, async (query) => {
    const id = await ensureSurvey(query, actor.office, { ...asked, about: asked.title, version: of.version });
    await record(query, actor, app.clock(), 'survey.open', `survey:${id}`, { questionnaire: of.code });
    return { id };
  });
}

/** The newest version of a questionnaire. */
export const newest = (app: App, code: string): Questionnaire | undefined =>
  app.questionnaires.filter((one) => one.code === code).toSorted((a, b) => b.version - a.version)[0];

/** The survey that judges the ended cases of a service in a year, opened by the first of them; undefined where nobody asks. */
export async function caseSurvey(
  app: App,
  office: string,
  service: { readonly code: string; readonly name: string },
  year: string,
): Promise<OpenedSurvey | undefined> {
  const asked = questionnaireFor(app.questionnaires, service.code);
  const of = asked && newest(app, asked.code);
  if (!of) return undefined;
  const id = await app.db.tx((query) =>
    ensureSurvey(query, office, {
      questionnaire: of.code,
      version: of.version,
      judges: 'case',
      about: service.code,
      title: service.name,
      period: year,
      // The cases of December are judged in January.
      closes: addDays(`${year}-12-31`, of.days),
    }),
  );
  return await getSurvey(app, office, id);
}

type Ensured = NewSurvey & { readonly version: number; readonly about: string };

/** The id of the survey of a thing, made where there is none; numbers are drawn one after another. */
async function ensureSurvey(query: Query, office: string, asked: Ensured): Promise<string> {
  const key = [office, asked.questionnaire, asked.judges, asked.about, asked.period];
  const find = async () => {
    const [known] = await query<{ id: string }>(
      'select id from survey where office = $1 and questionnaire = $2 and judges = $3 and about = $4 and period = $5',
      key,
    );
    return known?.id;
  };
  const known = await find();
  if (known) return known;
  await query("select pg_advisory_xact_lock(hashtext('survey-no'), hashtext($1))", [office]);
  const meanwhile = await find();
  if (meanwhile) return meanwhile;
  const [next] = await query<{ no: number }>(
    'select coalesce(max(no), 0)::int + 1 as no from survey where office = $1',
    [office],
  );
  const no = next?.no ?? 1;
  if (no > MOST_SURVEYS) throw new Error('Numbers of surveys are used up');
  const id = newId();
  await query(
    `insert into survey (office, id, no, questionnaire, version, judges, about, title, period, closes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      office,
      id,
      no,
      asked.questionnaire,
      asked.version,
      asked.judges,
      asked.about,
      asked.title,
      asked.period,
      asked.closes,
    ],
  );
  return id;
}
