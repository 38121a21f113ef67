import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trainees } from '../../../catalogue/public/satisfaction/index.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import { openEnvelopes } from './open-envelopes.ts';

/*
 * Somebody has a full copy of the database, hidden columns with it, the log, and knows who got which code and when each of them
 * answered. Twelve people answered at twelve known minutes; what each wrote stands in exactly one answer. Whoever joins them finds
 * nothing to join by.
 */
const PEOPLE = 12;
const HOURS = [9, 9, 10, 10, 11, 11, 14, 14, 15, 16, 17, 17];

let t: TestOffice;
let door: Door;
let survey: string;
let codes: readonly string[];
const logged: string[] = [];
/** Words of each, in the order they answered. */
const wrote = Array.from({ length: PEOPLE }, (_, n) => `只有第${n + 1}个人写的话`);

beforeAll(async () => {
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  t = await testOffice({ questionnaires: [trainees], log: pino({ level: 'debug' }, sink) });
  door = await openDoor(t);
  t.at('2026-03-10');
  const json = async (name: Parameters<Door['call']>[1], sent: object) =>
    (await door.call('handler', name, sent)).json as Record<string, unknown>;
  const body = {
    questionnaire: 'trainees',
    judges: 'course',
    title: '一期培训',
    period: '2026',
    closes: '2026-06-30',
  };
  survey = String((await json('openSurvey', { body }))['id']);
  codes = (await json('printTickets', { params: { id: survey }, body: { count: PEOPLE } }))[
    'codes'
  ] as string[];
  for (const [n, code] of codes.entries()) {
    t.at(`2026-03-10T${String((HOURS[n] ?? 9) - 8).padStart(2, '0')}:${10 + n}:00.000Z`);
    const sent = {
      code,
      retry: newId().replaceAll('-', ''),
      answer: { mark: (n % 5) + 1, texts: { words: wrote[n] } },
    };
    expect((await door.call(null, 'answerTicket', { body: sent })).status).toBe(204);
  }
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

interface CopiedRow {
  readonly table: string;
  readonly xmin: string;
  readonly ctid: string;
  readonly text: string;
}

/** Every row there is, with the columns nobody asks for, in the order it lies on disk. */
async function wholeCopy(): Promise<readonly CopiedRow[]> {
  const tables = await t.base.owner.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  const rows: CopiedRow[] = [];
  for (const { name } of tables)
    rows.push(
      ...(await t.base.owner.query<CopiedRow>(
        `select '${name}' as table, x.xmin::text as xmin, x.ctid::text as ctid, x::text as text from ${name} x order by x.ctid`,
      )),
    );
  return rows;
}

test('until their day is over answers lie sealed: a copy shows nobody what was answered', async () => {
  const copy = await wholeCopy();
  expect(copy.filter(({ table }) => table === 'survey_envelope')).toHaveLength(PEOPLE);
  for (const { text } of copy) for (const words of wrote) expect(text).not.toContain(words);
  expect(logged.join('')).not.toContain('只有第');
});

test('once they are opened neither time, nor order on disk, nor transaction, audit, outbox, code or log leads from an answer to who gave it', async () => {
  t.at('2026-03-11');
  expect(await openEnvelopes(t.app, t.office)).toBe(PEOPLE);
  const copy = await wholeCopy();
  const of = (name: string) => copy.filter(({ table }) => table === name);
  const answers = of('survey_answer');
  expect(answers).toHaveLength(PEOPLE);
  expect(of('survey_envelope')).toEqual([]);

  // Transaction: all answers share one, in which nobody answered anything.
  const [opening] = new Set(answers.map(({ xmin }) => xmin));
  expect(new Set(answers.map(({ xmin }) => xmin)).size).toBe(1);
  expect([...new Set(copy.filter(({ xmin }) => xmin === opening).map(({ table }) => table))].sort()).toEqual([
    'audit',
    'measure_line',
    'survey_answer',
  ]);

  // Order on disk, here and beside: that of ids which chance drew when all were opened, and of nothing else.
  const ids = answers.map(({ text }) => /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])/.exec(text));
  expect(ids.every((found) => found?.[1] === '4')).toBe(true);
  const order = (await t.base.owner.query<{ id: string }>('select id from survey_answer order by ctid')).map(
    ({ id }) => id,
  );
  expect(order).toEqual(order.toSorted());
  const counted = await t.base.owner.query<{ subject: string }>(
    'select subject from measure_line order by ctid',
  );
  expect(counted.map(({ subject }) => subject)).toEqual(order);

  // Time: one day for all, and no clock.
  for (const { text } of answers) {
    expect(text).toContain('2026-03-10');
    expect(text).not.toMatch(/\d{2}:\d{2}/);
  }

  // Code: none stands anywhere, and what says that one was used names neither day nor answer.
  for (const code of codes) {
    const bare = code.replaceAll('-', '');
    for (const { text } of copy) expect(text.includes(code) || text.includes(bare)).toBe(false);
    expect(logged.join('').includes(code)).toBe(false);
  }
  for (const { text } of of('survey_used')) expect(text).not.toMatch(/2026-03-1[01]/);

  // Audit: per day and batch, with a number and no answer.
  const audit = of('audit').filter(({ text }) => text.includes('survey.opened'));
  expect(audit).toHaveLength(1);
  expect(audit[0]?.text).toContain('""answers"": 12');
  for (const { text } of copy.filter(({ table }) => table !== 'survey_answer'))
    for (const words of wrote) expect(text).not.toContain(words);
  expect(of('outbox').filter(({ text }) => text.includes('survey'))).toEqual([]);

  // An id of an answer stands beside no person: only in the measure, which has no other column of whom.
  for (const id of order)
    expect(copy.filter(({ text }) => text.includes(id)).map(({ table }) => table)).toEqual([
      'measure_line',
      'survey_answer',
    ]);
  expect(logged.join('')).not.toContain('只有第');
});

