import { randomBytes } from 'node:crypto';
import { addDays, dayInShanghai, type Json } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  codedWith,
  idempotent,
  macOf,
  type OfficeActor,
  ProblemError,
  sameMac,
} from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { newId, type Query } from '@zhitongche/host';
import { casesOwn, noSurvey, unknownKiosk } from './refusals.ts';
import { answerOf, store, markUsed } from './take-answer.ts';
import { sheetOf } from './sheet-of.ts';
import { findSurvey, getSurvey, type OpenedSurvey } from './surveys.ts';

/** Minutes a set-up code counts. */
const SETUP_MINUTES = 15;
/** Days a device may have been without a network; what is older counts as of today. */
const BACK = 31;

interface StoredKiosk {
  readonly id: string;
  readonly name: string;
  readonly survey: string;
  readonly secret: string;
  readonly setup_until: Date | null;
}

const imageOf = (
  app: App,
  office: string,
  id: string,
  secret: string,
  stored: string | null = null,
): string =>
  macOf(stored === null ? app.keys : codedWith(app.keys, stored), 'survey-kiosk', [office, id, secret]);

/** Gives a window a device: a code that sets one up, once, within a quarter of an hour. */
export async function addKiosk(
  app: App,
  actor: OfficeActor,
  key: string,
  asked: { readonly window: string; readonly survey: string },
): Promise<{ code: string; minutes: number }> {
  const { survey } = await getSurvey(app, actor.office, asked.survey);
  if (survey.judges === 'case') throw casesOwn();
  const now = app.clock();
  return await idempotent(app, actor, { key, what: 'addKiosk', request: { ...asked } }, async (query) => {
    const id = newId(now.getTime());
    const code = randomBytes(6).toString('hex').toUpperCase();
    await query(
      `insert into survey_kiosk (office, id, name, survey, secret, setup_until) values ($1, $2, $3, $4, $5, $6)`,
      [
        actor.office,
        id,
        asked.window.trim(),
        survey.id,
        imageOf(app, actor.office, id, code),
        new Date(now.getTime() + SETUP_MINUTES * 60_000),
      ],
    );
    await record(query, actor, now, 'survey.kiosk-add', `kiosk:${id}`, {
      window: asked.window,
      survey: survey.id,
    });
    return { code: code.match(/.{4}/g)?.join('-') ?? code, minutes: SETUP_MINUTES };
  });
}

/** Takes a device out of use: what it has not sent counts no more. */
export async function endKiosk(app: App, actor: OfficeActor, key: string, id: string): Promise<void> {
  await idempotent(app, actor, { key, what: 'endKiosk', request: { id } }, async (query) => {
    const gone = await query('delete from survey_kiosk where office = $1 and id = $2::uuid returning id', [
      actor.office,
      id,
    ]);
    if (gone.length === 0) throw noSurvey();
    await record(query, actor, app.clock(), 'survey.kiosk-end', `kiosk:${id}`);
    return undefined;
  });
}

/** The devices of the office. */
export async function kiosks(app: App, office: string) {
  const rows = await app.db.query<{
    id: string;
    name: string;
    title: string;
    setup_until: Date | null;
    heard_on: string | null;
  }>(
    `select k.id, k.name, s.title, k.setup_until, k.heard_on from survey_kiosk k
     join survey s on s.office = k.office and s.id = k.survey where k.office = $1 order by k.name, k.id`,
    [office],
  );
  return rows.map((row) => ({
    id: row.id,
    window: row.name,
    survey: row.title,
    waiting: row.setup_until !== null,
    heardOn: row.heard_on,
  }));
}

/** Sets a device up by the code its officer was given; the code is over with it. */
export async function setUpKiosk(app: App, office: string, typed: string) {
  const code = typed.toUpperCase().replaceAll(/[^0-9A-F]/g, '');
  const secret = randomBytes(24).toString('base64url');
  return await app.db.tx(async (query) => {
    const waiting = await query<StoredKiosk>(
      `select id, name, survey, secret, setup_until from survey_kiosk
       where office = $1 and setup_until >= $2 for update`,
      [office, app.clock()],
    );
    const found = waiting.find((one) => sameMac(imageOf(app, office, one.id, code, one.secret), one.secret));
    const survey = found && (await findSurvey(app, query, office, { id: found.survey }));
    if (!found || !survey) throw unknownKiosk();
    await query('update survey_kiosk set secret = $3, setup_until = null where office = $1 and id = $2', [
      office,
      found.id,
      imageOf(app, office, found.id, secret),
    ]);
    return { kiosk: found.id, secret, window: found.name, sheet: sheetOf(survey) };
  });
}

/** What a device sends: ratings that lay on it, each with the number and day it gave them. */
export interface KioskRatings {
  readonly kiosk: string;
  readonly secret: string;
  readonly ratings: readonly { readonly id: string; readonly day: string; readonly answer: Json }[];
}

/** Takes what a device kept, each rating once, of the days of its survey; tells which it may forget, and what to ask from now on. */
export async function sendKiosk(app: App, office: string, { kiosk, secret, ratings }: KioskRatings) {
  const today = dayInShanghai(app.clock().toISOString());
  return await app.db.tx(async (query) => {
    const { found, survey } = await genuine(app, query, office, kiosk, secret);
    const { closes } = survey.survey;
    const over = closes < today;
    const due = over ? ratings.filter(({ day }) => day <= closes && day >= addDays(today, -BACK)) : ratings;
    // Whoever set the survey up sets the device up for the next one; what it keeps goes there.
    if (over && due.length === 0) throw unknownKiosk();
    for (const rating of due) await takeOne(app, query, office, survey, { kiosk, today, rating });
    await query(
      'update survey_kiosk set heard_on = $3 where office = $1 and id = $2 and heard_on is distinct from $3::date',
      [office, kiosk, today],
    );
    return { window: found.name, sheet: sheetOf(survey), taken: due.map(({ id }) => id) };
  });
}

async function genuine(app: App, query: Query, office: string, kiosk: string, secret: string) {
  const [found] = await query<StoredKiosk>(
    `select id, name, survey, secret, setup_until from survey_kiosk
     where office = $1 and id = $2 and setup_until is null`,
    [office, kiosk],
  );
  const survey = found && (await findSurvey(app, query, office, { id: found.survey }));
  if (!found || !survey || !sameMac(imageOf(app, office, kiosk, secret, found.secret), found.secret))
    throw unknownKiosk();
  return { found, survey };
}

interface Taking {
  readonly kiosk: string;
  readonly today: string;
  readonly rating: KioskRatings['ratings'][number];
}

/** One that no longer fits its questionnaire is put away too: the device would send it for ever. */
async function takeOne(
  app: App,
  query: Query,
  office: string,
  survey: OpenedSurvey,
  { kiosk, today, rating: { id, day, answer } }: Taking,
): Promise<void> {
  const of = day <= today && day >= addDays(today, -BACK) ? day : today;
  const image = sm3Hex(`survey/${office}/kiosk/${kiosk}/${id}`);
  const used = await markUsed(query, office, { image, retry: id, last: addDays(today, 2 * BACK) });
  if (used !== 'first') return;
  try {
    await store(app, query, office, survey, 'kiosk', answerOf(survey, answer), of);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    app.log.warn({ kiosk }, 'a rating did not fit its questionnaire');
  }
}
