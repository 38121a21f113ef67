import { afterEach, describe, expect, test } from 'vitest';
import { makeAdmission } from '@zhitongche/audit/server';
import { addDelegation } from '../../../../platform/account/server/delegations.ts';
import { makeSessions } from '@zhitongche/account/server';
import { verifyAll } from '@zhitongche/proof/server';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { sealedAll } from '../../testing/settled.ts';
import { freshKey, submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
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
  expect(await t.app.admission.state(t.office)).toMatchObject({ open: false });
  await takes(t, 'handler', old, { act: 'agree' });
  await asBefore();
  t.at('2026-03-03T04:00:00.000Z');
  for (const one of [adopt, makeAdopter()]) expect(await one(t.app, t.office)).toBe(0);
  expect((await verified())?.broken.join()).toContain('链头没有写入审计');
});

describe('rows of an older program are adopted once, each on record, and never again whatever a database administrator writes', () => {
  const uncoded = async () =>
    (
      await t.base.owner.query<{ n: number }>(
        'select count(*)::int as n from (select mac from person union all select mac from delegation) r where mac is null',
      )
    )[0]?.n;
  const adopt = async () => {
    const job = makeAdopter();
    while ((await job(t.app, t.office)) > 0);
  };
  const strangerIn = async () => {
    const filer = await t.actor('filer');
    await t.base.owner.query("update person set mac = null, password = 'other' where id = $1", [filer.id]);
    const token = await t.app.sessions.open(t.base.db.query, t.office, filer.id, from);
    const admission = makeAdmission(t.app);
    const found = await makeSessions({ ...t.app, admission, forged: () => undefined }).find(
      t.office,
      token,
      '127.0.0.1',
    );
    return found !== null;
  };
  const from = { source: '127.0.0.1', agent: 'test' };

  test('while it lasts, a row an older program changed counts and is adopted', async () => {
    t = await testOffice({ services: [toyService] });
    const [leader, clerk] = [await t.actor('director'), await t.actor('handler')];
    const asked = { key: freshKey(), what: 'addDelegation', request: {} };
    await addDelegation(t.app, leader, asked, {
      to: clerk.id,
      from: '2026-03-02',
      until: '2026-03-03',
      reason: '出差',
    });
    // What an older program leaves: it changes columns and knows of no codes.
    await t.base.owner.query("update person set password = 'changed'");
    await t.base.owner.query("update delegation set until_day = '2026-03-04'");
    const before = (await uncoded()) ?? 0;
    expect(before).toBeGreaterThan(2);
    const { token } = await t.session('handler');
    expect((await t.app.sessions.find(t.office, token, '127.0.0.1'))?.actor.standsInFor).toHaveLength(1);

    await adopt();
    expect(await uncoded()).toBe(0);
    const lines = await t.base.owner.query("select object from audit where action = 'row.adopt'");
    expect(lines).toHaveLength(before);
    await sealedAll(t.app, t.office);
    expect(await verified()).toMatchObject({ waiting: 0, broken: [] });
  });

  test.each([
    [
      'writes a mark of his own',
      "insert into audit (office, id, at, actor, action, object, result) select office, gen_random_uuid(), '2026-03-05', actor, 'adoption.open', object, result from audit where action = 'adoption.open'",
    ],
    [
      'writes the old mark down once more',
      "delete from audit where action = 'adoption.close'; insert into audit (office, id, at, actor, action, object, result, detail) select office, gen_random_uuid(), at, actor, action, object, result, detail from audit where action = 'adoption.open'",
    ],
    ['takes the marks away', "delete from audit where object like 'adoption:%'"],
  ])('when it is over, nobody gets in by a row without a code, though he %s', async (_what, tamper) => {
    t = await testOffice({ services: [toyService] });
    await adopt();
    t.at('2026-03-03T02:00:00.000Z');
    await adopt();
    t.at('2026-03-05T02:00:00.000Z');
    await sealedAll(t.app, t.office);
    await t.base.owner.query(tamper);
    expect(await strangerIn()).toBe(false);
    await adopt();
    expect(await uncoded()).toBe(1);
    const found = (await verified())?.broken.join('；');
    expect(found).toContain('账户“filer”');
    expect(found).toMatch(/认领标记|封签/);
  });
});
