import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRequests, settleRequest } from '../../administration/server/requests.ts';
import { freshKey } from '../../../apps/server/testing/story.ts';
import { type TestOffice, testOffice } from '../../../apps/server/testing/office.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { custody, custodyCounts } from '../../../catalogue/travel-document/custody/index.ts';
import { newId } from '@zhitongche/host';
import { holdsPersonal, rowTermKey } from '@zhitongche/register';
import { keepRow, verifyKept } from '@zhitongche/register/server';
import { showRow } from '../../register/server/kept/show-row.ts';
import { listRows } from '../../register/server/kept/list-rows.ts';
import { toyKeys } from '../../register/testing/toy-register.ts';
import { askErasure } from './ask-erasure.ts';
import { endHold, placeHold } from './holds.ts';
import { keepTerms } from './keep-terms.ts';
import { retentionView } from './view.ts';

const HOLDER = '欧阳测试';
const NUMBER = 'PE7654321';
const ID = '11010519491231002X';
let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [custody, custodyCounts, toyKeys] });
  for (const who of ['passport-officer@general', 'system-admin', 'audit-admin'] as const) await t.actor(who);
});
afterAll(() => t.drop());

const asked = () => ({ key: freshKey(), what: 'test', request: {} });
const acts = async (id: string, revision: number, command: object, general = false) =>
  await keepRow(t.app, await t.actor(general ? 'passport-officer@general' : 'passport-officer'), {
    register: 'custody',
    id,
    revision,
    key: newId(),
    command: command as never,
  });
const view = async () => await retentionView(t.app, await t.actor('system-admin'));
const due = async () => (await view()).due.map(({ id }) => id);
const ask = async () => await askErasure(t.app, await t.actor('system-admin'), asked());
const confirm = async (): Promise<void> => {
  const audit = await t.actor('audit-admin');
  for (const row of await listRequests(t.app, audit))
    if (row.may === 'confirm') await settleRequest(t.app, audit, row.id, true);
};
/** A document entered on the day of the clock. */
async function entered(number: string): Promise<string> {
  const answers = {
    kind: 'ordinary',
    number,
    holder: HOLDER,
    citizenId: ID,
    unit: { id: t.orgs.unit, title: '' },
    place: '甲柜1层',
    issued: '2020-01-02',
    until: '2029-01-01',
  };
  const command = { act: 'enter', answers, despite: '另一本' } as never;
  const key = newId();
  const { id } = await keepRow(t.app, await t.actor('passport-officer'), {
    register: 'custody',
    key,
    command,
  });
  return id;
}
/** The same, destroyed by two on that day. */
async function destroyed(number: string): Promise<string> {
  const id = await entered(number);
  await acts(id, 1, { act: 'move', move: 'cancel', data: { cancelled: 'left' } });
  await acts(id, 2, { act: 'agree' }, true);
  await acts(id, 3, { act: 'move', move: 'list' });
  await acts(id, 4, { act: 'move', move: 'destroy', data: { method: '粉碎' } });
  await acts(id, 5, { act: 'agree' }, true);
  return id;
}
const stored = async (id: string): Promise<string> => {
  const rows = await t.base.owner.query(
    `select row_to_json(k)::text as said from kept_row k where id = $1
     union all select row_to_json(n)::text from notice n where row_id = $1`,
    [id],
  );
  return JSON.stringify(rows);
};
const answersOf = async (id: string) =>
  (await showRow(t.app, await t.actor('passport-officer'), 'custody', id)).answers;

test('every register with personal fields has a term, its own or the office’s', async () => {
  expect([custody, toyKeys].map(holdsPersonal)).toEqual([true, true]);
  expect(rowTermKey(custody)).toBe('register.keep.personal');
  const own = {
    ...custody,
    policies: [{ ...custody.policies[0], key: 'custody.keep.personal' }],
  } as typeof custody;
  expect(rowTermKey(own)).toBe('custody.keep.personal');
  expect((await view()).terms.filter(({ what }) => what.includes('条目的个人信息'))).toMatchObject(
    ['证照保管', '证照盘点', '钥匙'].map((name) => ({
      what: `${name}：条目的个人信息`,
      term: '10年',
      from: '注销或到达终点之日起',
    })),
  );
});

