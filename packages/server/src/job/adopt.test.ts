import { afterEach, expect, test } from 'vitest';
import { adoptionOf } from '../audit/adoption.ts';
import { verifyAll } from '../query/verify-all.ts';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { sealedAll } from '../testing/settled.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';
import { makeAdopter } from './adopt.ts';

let t: TestOffice;
afterEach(() => t.drop());

const answers = { subject: '海南考察', copies: 1, holder: '甲' };

/** What an older program leaves behind: an audit that does not name where chains stand. */
const asBefore = () =>
  t.base.owner.query(
    `update audit set detail = detail - 'head' - 'headMac'
     where detail->>'head' in (select head from case_file) and action <> 'case.adopt'`,
  );
const verified = async () => (await verifyAll(t.app))[0];

test('after an upgrade the chains of older cases are adopted once, visibly, and never again', async () => {
  t = await testOffice({ services: [toyService] });
  const old = await submitted(t, 'toy', answers);
  await asBefore();
  await sealedAll(t.app, t.office);
  expect(await verified()).toMatchObject({ waiting: 1, broken: [] });

  const adopt = makeAdopter();
  while ((await adopt(t.app, t.office)) > 0);
  await sealedAll(t.app, t.office);
  expect(await verified()).toMatchObject({ waiting: 0, broken: [] });
  const lines = await t.base.owner.query("select id from audit where action = 'case.adopt' and object = $1", [
    `case:${old}`,
  ]);
  expect(lines).toHaveLength(1);

  // A node of the older program is still at work.
  await takes(t, 'signer', old, { act: 'agree' });
  await asBefore();
  expect((await verified())?.waiting).toBe(1);
  t.at('2026-03-02T12:00:00.000Z');
  while ((await adopt(t.app, t.office)) > 0);
  expect((await verified())?.waiting).toBe(0);

  // A day later it is over.
  t.at('2026-03-03T02:00:00.000Z');
  while ((await adopt(t.app, t.office)) > 0);
  expect(await adoptionOf(t.app.db.query, t.office)).toEqual({ open: false });
  await takes(t, 'handler', old, { act: 'agree' });
  await asBefore();
  t.at('2026-03-03T04:00:00.000Z');
  for (const one of [adopt, makeAdopter()]) expect(await one(t.app, t.office)).toBe(0);
  expect((await verified())?.broken.join()).toContain('链头没有写入审计');
});
