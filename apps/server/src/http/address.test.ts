import { afterEach, describe, expect, test } from 'vitest';
import { hashPassword } from '@zhitongche/account/server';
import { readConfig } from '@zhitongche/core/server';
import { type Door, openDoor } from '../../testing/door.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';

const PASSWORD = 'Wuyi-2026-Lanzhou';
const PROXY = '10.0.0.7';
let t: TestOffice;
let door: Door;

async function office(env: Readonly<Record<string, string>>): Promise<void> {
  const read = readConfig(env, '/');
  if (!read.ok) throw new Error(read.problems.join());
  const { publicUrl, trustedProxies, describeApi } = read.config;
  t = await testOffice({ config: { publicUrl, trustedProxies, describeApi } });
  door = await openDoor(t);
}
afterEach(async () => {
  await door.close();
  await t.drop();
});

/** The cookie somebody gets who logs in over a proxy that speaks plain HTTP to us. */
async function cookie(headers: Readonly<Record<string, string>> = {}): Promise<string> {
  const { id } = await t.actor('filer');
  await t.base.owner.query('update person set password = $2, totp_confirmed = false where id = $1', [
    id,
    await hashPassword(PASSWORD),
  ]);
  const reply = await door.http.inject({
    method: 'POST',
    url: '/api/login',
    payload: { username: 'filer', password: PASSWORD },
    remoteAddress: PROXY,
    headers,
  });
  expect(reply.statusCode).toBe(200);
  return String(reply.headers['set-cookie']);
}

describe('the session cookie travels over TLS only', () => {
  test('when the office’s address is https, whatever a request says of itself', async () => {
    await office({ ZHITONGCHE_URL: 'https://wb.example.gov.cn' });
    expect(await cookie()).toMatch(/; Secure/);
    expect(await cookie({ 'x-forwarded-proto': 'http' })).toMatch(/; Secure/);
  });

  test('and can be used at all where the office has no TLS, whatever a request says of itself', async () => {
    await office({ ZHITONGCHE_URL: 'http://10.1.2.3:3000', ZHITONGCHE_PROXIES: PROXY });
    expect(await cookie({ 'x-forwarded-proto': 'https' })).not.toMatch(/Secure/);
  });
});

describe('the configuration check', () => {
  /** What it says of the proxy to an administrator who comes over it. */
  async function proxyLine(headers: Readonly<Record<string, string>>) {
    const { token } = await t.session('system-admin');
    const reply = await door.http.inject({
      url: '/api/admin/config',
      remoteAddress: PROXY,
      headers: { cookie: `ztc=${token}`, ...headers },
    });
    const lines: readonly { item: string; ok: boolean; todo: string }[] = reply.json();
    return lines.find((line) => line.item === '前置代理');
  }
  const OVER_PROXY = { 'x-forwarded-for': '10.9.9.9', 'x-forwarded-proto': 'https' };

  test('is red behind a proxy nobody named, and says which setting names it', async () => {
    await office({ ZHITONGCHE_URL: 'https://wb.example.gov.cn' });
    for (const headers of [OVER_PROXY, { via: '1.1 nginx' }, {}]) {
      const line = await proxyLine(headers);
      expect(line?.ok).toBe(false);
      expect(line?.todo).toContain('ZHITONGCHE_PROXIES');
    }
  });

  test('is red when another proxy than the named one stands in front', async () => {
    await office({ ZHITONGCHE_URL: 'https://wb.example.gov.cn', ZHITONGCHE_PROXIES: '10.0.0.8' });
    expect((await proxyLine(OVER_PROXY))?.ok).toBe(false);
  });

  test('is content behind the named proxy, and without any', async () => {
    await office({ ZHITONGCHE_URL: 'https://wb.example.gov.cn', ZHITONGCHE_PROXIES: PROXY });
    expect((await proxyLine(OVER_PROXY))?.ok).toBe(true);
    await door.close();
    await t.drop();
    await office({ ZHITONGCHE_URL: 'http://10.1.2.3:3000' });
    expect((await proxyLine({}))?.ok).toBe(true);
  });
});

describe('the description of the interface', () => {
  const statuses = async () => {
    const found = [];
    for (const url of ['/api/docs', '/api/docs.css', '/api/openapi.json'])
      found.push((await door.http.inject({ url })).statusCode);
    return found;
  };

  test('is shown to nobody unless the office wants it', async () => {
    await office({});
    expect(await statuses()).toEqual([404, 404, 404]);
  });

  test('is shown where the office wants it', async () => {
    await office({ ZHITONGCHE_API_DOCS: 'yes' });
    expect(await statuses()).toEqual([200, 200, 200]);
  });
});
