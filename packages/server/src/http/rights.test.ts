import { afterAll, beforeAll, expect, test } from 'vitest';
import { RIGHTS } from '@zhitongche/contract/rights.ts';
import { addDelegation, endDelegation } from '../account/delegations.ts';
import { type Door, openDoor } from '../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../testing/office.ts';
import { freshKey } from '../testing/story.ts';

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

const said = async (who: Cast | null) => (await door.call(who, 'health')).headers[RIGHTS];

test('every reply says by which rights it was given, so that a device knows what it may not keep any more', async () => {
  const [own, others] = [await said('handler'), await said('director')];
  expect(own).toMatch(/^[0-9a-f]{16}$/);
  expect(others).not.toBe(own);
  expect(await said('handler')).toBe(own);
  const refused = await door.call('handler', 'people', { query: { nothing: 'known' } });
  expect([refused.status, refused.headers[RIGHTS]]).toEqual([422, own]);
  expect(await said(null)).toBeUndefined();

  const [absent, stand] = [await t.actor('director'), await t.actor('handler')];
  const { id } = await addDelegation(
    t.app,
    absent,
    { key: freshKey(), what: 'addDelegation', request: {} },
    { to: stand.id, from: '2026-03-02', until: '2026-03-05', reason: '出差' },
  );
  const standing = await said('handler');
  expect(standing).not.toBe(own);
  await endDelegation(t.app, absent, id);
  expect(await said('handler')).toBe(own);

  await t.base.owner.query("update role_grant set status = 'revoked' where person = $1", [stand.id]);
  await t.app.sessions.changed(t.base.db.query, t.office, stand.id);
  expect(await said('handler')).not.toBe(own);
});
