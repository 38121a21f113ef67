import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndpointName } from '@zhitongche/contract';
import { newId } from '@zhitongche/host';
import { type Door, openDoor, type Sent } from '../../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { SESSION_COOKIE } from '../../../account/server/cookie.ts';
import { readSheets } from '../../../file/server/sheet.ts';
import { toyKeys } from '../../testing/toy-register.ts';
import { remindOfRows } from './remind.ts';

/** Whose rows they are, and what of them is private. */
const ROWS = {
  province: { tag: 'S-1', room: '省保密柜', holder: '欧阳明月', holderId: '11010519491231002X' },
  city: { tag: 'S-2', room: '市保密柜', holder: '司马长风', holderId: '440524188001010014' },
} as const;
type RowName = keyof typeof ROWS;
const NAMES = Object.keys(ROWS) as RowName[];

/** What of which row somebody may learn: that it is there, its holder, its holder's number. Written by hand from the register. */
type Told = Readonly<Partial<Record<RowName, 'open' | 'personal' | 'sensitive'>>>;
const READERS: Readonly<Partial<Record<Cast, Told>>> = {
  handler: { province: 'sensitive', city: 'sensitive' },
  'city-reviewer': { city: 'sensitive' },
  director: { province: 'personal', city: 'personal' },
  window: { province: 'open', city: 'open' },
  filer: {},
  'finance-officer': {},
  'system-admin': {},
  'security-admin': {},
  'audit-admin': {},
};
const CAST = Object.keys(READERS) as Cast[];

let t: TestOffice;
let door: Door;
const ids = new Map<RowName, string>();
const files = new Map<RowName, string>();
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys] });
  door = await openDoor(t);
  for (const name of NAMES) {
    const who = name === 'province' ? 'handler' : 'city-reviewer';
    const { digest, size } = await t.app.blobs.put(Buffer.from(`SCAN-OF-${ROWS[name].holderId}`));
    const file = { id: newId(), name: '密件.pdf', type: 'application/pdf', size, digest };
    await t.base.owner.query(
      `insert into kept_upload (office, id, register, name, type, size, digest, by_person, at)
       values ($1, $2, 'toy-keys', $3, $4, $5, $6, $7, now())`,
      [t.office, file.id, file.name, file.type, size, digest, (await t.actor(who)).id],
    );
    files.set(name, file.id);
    const answers = { ...ROWS[name], kind: 'safe', until: '2026-03-09', secret: [file] };
    const entered = await door.call(who, 'keptEnter', {
      params: { register: 'toy-keys' },
      body: { command: { act: 'enter', answers } },
    });
    expect(entered.status, entered.text).toBe(200);
    const { id } = entered.json as { id: string };
    ids.set(name, id);
    const params = { register: 'toy-keys', id };
    const lend = { act: 'move', move: 'lend', data: { to: ROWS[name].holder } };
    expect((await door.call(who, 'keptAct', { params, body: { revision: 1, command: lend } })).status).toBe(
      200,
    );
  }
  await remindOfRows(t.app);
}, 120_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const read = async (who: Cast | null, name: EndpointName, sent: Sent = {}) =>
  (
    await door.call(who, name, {
      ...sent,
      params: { register: 'toy-keys', from: 'toy-keys', ...sent.params },
    })
  ).text;
const each = async (ask: (name: RowName) => Promise<string>): Promise<string> => {
  const told: string[] = [];
  for (const name of NAMES) told.push(await ask(name));
  return told.join('\n');
};
const ofRow = (name: RowName) => ({ params: { id: ids.get(name) ?? '', file: files.get(name) ?? '' } });

