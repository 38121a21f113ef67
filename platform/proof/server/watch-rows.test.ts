import { afterAll, beforeAll, expect, test } from 'vitest';
import { askGrant, confirmGrant, revokeGrant } from '../../administration/server/grants.ts';
import { checkConfig } from '../../administration/server/config-check.ts';
import { markAdoption, markTold, nameTheRest } from '@zhitongche/audit/server';
import { notices } from '@zhitongche/case/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { tellUnknown } from '../../../apps/server/src/job/tell-known.ts';
import { makeRowWatch } from './watch-rows.ts';

const ADMINS = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Cast[];
let t: TestOffice;
let right = '';

const asked = (what: string) => ({ key: freshKey(), what, request: {} });
const alarms = async (cast: Cast): Promise<readonly string[]> =>
  (await notices(t.app, await t.actor(cast), undefined)).items
    .map(({ text }) => text)
    .filter((text) => text.includes('与审计所记不同'));
const line = async () =>
  (await checkConfig(t.app, await t.actor('audit-admin'), 'direct')).find(({ item }) => item === '登记核对');

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  for (const cast of [...ADMINS, 'handler', 'window'] as const) await t.actor(cast);
  const { query } = t.base.owner;
  await nameTheRest(t.app, query, t.office, false);
  await tellUnknown(t.app.keys, query, t.office);
  await markAdoption(t.app.keys, query, t.office, 'close', t.app.clock());
  await markTold(t.app.keys, query, t.office, 'close', t.app.clock());
  const [security, system] = [await t.actor('security-admin'), await t.actor('system-admin')];
  const { id: person } = await t.actor('handler');
  right = (await askGrant(t.app, security, asked('grant'), { person, role: 'director', org: t.orgs.root }))
    .id;
  await confirmGrant(t.app, system, right, true);
}, 60_000);
afterAll(() => t.drop());

test('a right that was taken and is put back is told to the three administrators by the next look, once, until it is mended', async () => {
  const { query } = t.base.owner;
  const watch = makeRowWatch();
  const look = () => watch(t.app, t.office);
  await look();
  expect(await line()).toMatchObject({ ok: true });

  await query(`create table old_row as select * from role_grant where id = '${right}'`);
  await revokeGrant(t.app, await t.actor('security-admin'), right);
  await look();
  expect(await alarms('audit-admin')).toEqual([]);

  const putBack = `set session_replication_role = replica; delete from role_grant where id = '${right}';
    insert into role_grant select * from old_row; set session_replication_role = origin`;
  await query('create table new_row as select * from role_grant where id = $1', [right]);
  await query(putBack);
  await look();
  // Another process, which knows nothing of what this one has said.
  await makeRowWatch()(t.app, t.office);
  await look();
  for (const cast of ADMINS)
    expect(await alarms(cast)).toEqual([expect.stringContaining(`授权（${right}）`)]);
  expect(await alarms('handler')).toEqual([]);
  expect(await line()).toMatchObject({ ok: false, text: expect.stringContaining(right) });

  await query(putBack.replace('old_row', 'new_row'));
  await look();
  expect(await line()).toMatchObject({ ok: true });
  expect(await alarms('audit-admin')).toHaveLength(1);

  await query("update letterhead set name = '另一个机关' where org = $1", [t.orgs.root]);
  await look();
  expect((await alarms('audit-admin')).join()).toContain('文头');
});

test('what is found later is told however much was found before it', async () => {
  const { query } = t.base.owner;
  const letterhead = (name: string) =>
    query('update letterhead set name = $2 where org = $1', [t.orgs.root, name]);
  await letterhead('某某省人民政府外事办公室');
  const watch = makeRowWatch();
  const strangers = `insert into person (office, id, username, name, org, password)
    select $1, gen_random_uuid(), 'a-stranger-' || n, '某人', $2, 'x' from generate_series(1, 30) n`;
  await query(strangers, [t.office, t.orgs.root]);
  await watch(t.app, t.office);
  const before = (await alarms('audit-admin')).length;
  await letterhead('又一个机关');
  await watch(t.app, t.office);
  const told = await alarms('audit-admin');
  expect(told.length).toBe(before + 1);
  expect(told.join()).toContain('文头');
  await query("delete from person where username like 'a-stranger-%'");
  await letterhead('某某省人民政府外事办公室');
  await watch(t.app, t.office);
});

test('a change the program makes while it is looked at is no alarm', async () => {
  const { query } = t.base.owner;
  await query("update letterhead set name = '某某省人民政府外事办公室' where org = $1", [t.orgs.root]);
  const watch = makeRowWatch();
  await watch(t.app, t.office);
  const before = await alarms('system-admin');
  const [security, { id: person }] = [await t.actor('security-admin'), await t.actor('window')];
  let busy = true;
  const changing = (async () => {
    const system = await t.actor('system-admin');
    for (let n = 0; n < 10; n += 1) {
      const { id } = await askGrant(t.app, security, asked(`${n}`), {
        person,
        role: 'director',
        org: t.orgs.root,
      });
      await confirmGrant(t.app, system, id, true);
      await revokeGrant(t.app, security, id);
    }
    busy = false;
  })();
  while (busy) await watch(t.app, t.office);
  await changing;
  expect(await alarms('system-admin')).toEqual(before);
  expect(await line()).toMatchObject({ ok: true });
});
