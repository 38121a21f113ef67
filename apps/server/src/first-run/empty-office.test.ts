import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '@zhitongche/catalogue/find-service.ts';
import { login } from '../../../../platform/account/server/login.ts';
import type { App } from '@zhitongche/core/server';
import { bareApp } from '../../testing/bare-app.ts';
import { type TestDb, testDb } from '../../testing/db.ts';
import { prepareOffice } from './prepare-office.ts';

let base: TestDb;
let app: App;
beforeAll(async () => {
  base = await testDb();
  app = await bareApp(base, {
    office: 'office',
    clock: () => new Date('2026-11-19T06:00:00Z'),
    services: catalogue,
  });
});
afterAll(async () => {
  await base.drop();
});

describe('a start without the demo', () => {
  test('asks for the name, and says what to do when nobody can answer', async () => {
    await expect(prepareOffice(app, { say: () => undefined, ask: null })).rejects.toThrow(
      'ZHITONGCHE_OFFICE_NAME',
    );
  });

  test('makes three administrators with passwords shown once, who must change them and set up the second factor', async () => {
    const said: string[] = [];
    const console = { say: (line: string) => said.push(line), ask: async () => '某某省人民政府外事办公室' };
    await prepareOffice(app, console);
    const accounts = said.flatMap((line) => {
      const found = /用户名 (\S+)　一次性密码 (\S+)/.exec(line);
      return found ? [{ username: found[1] ?? '', password: found[2] ?? '' }] : [];
    });
    expect(accounts).toHaveLength(3);
    expect(new Set(accounts.map((one) => one.password)).size).toBe(3);
    for (const account of accounts) {
      const { token } = await login(app, 'office', account, { source: '10.0.0.1', agent: '' });
      const signed = await app.sessions.find('office', token, '10.0.0.1');
      expect(signed?.must).toEqual(['change-password', 'set-up-totp']);
      expect(signed?.actor.grants).toHaveLength(1);
    }
    const stored = await base.owner.query<{ text: string }>('select (p.*)::text as text from person p');
    for (const account of accounts)
      expect(stored.map((row) => row.text).join()).not.toContain(account.password);
  });

  test('has the calendar and the reference tables, and no case', async () => {
    const book = await app.offices.get('office');
    expect(book.demo).toBe(false);
    expect(book.calendar.covers.to).toBe('2026-12-31');
    expect(book.tables.map((table) => table.name)).toContain('per-diem');
    expect(await base.owner.query('select 1 from case_file')).toEqual([]);
  });

  test('a second start changes nothing', async () => {
    const said: string[] = [];
    await prepareOffice(app, { say: (line) => said.push(line), ask: null });
    expect(said).toEqual([]);
  });
});
