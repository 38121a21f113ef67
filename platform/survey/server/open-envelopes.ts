import { randomUUID } from 'node:crypto';
import { SYSTEM_DOER } from '@zhitongche/case';
import { writeAudit } from '@zhitongche/audit/server';
import type { App } from '@zhitongche/core/server';
import { noteAnswers } from '@zhitongche/measure/server';
import type { Query } from '@zhitongche/host';
import { type Enclosed, openEnvelope } from './envelopes.ts';
import { surveyFigures } from './survey-policies.ts';

/** Opens the envelopes of days that are over wherever a survey has enough of them, and forgets codes whose last day is over; gives how many it opened. */
export async function openEnvelopes(app: App, office: string): Promise<number> {
  const book = await app.offices.get(office);
  const { today, least, from } = surveyFigures(app, book);
  await app.db.query('delete from survey_used where office = $1 and last < $2::date', [office, today]);
  const due = await app.db.query<{ survey: string; questionnaire: string }>(
    `select e.survey, s.questionnaire from survey_envelope e join survey s on s.office = e.office and s.id = e.survey
     where e.office = $1 and e.day < $2::date group by 1, 2 having count(*) >= $3 order by 1`,
    [office, today, least],
  );
  let opened = 0;
  for (const one of due)
    opened += await app.db.tx((query) =>
      openOne(app, query, { ...one, office, today, least, from, org: book.root.id }),
    );
  return opened;
}

interface Opening {
  readonly office: string;
  readonly survey: string;
  readonly questionnaire: string;
  readonly today: string;
  readonly least: number;
  readonly from: number;
  readonly org: string;
}

/** What is stored of an opened answer. */
interface Opened {
  readonly id: string;
  readonly channel: string;
  readonly mark: number;
  readonly satisfied: boolean;
  readonly body: unknown;
}

/**
 * What may be opened together: whoever typed in sheets knows these, so others come out with them only where there are enough
 * others. None where another node opened them a moment ago.
 */
const enough = <T extends Pick<Enclosed, 'channel'>>(lying: readonly T[], least: number): readonly T[] => {
  const sheets = lying.filter(({ channel }) => channel === 'sheet');
  const due = lying.length - sheets.length < least ? sheets : lying;
  return due.length < least ? [] : due;
};

/**
 * Opens what lies of one survey, all in one transaction: the answers are written in the order of ids drawn now, all with the
 * day their envelopes reach to, and the envelopes are gone with it.
 */
async function openOne(
  app: App,
  query: Query,
  { office, survey, today, least, ...of }: Opening,
): Promise<number> {
  const lying = await query<{ id: string; day: string; sealed: string }>(
    'select id, day, sealed from survey_envelope where office = $1 and survey = $2 and day < $3::date for update',
    [office, survey, today],
  );
  const read = enough(
    lying.map((envelope) => ({ ...envelope, ...openEnvelope(app, office, survey, envelope) })),
    least,
  );
  if (read.length === 0) return 0;
  const day =
    read
      .map((one) => one.day)
      .sort()
      .at(-1) ?? today;
  const opened: readonly Opened[] = read
    .map(({ channel, answer }) => {
      const { mark, ...body } = answer;
      return { id: randomUUID(), channel, mark, satisfied: mark >= of.from, body };
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await query(
    `insert into survey_answer (office, id, survey, day, channel, mark, satisfied, body)
     select $1, a.id, $2, $3, a.channel, a.mark, a.satisfied, a.body
     from json_to_recordset($4::json) as a(id uuid, channel text, mark int, satisfied boolean, body jsonb)`,
    [office, survey, day, JSON.stringify(opened)],
  );
  await query('delete from survey_envelope where office = $1 and survey = $2 and id = any($3::uuid[])', [
    office,
    survey,
    read.map(({ id }) => id),
  ]);
  await noteAnswers(query, office, {
    measure: `survey.${of.questionnaire}`,
    org: of.org,
    day,
    answers: opened.map(({ id, satisfied }) => ({ id, n: satisfied ? '1' : '0' })),
  });
  await writeAudit(query, {
    office,
    at: app.clock(),
    actor: { id: null, name: SYSTEM_DOER.name },
    action: 'survey.opened',
    object: `survey:${survey}`,
    result: 'ok',
    source: '',
    detail: { day, answers: opened.length },
  });
  return opened.length;
}
