import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveLetterhead } from '../../administration/server/letterheads.ts';
import { saveOrg } from '../../administration/server/orgs.ts';
import { addPolicy } from '../../administration/server/policies.ts';
import { markAdoption } from '@zhitongche/audit/server';
import { setCalendar } from '../../administration/server/calendar.ts';
import { putTable } from '../../administration/server/tables.ts';
import { placeHold } from '../../retention/server/holds.ts';
import { freshKey, submitted } from '../../../apps/server/testing/story.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { verifyAll } from './verify-all.ts';

let t: TestOffice;
let number = '';

const asked = { key: '', what: 'test', request: {} };
const head = { name: '某省外办', signature: '某省外办', mark: '某外' };

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  await markAdoption(t.app.keys, t.base.owner.query, t.office, 'close', t.app.clock());
  const system = await t.actor('system-admin');
  const id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
  number =
    (await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [id]))[0]
      ?.number ?? '';
  const unit = { parent: t.orgs.root, kind: 'unit', name: '某单位', active: true };
  await saveOrg(t.app, system, t.orgs.unit, unit);
  await saveLetterhead(t.app, system, t.orgs.root, head);
  await setCalendar(t.app, system, {
    coversTo: '2026-12-31',
    exceptions: [{ date: '2026-10-01', kind: 'off', notice: '国庆节' }],
  });
  await putTable(t.app, system, 'countries', {
    validFrom: '2026-01-01',
    source: '某通知',
    rows: [{ name: '法国' }],
  });
  await addPolicy(
    t.app,
    await t.actor('security-admin'),
    { ...asked, key: freshKey() },
    { key: 'toy.days', value: 4, validFrom: '2026-03-02', source: '内部规定' },
  );
  await placeHold(
    t.app,
    await t.actor('audit-admin'),
    { ...asked, key: freshKey() },
    { number, reason: '行政复议' },
  );
}, 120_000);
afterAll(() => t.drop());

const broken = async (): Promise<readonly string[]> => (await verifyAll(t.app))[0]?.broken ?? [];

/** What a walk finds once the owner of the database has done something to a table; it is put back afterwards. */
async function after(table: string, change: string): Promise<readonly string[]> {
  const { query } = t.base.owner;
  await query(`create table kept as table ${table}`);
  try {
    await query(`set session_replication_role = replica; ${change}; set session_replication_role = origin`);
    return await broken();
  } finally {
    // As a restore does it: no trigger takes part.
    await query(
      `set session_replication_role = replica; delete from ${table}; insert into ${table} select * from kept;
       drop table kept; set session_replication_role = origin`,
    );
  }
}

test('what the program set itself is whole', async () => {
  expect(await broken()).toEqual([]);
});

describe('what an office set is as the program last set it, or a walk names it', () => {
  test.each([
    ['who stands below whom', 'org', 'update org set parent = null where name = $$某单位$$', '机构'],
    ['a division taken away', 'org', 'delete from org where code = $$finance$$', '机构'],
    ['the name papers are issued in', 'letterhead', 'update letterhead set signature = $$别处$$', '文头'],
    ['a day off', 'calendar_exception', 'delete from calendar_exception where date = $$2026-10-01$$', '日历'],
    [
      'how far the calendar is certain',
      'calendar_cover',
      'update calendar_cover set to_day = $$2030-01-01$$',
      '日历',
    ],
    [
      'a row of a table',
      'ref_table',
      'update ref_table set rows = $$[]$$ where name = $$countries$$',
      '参考表',
    ],
    ['a table taken away', 'ref_table', 'delete from ref_table where valid_from = $$2026-01-01$$', '参考表'],
    ['a figure taken away', 'policy_row', 'delete from policy_row', '政策数值'],
    ['a hold taken away', 'case_hold', 'delete from case_hold', '保全'],
    ['a hold ended by nobody', 'case_hold', 'update case_hold set ended_at = now()', '保全'],
  ])('%s', async (_what, table, change, named) => {
    // A row of which the audit names the code as well is named twice: that its list differs, and which one it is.
    const found = await after(table, change);
    expect(found).toContainEqual(expect.stringContaining(named));
    expect(found.filter((sentence) => !sentence.includes(named))).toEqual([]);
  });

  test('an older state is not taken for the newest because its line was written into the audit again', async () => {
    await saveLetterhead(t.app, await t.actor('system-admin'), t.orgs.root, { ...head, mark: '新外' });
    const found = await after(
      'letterhead',
      `update letterhead set mark = '某外';
       insert into audit (office, id, at, actor, action, object, result, source, detail)
       select office, gen_random_uuid(), now(), actor, action, object, result, source, detail from audit
       where object = 'settings:letterheads' order by (detail->>'no')::int limit 1`,
    );
    expect(found).toEqual([expect.stringContaining('文头')]);
  });
});
