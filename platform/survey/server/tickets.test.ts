import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as satisfaction from '../../../catalogue/public/satisfaction/index.ts';
import { badReviews } from '../../../catalogue/public/bad-review/index.ts';
import { withTool } from '../../../packages/typeset/test/measure.ts';
import { surveyPaper } from './survey-paper.ts';
import { listRows } from '../../register/server/kept/list-rows.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { verifyMeasures } from '@zhitongche/measure/server';
import { newId } from '@zhitongche/host';
import { openEnvelopes } from './open-envelopes.ts';

let t: TestOffice;
let door: Door;

beforeAll(async () => {
  t = await testOffice({
    questionnaires: Object.values(satisfaction),
    services: [toyService],
    registers: [badReviews],
    pool: 16,
  });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const retry = () => newId().replaceAll('-', '');
const ask = async (who: Cast | null, name: Parameters<Door['call']>[1], sent: object = {}) => {
  const { status, json } = await door.call(who, name, sent);
  return { status, json: json as Record<string, unknown> };
};
const open = async (title: string, questionnaire = 'trainees', judges = 'course', closes = '2026-12-31') =>
  (
    await ask('handler', 'openSurvey', {
      body: { questionnaire, judges, title, period: '2026', closes },
    })
  ).json['id'] as string;
const codesOf = async (id: string, count: number) =>
  (await ask('handler', 'printTickets', { params: { id }, body: { count } })).json['codes'] as string[];
const rate = (code: string, mark: number, more: object = {}) =>
  ask(null, 'answerTicket', { body: { code, retry: retry(), answer: { mark, ...more } } });
const shown = async (id: string) => (await ask('handler', 'survey', { params: { id } })).json;

describe('a course that was judged', () => {
  it('is opened by its officer, answered by code without an account, and counted once there are enough answers', async () => {
    t.at('2026-03-10');
    const id = await open('专办员业务培训 2026-03-10');
    const codes = await codesOf(id, 6);
    expect(new Set(codes).size).toBe(6);
    expect((await ask(null, 'showTicket', { body: { code: codes[0] } })).json).toMatchObject({
      title: '专办员业务培训 2026-03-10',
      ask: { zh: '您对这期培训满意吗？', en: 'How was this course?' },
    });
    for (const [n, code] of codes.slice(0, 4).entries())
      expect((await rate(code, [5, 4, 3, 2][n] ?? 5, { reasons: ['content'] })).status).toBe(204);
    t.at('2026-03-11');
    expect(await openEnvelopes(t.app, t.office)).toBe(0);
    expect(await shown(id)).toMatchObject({ answers: 0, lying: 4, counted: { n: 0, value: null } });

    expect((await rate(codes[4] ?? '', 5)).status).toBe(204);
    // Of the day that is not over nothing is opened: four are too few still.
    expect(await openEnvelopes(t.app, t.office)).toBe(0);
    t.at('2026-03-12');
    expect(await openEnvelopes(t.app, t.office)).toBe(5);
    expect(await shown(id)).toMatchObject({
      answers: 5,
      lying: 0,
      printed: 6,
      counted: {
        n: 5,
        satisfied: 4,
        value: 0.8,
        channels: [{ channel: 'link', n: 5 }, { n: 0 }, { n: 0 }],
        reasons: [{ text: '内容用处不大', n: 1 }],
      },
    });
    const measures = (await ask('handler', 'measures')).json as unknown as readonly {
      code: string;
      month: object;
    }[];
    expect(measures.find(({ code }) => code === 'survey.trainees')?.month).toMatchObject({
      words: '80.0%',
      lines: 5,
    });
    expect((await verifyMeasures(t.app, t.office)).broken).toEqual([]);
  });

  it('takes sheets of paper typed in, and says how many', async () => {
    t.at('2026-04-01');
    const id = await open('接待日本山梨县代表团', 'visitors', 'reception');
    for (const code of await codesOf(id, 5)) await rate(code, 5);
    const typed = await ask('window', 'enterSheets', {
      params: { id },
      body: { answers: [{ mark: 4 }, { mark: 1 }] },
    });
    expect(typed.json).toEqual({ entered: 2 });
    t.at('2026-04-02');
    await openEnvelopes(t.app, t.office);
    expect((await shown(id))['counted']).toMatchObject({
      n: 7,
      satisfied: 6,
      channels: [
        { channel: 'link', n: 5 },
        { channel: 'kiosk', n: 0 },
        { channel: 'sheet', n: 2 },
      ],
    });
    const year = (await ask('director', 'voices', { params: { year: '2026' } })).json['groups'] as readonly {
      code: string;
      counted: object;
    }[];
    expect(year).toHaveLength(15);
    expect(year.find(({ code }) => code === 'visitors')?.counted).toMatchObject({ n: 7, value: 6 / 7 });
    expect(year.find(({ code }) => code === 'party')?.counted).toMatchObject({ n: 0, value: null });
  });
});

describe('one answer among sheets the office typed in itself', () => {
  it('is not opened with them: whoever typed the others would know it', async () => {
    t.at('2026-04-03');
    const id = await open('一人之评');
    const [code = ''] = await codesOf(id, 1);
    await rate(code, 1);
    const body = { answers: Array.from({ length: 4 }, () => ({ mark: 5 })) };
    expect((await ask('window', 'enterSheets', { params: { id }, body })).status).toBe(200);
    t.at('2026-04-04');
    await openEnvelopes(t.app, t.office);
    expect(await shown(id)).toMatchObject({ lying: 5, counted: { n: 0 } });
    for (const other of await codesOf(id, 4)) await rate(other, 4);
    t.at('2026-04-05');
    await openEnvelopes(t.app, t.office);
    expect(await shown(id)).toMatchObject({ lying: 0, counted: { n: 9 } });
  });
});

describe('a case that ended', () => {
  it('gives its applicant one code, the same whenever asked, and nobody else any', async () => {
    t.at('2026-03-05');
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    const asks = async (who: Cast) => (await ask(who, 'caseTicket', { params: { case: id } })).json;
    expect(await asks('filer')).toEqual({ code: null, used: false });
    await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
    const { code } = await asks('filer');
    expect(code).toMatch(/^(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    t.at('2026-03-06');
    expect(await asks('filer')).toEqual({ code, used: false });
    expect(await asks('signer')).toEqual({ code: null, used: false });
    expect((await rate(String(code), 4)).status).toBe(204);
    expect(await asks('filer')).toEqual({ code: null, used: true });
    // It was asked by the questionnaire of whatever no other names, and nothing says of which case.
    const listed = (await ask('handler', 'surveys')).json['surveys'] as readonly Record<string, unknown>[];
    expect(listed.find(({ judges }) => judges === 'case')).toMatchObject({
      questionnaire: 'service',
      lying: 1,
    });
    const copy = await t.base.owner.query<{ text: string }>(
      'select x::text as text from survey x union all select x::text from survey_used x union all select x::text from survey_envelope x',
    );
    for (const { text } of copy) expect(text).not.toContain(id);
    t.at('2026-04-20');
    expect(await asks('filer')).toEqual({ code: null, used: false });
  });

  it('is judged by whoever applied alone: the office prints no codes for it and stands no device before it', async () => {
    t.at('2026-03-06');
    const listed = (await ask('handler', 'surveys')).json['surveys'] as readonly Record<string, unknown>[];
    const id = String(listed.find(({ judges }) => judges === 'case')?.['id']);
    const codes = await ask('handler', 'printTickets', { params: { id }, body: { count: 1 } });
    expect(codes.json).toMatchObject({ status: 409, code: 'survey.case' });
    const kiosk = await ask('window', 'addKiosk', { body: { window: '7号窗口', survey: id } });
    expect(kiosk.json).toMatchObject({ status: 409, code: 'survey.case' });
  });
});

describe('a questionnaire on paper', () => {
  it('is printed in Chinese and in English with a box for every level', async () => {
    t.at('2026-03-13');
    const id = await open('打印的一期');
    for (const [lang, words] of [
      ['zh', ['您对这期培训满意吗', '非常不满意', '内容用处不大', '打印的一期', '2026年12月31日之前交回']],
      ['en', ['How was this course', 'Very dissatisfied', 'The content was of little use', 'by 2026-12-31']],
    ] as const) {
      const pdf = await surveyPaper(t.app, await t.actor('handler'), id, lang);
      const text = withTool(pdf.body, 'pdftotext', ['-raw', '%', '-']).toString().replaceAll(/\s+/g, '');
      for (const word of words) expect(text).toContain(word.replaceAll(' ', ''));
      // Three lines of five levels, and five reasons.
      expect(text.match(/□/g)).toHaveLength(3 * 5 + 5);
    }
  });
});

describe('one code', () => {
  it('gives one answer, whoever else has a copy of it', async () => {
    t.at('2026-05-04');
    const [code = ''] = await codesOf(await open('一码一评'), 1);
    expect((await rate(code, 5)).status).toBe(204);
    expect((await rate(code, 1)).json).toMatchObject({ status: 409, code: 'survey.used' });
    expect((await ask(null, 'showTicket', { body: { code } })).json).toMatchObject({ code: 'survey.used' });
  });

  it('sent again by the same device after a lost reply counts once and is thanked for again', async () => {
    t.at('2026-05-05');
    const id = await open('重发');
    const [code = ''] = await codesOf(id, 1);
    const body = { code, retry: retry(), answer: { mark: 4 } };
    expect((await ask(null, 'answerTicket', { body })).status).toBe(204);
    expect((await ask(null, 'answerTicket', { body })).status).toBe(204);
    expect((await shown(id))['lying']).toBe(1);
  });

  it('pressed by thirty-two at once gives one answer', async () => {
    t.at('2026-05-06');
    const id = await open('并发');
    const [code = ''] = await codesOf(id, 1);
    const all = await Promise.all(Array.from({ length: 32 }, (_, n) => rate(code, (n % 5) + 1)));
    expect(all.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(all.filter(({ status }) => status === 409)).toHaveLength(31);
    expect((await shown(id))['lying']).toBe(1);
  });

  it('whose connection is killed before the commit has given no answer, and may be used again', async () => {
    t.at('2026-05-07');
    const id = await open('断电');
    const [code = ''] = await codesOf(id, 1);
    await t.base.owner.query(
      `create function die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await t.base.owner.query(
      'create trigger dying before insert on survey_envelope for each row execute function die()',
    );
    expect((await rate(code, 5)).status).toBeGreaterThanOrEqual(500);
    await t.base.owner.query('drop trigger dying on survey_envelope');
    expect((await shown(id))['lying']).toBe(0);
    expect((await rate(code, 5)).status).toBe(204);
    expect((await shown(id))['lying']).toBe(1);
  });

  it('made up, of another office or past its last day is refused with one and the same answer', async () => {
    t.at('2026-05-08');
    const [code = ''] = await codesOf(await open('过期'), 1);
    const other = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    const wrong = await rate(other, 5);
    expect(wrong.json).toMatchObject({ status: 404, code: 'survey.unknown' });
    const without = (answer: Record<string, unknown>) => ({ ...answer, instance: '' });
    expect(without((await rate('nonsense', 5)).json)).toEqual(without(wrong.json));
    t.at('2026-06-08');
    expect(without((await rate(code, 5)).json)).toEqual(without(wrong.json));
  });

  it('of a survey that is over is told so; a bad answer is told whole, and the code still counts', async () => {
    t.at('2026-03-16');
    const [code = ''] = await codesOf(await open('岁末'), 1);
    const bad = await rate(code, 9, { reasons: ['nothing'] });
    expect(bad.json).toMatchObject({ status: 422, code: 'survey.answer' });
    expect((bad.json['problems'] as readonly object[]).length).toBe(2);
    expect((await rate(code, 3)).status).toBe(204);
    const late = await ask('handler', 'printTickets', {
      params: { id: await open('过了', 'trainees', 'course', '2026-03-20') },
      body: { count: 1 },
    });
    expect(late.status).toBe(200);
    t.at('2026-03-21');
    const closed = (await ask('handler', 'surveys', { query: { year: '2026' } })).json[
      'surveys'
    ] as readonly {
      id: string;
      title: string;
    }[];
    const id = closed.find(({ title }) => title === '过了')?.id ?? '';
    expect((await ask('handler', 'printTickets', { params: { id }, body: { count: 1 } })).json).toMatchObject(
      {
        code: 'survey.closed',
      },
    );
  });
});

describe('whoever is not satisfied and asks to be called', () => {
  const reach = { name: '白女士', contact: '13800000211' };
  const rows = async () => (await listRows(t.app, await t.actor('handler'), 'bad-review', {})).items;

  it('is written down with the days by which, in the commit of the answer, and the keepers are told', async () => {
    t.at('2026-03-13');
    const id = await open('请回访的一期');
    const [code = '', other = ''] = await codesOf(id, 2);
    const body = {
      code,
      retry: retry(),
      answer: { mark: 1, reasons: ['content'], texts: { words: '太长' } },
      reach,
    };
    expect((await ask(null, 'answerTicket', { body })).status).toBe(204);
    expect((await ask(null, 'answerTicket', { body })).status).toBe(204);
    const found = await rows();
    expect(found).toHaveLength(1);
    // Friday the 13th and five working days: Friday the 20th; fifteen: 3 April.
    expect(found[0]).toMatchObject({
      stage: 'open',
      answers: {
        about: '请回访的一期',
        who: '参训人员',
        mark: 'very',
        reasons: '内容用处不大',
        words: '太长',
        day: '2026-03-13',
        due: '2026-03-20',
        mendDue: '2026-04-03',
      },
    });
    const notices = (await ask('window', 'notices')).json['items'] as readonly { text: string }[];
    expect(notices.some(({ text }) => text.includes('请回访'))).toBe(true);
    // How somebody is reached stands nowhere in the open.
    const [copy] = await t.base.owner.query<{ text: string }>(
      "select coalesce(string_agg(e::text, ''), '') || (select string_agg(k::text, '') from kept_row k) as text from kept_event e",
    );
    expect(copy?.text).not.toContain(reach.contact);
    expect(copy?.text).not.toContain(reach.name);

    // Nobody who is satisfied is called, and nothing of such an answer was taken.
    const good = { code: other, retry: retry(), answer: { mark: 5 }, reach };
    expect((await ask(null, 'answerTicket', { body: good })).json).toMatchObject({ code: 'survey.no-call' });
    expect((await rate(other, 5)).status).toBe(204);
    expect(await rows()).toHaveLength(1);
    expect((await shown(id))['lying']).toBe(2);
  });
});

describe('opening a survey', () => {
  it('of the same thing twice is the one that is there', async () => {
    t.at('2026-03-22');
    const [one, two] = await Promise.all([open('同一期'), open('同一期')]);
    expect(one).toMatch(/^[0-9a-f-]{36}$/);
    expect(two).toBe(one);
  });
  it('is refused where the questionnaire judges something else, or the day is past', async () => {
    const body = {
      questionnaire: 'trainees',
      judges: 'year',
      title: '全年',
      period: '2026',
      closes: '2026-12-31',
    };
    expect((await ask('handler', 'openSurvey', { body })).json).toMatchObject({
      code: 'survey.questionnaire',
    });
    expect(
      (await ask('handler', 'openSurvey', { body: { ...body, judges: 'course', closes: '2026-03-20' } }))
        .json,
    ).toMatchObject({ code: 'survey.closes' });
  });
});

describe('whoever does not belong to the office', () => {
  it('finds no survey, no report and no window, and opens none', async () => {
    t.at('2026-03-23');
    const id = await open('只给本办看');
    const body = {
      questionnaire: 'trainees',
      judges: 'course',
      title: '外人',
      period: '2026',
      closes: '2026-12-31',
    };
    for (const who of ['filer', 'city-reviewer', 'system-admin'] as const)
      for (const [name, sent] of [
        ['surveys', {}],
        ['survey', { params: { id } }],
        ['openSurvey', { body }],
        ['printTickets', { params: { id }, body: { count: 1 } }],
        ['surveyPaper', { params: { id, lang: 'zh' } }],
        ['enterSheets', { params: { id }, body: { answers: [{ mark: 5 }] } }],
        ['voices', { params: { year: '2026' } }],
        ['voicesFile', { params: { year: '2026' } }],
        ['kiosks', {}],
        ['addKiosk', { body: { window: '1号窗口', survey: id } }],
        ['endKiosk', { params: { id } }],
      ] as const)
        expect((await ask(who, name, sent)).json, `${who} ${name}`).toMatchObject({
          status: 404,
          code: 'survey.none',
        });
    // The countersigner reads what people say and opens nothing.
    expect((await ask('countersigner', 'survey', { params: { id } })).json).toMatchObject({
      title: '只给本办看',
      opens: false,
    });
    expect((await ask('countersigner', 'openSurvey', { body })).json).toMatchObject({ code: 'survey.none' });
  });
});
