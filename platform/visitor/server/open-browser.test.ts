import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '../../account/server/cookie.ts';
import { API } from '@zhitongche/contract';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import {
  guest,
  type Guest,
  manyCodes,
  raised,
  registered,
} from '../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../apps/server/testing/public-service.ts';
import { VISITOR_COOKIE } from './visitor-cookie.ts';

let t: TestOffice;
let door: Door;

beforeAll(async () => {
  t = await testOffice({ services: [publicService] });
  await manyCodes(t);
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const failure = (got: Got) => (got.json as { code?: string } | null)?.code ?? got.status;
const idOf = (got: Got) => (got.json as { id: string }).id;

/** A browser of the officer at the window, with a session of its own. */
async function officersBrowser() {
  const { id } = await t.actor('window');
  const token = await t.app.sessions.open(t.base.db.query, t.office, id, { source: '', agent: '' });
  const csrf = (await t.app.sessions.find(t.office, token, ''))?.csrf ?? '';
  const headers = { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrf };
  return {
    call: (name: 'counterFill' | 'logout', params: Record<string, string> = {}) =>
      door.send(API[name], { params }, headers),
  };
}

/** Somebody at the window whose signed form is there. */
async function atWindow(document: string): Promise<string> {
  const body = { name: '周老', kind: 'citizen', document, phone: '13877776666' };
  const intake = idOf(await door.call('window', 'counterIntake', { body }));
  await t.base.owner.query(
    `update visitor_party set scan_digest = 'x', scan_name = 'x.pdf', scan_type = 'application/pdf' where id = $1`,
    [intake],
  );
  return intake;
}
const seatOf = (opened: Got): Guest =>
  guest(
    door,
    new RegExp(`${VISITOR_COOKIE}=([A-Za-z0-9_-]{43})`).exec(
      JSON.stringify(opened.headers['set-cookie']),
    )?.[1],
  );

describe('an officer who logs out at the counter', () => {
  test('leaves no session behind that goes on filing for whoever stood there', async () => {
    const [here, desk] = [await officersBrowser(), await officersBrowser()];
    const intake = await atWindow('E71000001');
    const seat = seatOf(await here.call('counterFill', { id: intake }));
    const other = seatOf(await desk.call('counterFill', { id: intake }));
    expect((await seat.call('visitMe')).status).toBe(200);
    expect((await here.call('logout')).status).toBe(204);
    expect((await seat.call('visitMe')).status).toBe(401);
    // What was opened at the other desk goes on.
    expect((await other.call('visitMe')).status).toBe(200);
  });
});

describe('an account whose owner an officer has seen', () => {
  test('becomes nobody else’s by another document, and stays the same person’s with a new one', async () => {
    const li = await registered(t, door, 'li@example.com', '李');
    expect((await raised(door, li, 'LI MEI', 'E41000001')).status).toBe(200);
    const wang = await registered(t, door, 'wang@example.com', '王');
    expect((await raised(door, wang, 'WANG WU', 'E41000002')).status).toBe(200);
    const hers = idOf(await wang.call('createCase', { body: { service: 'flags' } }));
    // WANG shows a code of LI's account at the counter: it is not merged into LI's.
    expect(failure(await raised(door, li, 'WANG WU', 'E41000002'))).toBe('visitor.real-name-held');
    expect(failure(await raised(door, li, 'ZHAO LIU', 'E41000003'))).toBe('visitor.real-name-held');
    expect((await li.call('visitMe')).json).toMatchObject({ name: 'LI MEI' });
    expect((await li.call('case', { params: { case: hers } })).status).toBe(404);
    expect((await raised(door, li, 'Li Mei', 'E41000009')).json).toMatchObject({ level: 2, merged: false });
  });

  test('is told in its export where it was used, and not from where officers work', async () => {
    const zhao = await registered(t, door, 'zhao@example.com', '赵');
    await raised(door, zhao, 'ZHAO LIU', 'E42000001');
    await t.base.owner.query(
      `update audit set source = '10.9.8.7' where office = $1 and action = 'visitor.real-name'`,
      [t.office],
    );
    const whole = (await zhao.call('visitExport')).text;
    expect(whole).toContain('visitor.real-name');
    expect(whole).not.toContain('10.9.8.7');
    expect(whole).toMatch(/"visitor.register",\s*"result": "ok",\s*"source": "[0-9.:a-f]+"/);
  });
});

describe('whoever finds a browser of the public open', () => {
  test('binds no second factor without the password, and does not guess it at leisure', async () => {
    const sun = await registered(t, door, 'sun@example.com', '孙');
    const binds = (password: string) => sun.call('visitTotp', { body: { password } });
    for (let n = 0; n < 12; n += 1) expect(failure(await binds(`Guess-${n}-x`))).toBe('password.wrong');
    expect(failure(await binds('Yunze-2026-Door'))).toBe('password.wrong');
    expect(failure(await sun.call('visitClose', { body: { password: 'Yunze-2026-Door' } }))).toBe(
      'password.wrong',
    );
    t.at(new Date(t.app.clock().getTime() + 61 * 60_000).toISOString());
    const again = guest(door);
    await again.call('visitLogin', { body: { to: 'sun@example.com', password: 'Yunze-2026-Door' } });
    expect((await again.call('visitTotp', { body: { password: 'Yunze-2026-Door' } })).status).toBe(200);
  });
});

describe('one mailbox', () => {
  test('is not filled by codes to ever new names of it', async () => {
    const asked = (to: string) => guest(door).call('visitCode', { body: { purpose: 'register', to } });
    expect((await asked('victim@example.com')).status).toBe(200);
    expect(failure(await asked('victim+1@example.com'))).toBe('visitor.too-soon');
    expect(failure(await asked('Victim+zwei+3@EXAMPLE.com'))).toBe('visitor.too-soon');
    expect((await asked('victim2@example.com')).status).toBe(200);
  });
});
