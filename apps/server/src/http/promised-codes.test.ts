import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import { newId } from '@zhitongche/host';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { dutyRoster } from '../../../../catalogue/office/duty-roster/index.ts';
import { askErasure } from '../../../../platform/retention/server/ask-erasure.ts';
import { keepRow } from '@zhitongche/register/server';
import { toyKeys } from '../../../../platform/register/testing/toy-register.ts';
import { type Door, openDoor, type Sent } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { ready } from '../query/readiness.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const SOMETHING = '0190a0a0-0000-7000-8000-000000000000';

let t: TestOffice;
let door: Door;
let row: string;
beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [toyKeys, dutyRoster, bookable, bookings] });
  door = await openDoor(t);
  for (const tag of ['A1', 'A2'])
    row = (
      await keepRow(t.app, await t.actor('handler'), {
        register: 'toy-keys',
        key: newId(),
        command: { act: 'enter', answers: { tag, room: tag, kind: 'door' } },
      })
    ).id;
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

/** What an endpoint refuses with: the status, and the codes of its problems, or its own where it lists none. */
async function refusal(who: Cast, name: EndpointName, sent: Sent = {}): Promise<readonly unknown[]> {
  const got = await door.call(who, name, sent);
  const { code, problems = [] } = got.json as { code: string; problems?: readonly { code: string }[] };
  return [got.status, ...(problems.length > 0 ? problems.map((problem) => problem.code) : [code])];
}
const figure = async (key: string, value: number): Promise<void> => {
  const body = { key, value, validFrom: '2026-03-02', source: '测试文件〔2026〕1号' };
  expect((await door.call('security-admin', 'addPolicy', { body })).status).toBe(200);
};

test('what has been submitted is neither saved as a draft any more nor deleted', async () => {
  const id = await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
  const params = { case: id };
  expect(await refusal('filer', 'saveDraft', { params, body: { answers: {}, revision: 1 } })).toEqual([
    409,
    'case.not-editable',
  ]);
  expect(await refusal('filer', 'deleteDraft', { params })).toEqual([409, 'case.not-editable']);
  await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
});

test('a hold names a case there is, once, and why; what holds nothing cannot be ended', async () => {
  const hold = (number: string, reason: string): Promise<readonly unknown[]> =>
    refusal('audit-admin', 'placeHold', { body: { number, reason } });
  expect(await hold('没有这个编号', ' ')).toEqual([422, 'hold.case', 'hold.reason']);
  const [filed] = await t.base.owner.query<{ number: string }>(`select number from case_file limit 1`);
  const body = { number: filed?.number ?? '', reason: '行政复议' };
  expect((await door.call('audit-admin', 'placeHold', { body })).status).toBe(200);
  expect(await hold(body.number, body.reason)).toEqual([422, 'hold.twice']);
  const end = { params: { id: SOMETHING }, body: { reason: '已结案' } };
  expect(await refusal('audit-admin', 'endHold', end)).toEqual([404, 'hold.not-found']);
});

test('a role of one’s own has a name, and only one there is can be changed or ended', async () => {
  const body = { label: '甲', codes: ['window', 'handler'] };
  expect(await refusal('security-admin', 'askRole', { body })).toEqual([422, 'role.label']);
  const changed = { body: { ...body, label: '窗口兼经办', role: 'own:nobody' } };
  expect(await refusal('security-admin', 'askRole', changed)).toEqual([404, 'role.not-found']);
  expect(await refusal('security-admin', 'retireRole', { params: { role: 'own:nobody' } })).toEqual([
    404,
    'role.not-found',
  ]);
});

test('a register is counted by columns it filters by, told piece by piece only where it is a stock, and hands out files it has', async () => {
  const params = { register: 'toy-keys' };
  expect(await refusal('handler', 'keptCounts', { params, query: { by: 'tag' } })).toEqual([
    422,
    'row.column',
  ]);
  expect(await refusal('handler', 'keptCount', { params, body: { names: [] } })).toEqual([404, 'stock.none']);
  expect(await refusal('handler', 'keptFile', { params: { ...params, id: row, file: SOMETHING } })).toEqual([
    404,
    'file.not-found',
  ]);
});

test('turns are asked of a roster and free times of bookings, for days in order and not for ever', async () => {
  const ask = (name: 'keptRoster' | 'keptSlots', register: string, from: string, until: string) =>
    refusal('handler', name, { params: { register }, query: { from, until } });
  const week = ['2026-03-02', '2026-03-08'] as const;
  expect(await ask('keptRoster', 'toy-keys', ...week)).toEqual([404, 'row.no-roster']);
  expect(await ask('keptSlots', 'toy-keys', ...week)).toEqual([404, 'row.no-booking']);
  for (const [from, until] of [
    ['2026-03-08', '2026-03-02'],
    ['2026-03-02', '2036-03-02'],
  ] as const) {
    expect(await ask('keptRoster', 'duty-roster', from, until)).toEqual([422, 'slots.days']);
    expect(await ask('keptSlots', 'booking', from, until)).toEqual([422, 'slots.days']);
  }
});

test('a list longer than an export may be is narrowed first, by the figure of the office', async () => {
  await figure('files.export-rows', 1);
  expect(await refusal('handler', 'keptExport', { params: { register: 'toy-keys' } })).toEqual([
    422,
    'export.too-many',
  ]);
});

test('one more budget than may wait to be read is asked to come again', async () => {
  await figure('budget.queue', 0);
  const file = { name: '部门预算.txt', bytes: '某部门2026年部门预算公开\n' };
  expect(await refusal('finance-officer', 'readBudget', { file })).toEqual([503, 'budget.queue']);
});

test('nothing is listed for deletion that is not due, and what is listed is not listed twice', async () => {
  const asking = async (): Promise<unknown> =>
    await askErasure(t.app, await t.actor('system-admin'), { key: newId(), what: 'askErasure', request: {} });
  const refused = (code: string) => ({ status: 422, more: { problems: [{ code }] } });
  await expect(asking()).rejects.toMatchObject(refused('erase.nothing'));
  const about = { subject: '海南考察', copies: 2, holder: '欧阳测试', citizenId: '11010519491231002X' };
  await takes(t, 'signer', await submitted(t, 'toy', about), { act: 'refuse', opinion: '不予同意。' });
  t.at('2030-03-04');
  await asking();
  await expect(asking()).rejects.toMatchObject(refused('erase.pending'));
});

test('a process that is leaving says that it is not ready', async () => {
  await expect(ready({ ...t.app, leaving: () => true })).rejects.toMatchObject({
    status: 503,
    code: 'system.not-ready',
  });
});

test('every refusal the contract promises by its code is expected by a test', () => {
  const said = ['apps', 'platform', 'catalogue', 'e2e']
    .flatMap((floor) =>
      readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes('node_modules'))
        .map((path) => readFileSync(join(ROOT, floor, path), 'utf8')),
    )
    .join('\n');
  const unmet = Object.entries<Endpoint>(API).flatMap(([name, { problems = [] }]) =>
    problems.filter((code) => !said.includes(`'${code}'`)).map((code) => `${name}: ${code}`),
  );
  expect(unmet).toEqual([]);
});
