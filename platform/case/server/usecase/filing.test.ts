import type { Service } from '@zhitongche/case';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { me } from '../../../account/server/me.ts';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';

const byFinance: Service = { ...toyService, code: 'grants-in-aid', filedBy: 'finance-officer' };
const forFirms: Service = { ...toyService, code: 'firms', audience: ['enterprise'] };
const elsewhere: Service = { ...byFinance, code: 'prepared', ownBeginning: true };

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [toyService, byFinance, forFirms, elsewhere] });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const begin = (who: Parameters<Door['call']>[0], service: string) =>
  door.call(who, 'createCase', { body: { service } });

describe('who files is decided once, for the offer, the draft and the submission', () => {
  it('a role named by the service files it through the general doors, from draft to submission', async () => {
    const { status, json } = await begin('finance-officer', 'grants-in-aid');
    expect(status).toBe(200);
    const params = { case: (json as { id: string }).id };
    const answers = { subject: '补助', copies: 1 };
    const saved = await door.call('finance-officer', 'saveDraft', { params, body: { answers, revision: 0 } });
    expect(saved.status).toBe(200);
    const mine = await door.call('finance-officer', 'myCases');
    expect(mine.json).toMatchObject({ items: [{ id: params.case }] });
    const sent = await door.call('finance-officer', 'act', {
      params,
      body: { revision: 0, command: { act: 'submit', answers } },
    });
    expect(sent.json).toMatchObject({ state: { status: 'running' } });
  });

  it('a clerk does not begin what another role files, nor what is not for units', async () => {
    expect(await begin('filer', 'grants-in-aid')).toMatchObject({
      status: 403,
      json: { code: 'service.not-yours' },
    });
    expect(await begin('filer', 'firms')).toMatchObject({ status: 403, json: { code: 'service.not-yours' } });
    expect((await begin('filer', 'toy')).status).toBe(200);
  });

  it('the catalogue offers exactly what the door then takes', async () => {
    const { json } = await door.call('filer', 'services');
    const offered = (json as { code: string; mayFile: boolean }[]).filter((one) => one.mayFile);
    expect(offered.map(({ code }) => code)).toEqual(['toy']);
  });

  it('a service begun by an endpoint of its own is not begun half by the general one', async () => {
    expect(await begin('finance-officer', 'prepared')).toMatchObject({
      status: 403,
      json: { code: 'service.begun-elsewhere' },
    });
  });

  it('whoever files something is shown the way to it', async () => {
    const actor = await t.actor('finance-officer');
    const { shells } = await me(t.app, {
      actor,
      csrf: '',
      must: [],
      session: '',
      until: Number.MAX_SAFE_INTEGER,
    });
    expect(shells).toContain('hall');
  });
});
