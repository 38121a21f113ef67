import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupDigest } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { toyKeys } from '../../testing/toy-register.ts';

/** A register whose things are named by what is private. */
const holders = { ...toyKeys, code: 'toy-holders', name: '保管人', unique: ['holderId'], near: [] };
const NUMBER = '11010519491231002X';
const FREE = '440524188001010014';

let t: TestOffice;
let door: Door;
let key = '';
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys, holders] });
  door = await openDoor(t);
  key = await entered('handler', 'toy-keys', {
    tag: 'A-1',
    room: '省库房',
    kind: 'door',
    until: '2027-01-01',
  });
  await entered('handler', 'toy-holders', { tag: 'B-1', room: '省机要室', kind: 'door', holderId: NUMBER });
}, 120_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const enters = (who: Cast, register: string, answers: object) =>
  door.call(who, 'keptEnter', { params: { register }, body: { command: { act: 'enter', answers } } });
async function entered(who: Cast, register: string, answers: object): Promise<string> {
  const got = await enters(who, register, answers);
  expect(got.status, got.text).toBe(200);
  return (got.json as { id: string }).id;
}
const looksAtList = (who: Cast, numbers: readonly string[]) =>
  door.call(who, 'keptImport', {
    params: { register: 'toy-holders' },
    file: {
      name: '保管人.csv',
      bytes: [
        '编号,房间,种类,保管人身份证号',
        ...numbers.map((number, n) => `L-${n},室${n},门,${number}`),
      ].join('\n'),
    },
  });
const lines = async (who: Cast, action: string) =>
  await t.base.owner.query<{ object: string; result: string; detail: { number?: string[] } | null }>(
    `select object, result, detail from audit where action = $2 and actor->>'id' = $1 order by xid, id`,
    [(await t.actor(who)).id, action],
  );

describe('who asks for what is not his leaves a line in the audit', () => {
  it('for a row of another organisation, by whichever way it was asked for', async () => {
    const params = { register: 'toy-keys', id: key, file: newId() };
    for (const way of ['keptRow', 'keptFile', 'keptCalendar'] as const)
      expect((await door.call('city-reviewer', way, { params })).status, way).toBe(404);
    expect(await lines('city-reviewer', 'access.refused')).toMatchObject([
      { object: `row:${key}`, result: 'row.unknown' },
    ]);
    const body = { revision: 1, command: { act: 'retire', reason: '试' } };
    expect((await door.call('filer@other', 'keptAct', { params, body })).status).toBe(404);
    expect(await lines('filer@other', 'access.refused')).toMatchObject([{ object: `row:${key}` }]);
  });

  it('for a register that is none of his business', async () => {
    const params = { register: 'toy-keys', from: 'toy-keys' };
    for (const way of ['keptRows', 'keptExport', 'picks'] as const)
      expect((await door.call('finance-officer', way, { params })).status, way).toBe(404);
    expect(await lines('finance-officer', 'access.refused')).toMatchObject([
      { object: 'register:toy-keys', result: 'register.unknown' },
    ]);
  });

  it('but not for what does not exist, for that is nobody’s', async () => {
    const params = { register: 'toy-keys', id: newId() };
    expect(
      (await door.call('countersigner', 'keptRow', { params: { ...params, register: 'none' } })).status,
    ).toBe(404);
    expect((await door.call('window', 'keptRow', { params })).status).toBe(404);
    expect(await lines('countersigner', 'access.refused')).toEqual([]);
    expect(await lines('window', 'access.refused')).toEqual([]);
  });
});

describe('whose number is on record elsewhere is not tried out unseen', () => {
  it('with a list that is only looked at', async () => {
    const got = await looksAtList('city-reviewer', [NUMBER, FREE]);
    expect(got.status, got.text).toBe(200);
    expect(got.text).toContain('row.not-open');
    expect(await lines('city-reviewer', 'register.look-up')).toMatchObject([
      { object: 'register:toy-holders', detail: { number: [lookupDigest(NUMBER, t.app.keys)] } },
    ]);
  });

  it('with a row that is refused because its number is taken', async () => {
    t.at('2026-03-03');
    const answers = { tag: 'Z-1', room: '市室', kind: 'door', holderId: NUMBER };
    expect((await enters('city-reviewer', 'toy-holders', answers)).status).toBe(422);
    expect(await lines('city-reviewer', 'register.look-up')).toHaveLength(2);
    expect(JSON.stringify(await lines('city-reviewer', 'register.look-up'))).not.toContain(NUMBER);
  });
});
