import { addDays } from '@zhitongche/base';
import { caseView, createCase, paperFile } from '@zhitongche/case/server';
import { verifyByCode } from '@zhitongche/document/server';
import { keepRow } from '@zhitongche/register/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, takes } from '../../../apps/server/testing/story.ts';
import { textIn } from '../../shared/lookup-rows.ts';
import { custody } from '../custody/index.ts';
import { visaRefusals } from './index.ts';
import { visa } from './server/index.ts';
import { groupSample, sampleStop } from './samples.ts';

const TODAY = '2026-03-02';
const DESK = 'passport-officer@root';
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [visa], registers: [custody, visaRefusals] });
  t.at(TODAY);
});
afterAll(() => t.drop());

const view = async (id: string) => await caseView(t.app, await t.actor(DESK), id);
const books = async () =>
  (
    await t.base.owner.query<{ stage: string }>(
      `select stage from kept_row where register = 'custody' order by id`,
    )
  ).map(({ stage }) => stage);
const JAPAN = ['t1c1v1', 't2c1v1', 't3c1v1'];
const SINGAPORE = ['t1c2v1', 't2c2v1', 't3c2v1'];
const answers = groupSample(TODAY);
const travellers = answers['travellers'] as readonly {
  name: string;
  passportNumber: string;
  pinyin: string;
}[];
const scanned = travellers.map(({ passportNumber }) => passportNumber).join('\n');
const desk = async (id: string, act: string, strands: readonly string[], more: object = {}) => {
  await takes(t, DESK, id, { act, strands: [...strands], ...more });
  await workOff(t.app);
};

const filed = async (): Promise<string> => {
  const filer = await t.actor('filer');
  const { id } = await createCase(t.app, filer, { key: freshKey(), service: 'visa' });
  await takes(t, 'filer', id, { act: 'submit', answers });
  await takes(t, 'window', id, { act: 'accept' });
  await workOff(t.app);
  await desk(id, 'as-exempt', SINGAPORE, { data: { ground: '使馆核实' } });
  await desk(id, 'as-visa', JAPAN, { data: { ground: '使馆核实' } });
  await takes(t, 'window', id, { act: 'pay-counter', data: { way: 'cash', reference: '1' } });
  return id;
};

test('a certificate of exit verifies; voided by a changed itinerary it says so at once, and the new one verifies', async () => {
  const id = await filed();
  await desk(id, 'certify', SINGAPORE);
  const codeOf = async (paper: string): Promise<string> => {
    const [row] = await t.base.owner.query<{ code: string }>(
      'select code from paper where case_id = $1 and paper = $2 order by issue desc limit 1',
      [id, paper],
    );
    return row?.code ?? '';
  };
  const before = await codeOf('exit:t1c2v1');
  expect((await verifyByCode(t.app, before)).result).toBe('valid');
  await takes(t, 'filer', id, {
    act: 'itinerary',
    data: {
      approval: '某外出字〔2026〕20号',
      exitDate: answers['exitDate'],
      entryDate: answers['entryDate'],
      stops: [
        sampleStop('日本', '东京', addDays(TODAY, 40), 4),
        sampleStop('新加坡', '新加坡', addDays(TODAY, 43), 5),
      ],
    },
  });
  expect((await verifyByCode(t.app, before)).result).toBe('revoked');
  const anew = ['t1c2v2', 't2c2v2', 't3c2v2'];
  await desk(id, 'as-exempt', anew, { data: { ground: '使馆核实' } });
  await desk(id, 'certify', anew);
  const after = await codeOf('exit:t1c2v2');
  expect([(await verifyByCode(t.app, after)).result, (await verifyByCode(t.app, before)).result]).toEqual([
    'valid',
    'revoked',
  ]);
});

test('books go out by scanning and come back: custody follows in the commit; a book that is not there stops the batch', async () => {
  const id = await filed();
  await desk(id, 'receive', JAPAN);
  await desk(id, 'review', JAPAN);
  await desk(id, 'draft-note', JAPAN, {
    data: { mission: '日本国驻华大使馆', missionEn: 'Embassy of Japan in China', purposeEn: 'Talks' },
  });
  await takes(t, 'division-head', id, { act: 'sign' });
  await workOff(t.app);
  expect((await view(id)).papers.filter(({ problem }) => problem)).toEqual([]);
  const send = { data: { mission: '日本国驻华大使馆', scanned } };
  await expect(desk(id, 'send', JAPAN, send)).rejects.toMatchObject({ status: 422 });
  expect((await view(id)).strands[0]?.list.find((one) => one.id === 't1c1v1')?.state).toBe('noted');
  const keeper = await t.actor(DESK);
  for (const { name, passportNumber } of travellers)
    await keepRow(t.app, keeper, {
      register: 'custody',
      key: freshKey(),
      command: {
        act: 'enter',
        answers: {
          kind: 'ordinary',
          number: passportNumber,
          place: '甲柜1层01格',
          holder: name,
          unit: { id: (await t.actor('filer')).org, title: '某某单位' },
          issued: '2025-03-01',
          until: '2030-02-28',
        },
      },
    } as never);
  await desk(id, 'send', JAPAN, send);
  expect(await books()).toEqual(['visa', 'visa', 'visa']);
  const { body } = await paperFile(t.app, keeper, id, 'list:b1', 'pdf');
  expect(body).toBeDefined();
  await desk(id, 'collect', JAPAN, { data: { scanned } });
  expect(await books()).toEqual(['in', 'in', 'in']);
  await desk(id, 'refused-here', JAPAN.slice(0, 1), {
    data: { on: TODAY, reason: 'unsaid', words: '没有说明' },
  });
  const refusals = await t.base.owner.query(`select id from kept_row where register = 'visa-refusal'`);
  expect(refusals).toHaveLength(1);
  const again = await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'visa' });
  const refused = await takes(t, 'filer', again.id, { act: 'submit', answers }).catch(
    (error: { more: { problems: readonly { message: string }[] } }) => error.more.problems,
  );
  expect(refused).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('被日本拒签（使馆没有说明）') }),
  );
  expect(textIn((await view(id)).row.status)).toBe('running');
});