test('what is private of a row that is over goes when its term is over and two confirmed the list, and its chain still proves', async () => {
  t.at('2026-03-02');
  const id = await destroyed(NUMBER);
  t.at('2036-03-01');
  expect(await due()).not.toContain(id);
  t.at('2036-03-03');
  const [line] = (await view()).due;
  expect(line).toMatchObject({ id, service: '证照保管', closedOn: '2026-03-02', parts: ['personal'] });
  expect(JSON.stringify(line)).not.toContain(HOLDER);
  await ask();
  await keepTerms(t.app, t.office);
  expect(await answersOf(id), 'one person alone deletes nothing').toMatchObject({ holder: HOLDER });
  await confirm();
  await keepTerms(t.app, t.office);
  // A second node, or the same one after a crash, finds nothing left to do.
  await keepTerms(t.app, t.office);
  const left = await answersOf(id);
  expect([left.holder, left.number, left.citizenId]).toEqual([undefined, undefined, undefined]);
  expect(left).toMatchObject({ kind: 'ordinary', place: '甲柜1层', cancelled: 'left' });
  const { story } = await showRow(t.app, await t.actor('passport-officer'), 'custody', id);
  expect(story.at(-1)?.text).toMatch(/个人信息已按保存期限删除（.*列清单，.*确认）/);
  expect(await due()).toEqual([]);
  expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  // Nothing by which it was found is left, and its number is free.
  const { items } = await listRows(t.app, await t.actor('passport-officer'), 'custody', { q: NUMBER });
  expect(items).toEqual([]);
  const [names] = await t.base.owner.query<{
    unique_key: string | null;
    near_key: string | null;
    keys: string[];
  }>('select unique_key, near_key, keys from kept_row where id = $1', [id]);
  expect(names).toEqual({ unique_key: null, near_key: null, keys: [] });
  expect(await stored(id)).not.toContain(HOLDER);
  await expect(
    acts(id, 7, { act: 'tie', relation: 'renews', to: { register: 'custody', id } }),
  ).rejects.toMatchObject({
    code: 'row.not-open',
  });
});

test('what was lost and cancelled by two, and never comes to be destroyed, is over as well', async () => {
  t.at('2026-03-02');
  const id = await entered('PE7654323');
  const data = { lostOn: '2026-03-01', where: '机场', how: '行李遗失' };
  await acts(id, 1, { act: 'move', move: 'lose', data });
  await acts(id, 2, { act: 'move', move: 'cancel', data: { cancelled: 'lost' } });
  await acts(id, 3, { act: 'agree' }, true);
  t.at('2036-03-01');
  expect(await due()).not.toContain(id);
  t.at('2036-03-03');
  expect(await due()).toContain(id);
  await ask();
  await confirm();
  await keepTerms(t.app, t.office);
  expect((await answersOf(id)).holder).toBeUndefined();
});

test('a hold keeps the row, also while its list is under way; once it ends the terms count again', async () => {
  t.at('2026-03-02');
  const id = await destroyed('PE7654322');
  t.at('2036-03-03');
  const audit = await t.actor('audit-admin');
  const [line] = (await view()).due;
  await ask();
  await confirm();
  const { id: hold } = await placeHold(t.app, audit, asked(), {
    number: line?.number ?? '',
    reason: '行政诉讼',
  });
  await keepTerms(t.app, t.office);
  expect(await answersOf(id)).toMatchObject({ holder: HOLDER });
  expect(await due()).toEqual([]);
  expect((await view()).held).toMatchObject([{ number: `证照保管 ${id}`, reason: '行政诉讼' }]);
  await expect(
    placeHold(t.app, audit, asked(), { number: `证照保管 ${newId()}`, reason: '行政诉讼' }),
  ).rejects.toMatchObject({ more: { problems: [{ code: 'hold.case' }] } });
  await endHold(t.app, audit, hold, '已结案');
  expect(await due()).toEqual([id]);
  await ask();
  await confirm();
  await keepTerms(t.app, t.office);
  expect((await answersOf(id)).holder).toBeUndefined();
  expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
});
