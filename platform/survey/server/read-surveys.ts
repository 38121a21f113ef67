import { isJsonObject, type Json } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import {
  type Channel,
  CHANNELS,
  type CountedAnswer,
  type Mark,
  MARKS,
  type Questionnaire,
  tally,
} from '@zhitongche/survey';
import { opensSurveys } from './officers.ts';
import { sheetOf } from './sheet-of.ts';
import { surveyFigures } from './survey-policies.ts';
import { getSurvey, newest, questionnaireOf, type StoredSurvey } from './surveys.ts';

type ListedRow = StoredSurvey & { readonly answers: number; readonly lying: number };

const listed = (app: App, row: ListedRow) => ({
  id: row.id,
  title: row.title,
  questionnaire: row.questionnaire,
  name: questionnaireOf(app, row)?.name.zh ?? row.questionnaire,
  judges: row.judges,
  period: row.period,
  closes: row.closes,
  printed: row.printed,
  answers: row.answers,
  lying: row.lying,
});

const LISTED = `s.id, s.no, s.questionnaire, s.version, s.judges, s.about, s.title, s.period, s.closes, s.printed,
  (select count(*)::int from survey_answer a where a.office = s.office and a.survey = s.id) as answers,
  (select count(*)::int from survey_envelope e where e.office = s.office and e.survey = s.id) as lying`;

/** Surveys of a year or of all, newest first, and what a new one may ask. */
export async function surveyList(app: App, actor: OfficeActor, year: number | undefined) {
  const book = await app.offices.get(actor.office);
  const rows = await app.db.query<ListedRow>(
    `select ${LISTED} from survey s where s.office = $1 and ($2::text is null or s.period = $2) order by s.no desc limit 300`,
    [actor.office, year === undefined ? null : String(year)],
  );
  return {
    surveys: rows.map((row) => listed(app, row)),
    questionnaires: newestOf(app).map(({ code, name, who, judges }) => ({
      code,
      name: name.zh,
      who: who.zh,
      judges: [...judges],
    })),
    least: surveyFigures(app, book).least,
    opens: opensSurveys(actor),
  };
}

/** Each questionnaire once, in its newest version. */
export const newestOf = (app: App): readonly Questionnaire[] =>
  [...new Set(app.questionnaires.map(({ code }) => code))].flatMap((code) => newest(app, code) ?? []);

interface AnswerRow {
  readonly mark: number;
  readonly channel: string;
  readonly body: Json;
}

const countedOf = ({ mark, channel, body }: AnswerRow): CountedAnswer => ({
  mark: mark as Mark,
  channel: channel as Channel,
  reasons: isJsonObject(body) && Array.isArray(body['reasons']) ? body['reasons'].map(String) : [],
});

/** Answers counted, as pages and sheets show them. */
export function shownTally(
  rows: readonly AnswerRow[],
  reasons: Questionnaire['reasons'],
  from: Mark,
  least: number,
) {
  const { n, satisfied, value, marks, channels, reasons: named } = tally(rows.map(countedOf), from, least);
  return {
    n,
    satisfied,
    value,
    marks: MARKS.map((mark) => ({ mark, n: marks[mark] })),
    channels: (Object.keys(CHANNELS) as Channel[]).map((channel) => ({ channel, n: channels[channel] })),
    reasons: named.map(([key, times]) => ({ text: reasons[key]?.zh ?? key, n: times })),
  };
}

/** One survey with what its opened answers come to. */
export async function showSurvey(app: App, actor: OfficeActor, id: string) {
  const found = await getSurvey(app, actor.office, id);
  const book = await app.offices.get(actor.office);
  const { least, from } = surveyFigures(app, book);
  const [row] = await app.db.query<ListedRow>(
    `select ${LISTED} from survey s where s.office = $1 and s.id = $2`,
    [actor.office, id],
  );
  const answers = await app.db.query<AnswerRow>(
    'select mark, channel, body from survey_answer where office = $1 and survey = $2 order by id',
    [actor.office, id],
  );
  return {
    ...listed(app, row ?? { ...found.survey, answers: 0, lying: 0 }),
    opens: opensSurveys(actor),
    least,
    sheet: sheetOf(found),
    counted: shownTally(answers, found.of.reasons, from, least),
    // In the order of the words themselves: no other tells anything.
    words: answers
      .flatMap(({ body }) => wordsOf(body))
      .toSorted()
      .slice(0, 500),
  };
}

const wordsOf = (body: Json): readonly string[] =>
  isJsonObject(body) && isJsonObject(body['texts'])
    ? Object.values(body['texts']).filter((text) => typeof text === 'string')
    : [];

/** What a year's answers come to, group by group; every group is there, with none too. */
export async function voicesOf(app: App, actor: OfficeActor, year: string) {
  const book = await app.offices.get(actor.office);
  const { least, from } = surveyFigures(app, book);
  const rows = await app.db.query<AnswerRow & { questionnaire: string }>(
    `select s.questionnaire, a.mark, a.channel, a.body from survey_answer a
     join survey s on s.office = a.office and s.id = a.survey
     where a.office = $1 and a.day between $2::date and $3::date order by a.id`,
    [actor.office, `${year}-01-01`, `${year}-12-31`],
  );
  const surveys = await app.db.query<{ questionnaire: string; n: number; lying: number }>(
    `select s.questionnaire, count(*)::int as n, coalesce(sum((select count(*) from survey_envelope e
       where e.office = s.office and e.survey = s.id)), 0)::int as lying
     from survey s where s.office = $1 and s.period = $2 group by 1`,
    [actor.office, year],
  );
  return {
    least,
    from,
    groups: newestOf(app).map(({ code, who, reasons }) => {
      const of = surveys.find(({ questionnaire }) => questionnaire === code);
      return {
        code,
        who: who.zh,
        surveys: of?.n ?? 0,
        lying: of?.lying ?? 0,
        counted: shownTally(
          rows.filter(({ questionnaire }) => questionnaire === code),
          reasons,
          from,
          least,
        ),
      };
    }),
  };
}
