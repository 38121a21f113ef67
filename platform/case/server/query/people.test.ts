import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '@zhitongche/access';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { people } from './people.ts';

const ELSEWHERE: readonly Cast[] = [
  'countersigner@outbound',
  'handler@finance',
  'signer@other',
  'handler@city',
];

let t: TestOffice;
/** With the handler of 出国审批处, filed by a unit right below the province office. */
let atOutbound: string;
/** With the unit's signer. */
let atUnit: string;
/** Filed by a unit below the city office. */
let ofCity: string;
beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  for (const role of Object.keys(ROLES) as Role[]) await t.actor(role);
  for (const cast of ELSEWHERE) await t.actor(cast);
  atOutbound = await submitted(t, 'toy', { subject: '审核中', copies: 1 });
  await takes(t, 'signer', atOutbound, { act: 'agree' });
  atUnit = await submitted(t, 'toy', { subject: '签批中', copies: 1 });
  ofCity = await submitted(t, 'toy', { subject: '市属单位', copies: 1 }, { by: 'filer@cityUnit' });
  await takes(t, 'signer@cityUnit', ofCity, { act: 'agree' });
});
afterAll(() => t.drop());

const found = async (by: Cast, asked: { case?: string; act?: string; q?: string }): Promise<string[]> =>
  (await people(t.app, await t.actor(by), asked)).map((person) => person.name).sort();
const names = async (...cast: readonly Cast[]): Promise<string[]> =>
  (await Promise.all(cast.map((one) => t.actor(one)))).map((one) => one.name).sort();

/** Who sees the case at 出国审批处: that division and the leaders of the province office. */
const SEEING = [
  'division-head',
  'countersigner@outbound',
  'passport-officer',
  'window',
  'deputy-director',
  'director',
] as const;

describe('who may be named on a case', () => {
  it.each(['transfer', 'entrust', undefined])('%s offers desks that see the case already', async (act) => {
    expect(await found('handler', { case: atOutbound, ...(act && { act }) })).toEqual(await names(...SEEING));
  });

  it.each(['add-before', 'add-after', 'copy'])(
    '%s also reaches the other divisions, but no city that has nothing to do with it',
    async (act) => {
      expect(await found('handler', { case: atOutbound, act })).toEqual(
        await names(...SEEING, 'countersigner', 'finance-officer', 'handler@finance'),
      );
    },
  );

  it('reaches the city office for a case from below it', async () => {
    const reached = await found('window', { case: ofCity });
    expect(reached).toEqual(
      expect.arrayContaining(await names('city-reviewer', 'city-leader', 'handler@city')),
    );
  });

  it('never offers who only files, the administrators, or oneself', async () => {
    for (const act of ['transfer', 'copy'])
      for (const [by, id] of [
        ['handler', atOutbound],
        ['signer', atUnit],
      ] as const) {
        const offered = await found(by, { case: id, act });
        for (const name of await names(
          'filer',
          'applicant',
          'system-admin',
          'security-admin',
          'audit-admin',
          by,
        ))
          expect(offered).not.toContain(name);
      }
  });

  it('narrows by words and keeps to the case', async () => {
    expect(await found('handler', { case: atOutbound, q: '财务' })).toEqual([]);
    expect(await found('handler', { case: atOutbound, q: '财务', act: 'copy' })).toEqual(
      await names('finance-officer', 'handler@finance'),
    );
  });

  it('leaves out a closed account', async () => {
    const { id } = await t.actor('director');
    const set = (status: string) =>
      t.base.owner.query('update person set status = $3 where office = $1 and id = $2', [
        t.office,
        id,
        status,
      ]);
    await set('disabled');
    expect(await found('handler', { case: atOutbound })).toEqual(
      await names(...SEEING.filter((cast) => cast !== 'director')),
    );
    await set('active');
  });

  it('says nothing of a case one may not see', async () => {
    await expect(found('signer@other', { case: atOutbound })).rejects.toMatchObject({ status: 404 });
  });
});