/** Every way of reading a register that people keep. */
const WAYS: Readonly<Record<string, (who: Cast) => Promise<string>>> = {
  'the card of a row with its story': (who) => each((name) => read(who, 'keptRow', ofRow(name))),
  'the list, in every order and of what is retired': async (who) => {
    const told: string[] = [];
    for (const order of ['day', 'title', 'due']) told.push(await read(who, 'keptRows', { query: { order } }));
    return [...told, await read(who, 'keptRows', { query: { retired: 'true' } })].join('\n');
  },
  'a search by words': async (who) =>
    (await each((name) => read(who, 'keptRows', { query: { q: ROWS[name].holder } }))) +
    (await read(who, 'keptRows', { query: { q: '保密柜' } })),
  counts: async (who) =>
    [
      await read(who, 'keptRegisters'),
      await read(who, 'keptStages'),
      await read(who, 'keptCounts', { query: { by: 'kind' } }),
    ].join('\n'),
  'the list taken out': async (who) => {
    const csv = await read(who, 'keptExport', { query: { format: 'csv' } });
    const { token } = await t.session(who);
    const reply = await door.http.inject({
      method: 'GET',
      url: '/api/kept/toy-keys/export?format=xlsx',
      headers: { cookie: `${SESSION_COOKIE}=${token}` },
    });
    const sheets = reply.statusCode === 200 ? await readSheets('x.xlsx', reply.rawPayload) : reply.payload;
    return csv + JSON.stringify(sheets);
  },
  suggestions: (who) => read(who, 'picks', { query: { q: '保密柜' } }),
  notices: (who) => read(who, 'notices'),
  'error texts': (who) =>
    each(async (name) => {
      const stale = { revision: 999, command: { act: 'agree' } };
      const edit = { revision: 2, command: { act: 'edit', answers: { tag: ROWS[name].tag, kind: 'safe' } } };
      const tie = { act: 'tie', relation: 'ring', to: { register: 'toy-keys', id: ids.get(name) } };
      return [
        await read(who, 'keptAct', { ...ofRow(name), body: stale }),
        await read(who, 'keptAct', { ...ofRow(name), body: edit }),
        await read(who, 'keptAct', { ...ofRow(name), body: { revision: 2, command: tie } }),
      ].join('\n');
    }),
  files: (who) => each((name) => read(who, 'keptFile', ofRow(name))),
  'a calendar file': (who) => each((name) => read(who, 'keptCalendar', ofRow(name))),
};

/** Most that a text gives away of a row. */
function givenAway(text: string, name: RowName): 'open' | 'personal' | 'sensitive' | undefined {
  const { room, holder, holderId } = ROWS[name];
  if (text.includes(holderId) || text.includes(holderId.slice(6, 14))) return 'sensitive';
  if (text.includes(holder) || text.includes(holder.slice(1))) return 'personal';
  return text.includes(room) ? 'open' : undefined;
}
const RANK = { open: 1, personal: 2, sensitive: 3 } as const;

describe.each(Object.entries(WAYS))('%s', (_, way) => {
  it.each(CAST)('tells %s no more than the register lets him know', async (who) => {
    const text = await way(who);
    for (const name of NAMES) {
      const given = givenAway(text, name);
      const may = READERS[who]?.[name];
      expect(given ? RANK[given] : 0, `${name}: ${text.slice(0, 600)}`).toBeLessThanOrEqual(
        may ? RANK[may] : 0,
      );
    }
  });
});

it('and those ways do tell whoever may know', async () => {
  for (const way of ['the card of a row with its story', 'the list taken out'])
    expect(givenAway((await WAYS[way]?.('handler')) ?? '', 'province'), way).toBe('sensitive');
  expect(givenAway((await WAYS.notices?.('handler')) ?? '', 'province')).toBe('open');
  expect(givenAway((await WAYS['a search by words']?.('window')) ?? '', 'province')).toBe('open');
});

it('a stranger learns nothing of them but what is public', async () => {
  const given = { tag: 'S-1', until: '2026-03-09' };
  const text = await read(null, 'askRegister', { body: { given } });
  expect(text).toContain('有效');
  expect(givenAway(text, 'province')).toBeUndefined();
});
