import { sealField } from '@zhitongche/formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { phonePlace } from '@zhitongche/account/server';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice();
  door = await openDoor(t);
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

it('a new application knows the clerk’s unit, name and telephone already; a copy keeps what it copies', async () => {
  const clerk = await t.actor('filer');
  const phone = sealField('13800138000', t.app.keys.field, phonePlace(t.office, clerk.id));
  await t.base.owner.query('update person set phone = $2 where id = $1', [clerk.id, phone]);
  const { orgName } = await t.app.offices.get(t.office);
  const begin = async (copyOf?: string) => {
    const { json } = await door.call('filer', 'createCase', {
      body: { service: 'outbound-trip', ...(copyOf ? { copyOf } : {}) },
    });
    const { id } = json as { id: string };
    const opened = await door.call('filer', 'case', { params: { case: id } });
    const { draft } = opened.json as { draft: { answers: Record<string, unknown> } };
    return { id, answers: draft.answers };
  };
  const first = await begin();
  expect(first.answers).toEqual({
    filerUnit: orgName(t.orgs.unit),
    organiser: orgName(t.orgs.unit),
    urgency: 'normal',
    contactName: clerk.name,
    contactPhone: '13800138000',
  });
  await door.call('filer', 'saveDraft', {
    params: { case: first.id },
    body: { answers: { contactName: '另一人' }, revision: 0 },
  });
  const copy = await begin(first.id);
  expect(copy.answers).toEqual(first.answers);
});