test('guessing by rank does no better than guessing: which answer is whose follows chance drawn at the opening', async () => {
  // The same twelve, opened again and again from the same envelopes, come out in other orders.
  const orders = new Set<string>();
  for (let again = 0; again < 8; again += 1) {
    t.at('2026-03-12');
    await t.base.owner.query('delete from survey_answer');
    for (const words of wrote) {
      const sheet = { mark: 4, texts: { words } };
      const sent = { params: { id: survey }, body: { answers: [sheet] } };
      expect((await door.call('handler', 'enterSheets', sent)).status).toBe(200);
    }
    t.at('2026-03-13');
    await openEnvelopes(t.app, t.office);
    const rows = await t.base.owner.query<{ words: string }>(
      "select body->'texts'->>'words' as words from survey_answer order by ctid",
    );
    orders.add(rows.map(({ words }) => words).join());
  }
  // 12! orders: eight draws that all fall on one would be no chance at all.
  expect(orders.size).toBe(8);
});

test('what says that a code was used is forgotten when its survey is over', async () => {
  t.at('2026-07-01');
  await openEnvelopes(t.app, t.office);
  expect((await wholeCopy()).filter(({ table }) => table === 'survey_used')).toEqual([]);
});

test('few are never opened, on however many days they came', async () => {
  const days = ['2026-03-14', '2026-03-15', '2026-03-16', '2026-03-17'];
  for (const day of days) {
    t.at(day);
    const sent = { params: { id: survey }, body: { answers: [{ mark: 1, texts: { words: `${day}的话` } }] } };
    expect((await door.call('handler', 'enterSheets', sent)).status).toBe(200);
  }
  t.at('2026-03-18');
  expect(await openEnvelopes(t.app, t.office)).toBe(0);
  t.at('2026-03-19');
  await door.call('handler', 'enterSheets', { params: { id: survey }, body: { answers: [{ mark: 5 }] } });
  t.at('2026-03-20');
  expect(await openEnvelopes(t.app, t.office)).toBe(5);
  // Five who came on five days have one day from now on.
  const rows = await t.base.owner.query<{ day: string }>(
    "select distinct day from survey_answer where body->'texts'->>'words' is null or body->'texts'->>'words' like '2026%'",
  );
  expect(rows).toEqual([{ day: '2026-03-19' }]);
});
