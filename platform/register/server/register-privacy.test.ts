import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form, identifier, text } from '@zhitongche/form';
import type { RegisterDef, Service } from '@zhitongche/case';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { caseView } from '@zhitongche/case/server';
import { register } from './registers.ts';

const CITIZEN = '11010519491231002X';
const PASSPORT = 'PE1999999';
const { fields } = toyService.form.basics ?? { fields: {} };

/** People with a name the form holds open, and two numbers it does not. */
const desk: RegisterDef = {
  key: 'people',
  title: '人员台账',
  columns: [
    { key: 'name', label: '姓名', field: 'traveller' },
    { key: 'citizenId', label: '身份证号', field: 'citizenId' },
    { key: 'passport', label: '护照号', field: 'passport' },
  ],
  rows: ({ answers }, { caseId }) => [
    {
      id: caseId,
      name: answers.traveller ?? '',
      citizenId: answers.citizenId ?? '',
      passport: answers.passport ?? '',
    },
  ],
};
const service: Service = {
  ...toyService,
  form: form({
    basics: {
      title: '基本情况',
      fields: {
        ...fields,
        traveller: text('姓名', { max: 30 }),
        passport: identifier('passport', '护照号', { sensitivity: 'sensitive' }),
      },
    },
  }),
  registers: [...toyService.registers, desk],
};

let t: TestOffice;
let id = '';
beforeAll(async () => {
  t = await testOffice({ services: [service] });
  const answers = {
    subject: '海南考察',
    copies: 1,
    traveller: '欧阳修',
    citizenId: CITIZEN,
    passport: PASSPORT,
  };
  id = await submitted(t, 'toy', answers);
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
}, 120_000);
afterAll(() => t.drop());

const search = async (who: Cast, q?: string) =>
  (await register(t.app, await t.actor(who), 'people', q === undefined ? {} : { q })).items;
const lines = () =>
  t.base.owner.query<{ action: string; result: string; object: string; name: string; detail: object }>(
    `select action, result, object, actor->>'name' as name, detail from audit
     where office = $1 and action = 'register.search' order by at, id`,
    [t.office],
  );

describe('a register masks as the form does', () => {
  it('shows a number with the same stars as the page of the case', async () => {
    const director = await t.actor('director');
    const { state } = await caseView(t.app, director, id);
    const [row] = await search('director');
    expect(row).toMatchObject({ passport: 'PE*****99', citizenId: '110105**********2X' });
    expect(row).toMatchObject({ passport: state.answers.passport, citizenId: state.answers.citizenId });
  });

  it('shows in clear what the form holds open, and finds it by its words', async () => {
    expect(await search('director', '欧阳修')).toMatchObject([{ name: '欧阳修' }]);
  });

  it('shows everything to the own clerks and to the passport desk', async () => {
    for (const who of ['filer', 'passport-officer@root'] as const)
      expect([who, await search(who)]).toMatchObject([who, [{ citizenId: CITIZEN, passport: PASSPORT }]]);
  });
});

describe('searching a register by a number', () => {
  it('finds for those who see the column in clear, is on record, and finds for nobody else', async () => {
    const before = (await lines()).length;
    for (const number of [CITIZEN, PASSPORT]) {
      expect(await search('filer', number)).toHaveLength(1);
      expect(await search('passport-officer@root', number)).toHaveLength(1);
      for (const who of ['director', 'window', 'signer'] as const)
        expect([who, await search(who, number)]).toEqual([who, []]);
    }
    const told = (await lines()).slice(before);
    expect(told.filter(({ result }) => result === 'ok')).toHaveLength(4);
    expect(told.filter(({ result }) => result === 'register.masked')).toHaveLength(6);
    expect(told.every(({ object }) => object === 'register:people')).toBe(true);
    // Who was searched for can be compared, never read.
    expect(JSON.stringify(told)).not.toMatch(/19491231|1999999/);
  });
});
