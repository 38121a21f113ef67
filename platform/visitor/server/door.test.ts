import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { digitsIn, guest, lastMessage, registered } from '../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../apps/server/testing/public-service.ts';
import { newId } from '@zhitongche/host';
import { CONSENT_VERSION } from '@zhitongche/visitor';

let t: TestOffice;
let door: Door;
const policy = (key: string, value: string) =>
  t.base.owner.query(
    `insert into policy_row (office, id, key, value, valid_from, source) values ($1, $2, $3, $4, '2026-01-01', '测试')`,
    [t.office, newId(), key, value],
  );

beforeAll(async () => {
  t = await testOffice({ services: [publicService] });
  await policy('visitor.codes-source', '200');
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const PASSWORD = 'Yunze-2026-Door';
const account = (code: string, digits: string, more: object = {}) => ({
  body: {
    code,
    digits,
    kind: 'citizen',
    name: '沈清和',
    password: PASSWORD,
    language: 'zh',
    consent: CONSENT_VERSION,
    ...more,
  },
});
const ask = (purpose: 'register' | 'reset', to: string) =>
  guest(door).call('visitCode', { body: { purpose, to } });
const codeOf = (got: { json: unknown }) => (got.json as { code: string }).code;
const failure = (got: { json: unknown }) => (got.json as { code?: string }).code;
const minutes = (count: number) => t.at(new Date(t.app.clock().getTime() + count * 60_000).toISOString());

describe('a citizen who never had an account', () => {
  test('proves an address, agrees to what the data is for, and is signed in', async () => {
    const browser = guest(door);
    expect((await browser.call('visitMe')).status).toBe(401);
    const asked = await browser.call('visitCode', { body: { purpose: 'register', to: 'Shen@Example.com' } });
    expect(asked.status).toBe(200);
    const text = await lastMessage(t, 'shen@example.com');
    expect(text).toContain('验证码');
    const made = await browser.call('visitRegister', account(codeOf(asked), digitsIn(text)));
    expect(made.status).toBe(200);
    expect(made.json).toMatchObject({
      name: '沈清和',
      shells: ['hall'],
      visitor: { level: 1, kind: 'citizen', counter: false },
    });
    const own = await browser.call('visitAccount');
    expect(own.json).toMatchObject({
      mail: 's***@example.com',
      phone: '',
      consent: { version: CONSENT_VERSION },
    });
    expect((await browser.call('services')).json).toMatchObject([{ code: 'flags', mayFile: true }]);
  });

  test('registers by telephone just as well', async () => {
    const browser = await registered(t, door, '13900001111', '韩舟');
    expect((await browser.call('visitAccount')).json).toMatchObject({ mail: '', phone: '139****11' });
  });

  test('is told by the rule without consent, with a weak password, and with a wrong code, and nothing is written', async () => {
    const asked = await ask('register', 'careful@example.com');
    const digits = digitsIn(await lastMessage(t, 'careful@example.com'));
    const code = codeOf(asked);
    const tried = async (sent: object) => failure(await guest(door).call('visitRegister', sent));
    expect(await tried(account(code, digits, { consent: '2020-01-01' }))).toBe('visitor.consent');
    expect(await tried(account(code, digits, { password: 'short' }))).toBe('password.weak');
    const wrong = digits === '111111' ? '222222' : '111111';
    expect(await tried(account(code, wrong))).toBe('visitor.code-wrong');
    expect(
      await t.base.owner.query("select 1 from visitor where name = '沈清和' and mail is not null", []),
    ).toHaveLength(1);
    expect(await tried(account(code, digits))).toBeUndefined();
    // Used up: the same code makes no second account.
    expect(await tried(account(code, digits))).toBe('visitor.code-wrong');
  });

  test('a code is tried five times and no more, even if the sixth is right, and lapses by itself', async () => {
    const asked = await ask('register', 'guess@example.com');
    const digits = digitsIn(await lastMessage(t, 'guess@example.com'));
    const wrong = digits === '111111' ? '222222' : '111111';
    for (let tries = 0; tries < 5; tries += 1)
      await guest(door).call('visitRegister', account(codeOf(asked), wrong));
    expect(failure(await guest(door).call('visitRegister', account(codeOf(asked), digits)))).toBe(
      'visitor.code-wrong',
    );
    const late = await ask('register', 'late@example.com');
    const right = digitsIn(await lastMessage(t, 'late@example.com'));
    minutes(11);
    expect(failure(await guest(door).call('visitRegister', account(codeOf(late), right)))).toBe(
      'visitor.code-wrong',
    );
  });
});

describe('whether an address has an account is told by nothing', () => {
  test('asking for a code answers alike; only the mailbox learns the difference', async () => {
    await registered(t, door, 'known@example.com', '陆知行');
    minutes(2);
    const [known, unknown] = [
      await ask('register', 'known@example.com'),
      await ask('register', 'unknown@example.com'),
    ];
    const shape = ({ status, text }: typeof known) => [status, text.replaceAll(/[0-9a-f-]{36}/g, 'id')];
    expect(shape(known)).toEqual(shape(unknown));
    expect(await lastMessage(t, 'known@example.com')).toContain('已有账户');
    expect(await lastMessage(t, 'unknown@example.com')).toMatch(/\d{6}/);
    const [reset, none] = [
      await ask('reset', 'other.known@example.com'),
      await ask('reset', 'nobody@example.com'),
    ];
    expect(shape(reset)).toEqual(shape(none));
    expect(await lastMessage(t, 'nobody@example.com')).toContain('没有');
    // The code nobody was sent proves nothing.
    const tried = await guest(door).call('visitRegister', account(codeOf(known), '123456'));
    expect(failure(tried)).toBe('visitor.code-wrong');
  });

  test('log-in answers, counts and locks alike', async () => {
    await registered(t, door, 'locked@example.com', '何守一');
    const answers = async (to: string) => {
      const told: string[] = [];
      for (let tries = 0; tries < 7; tries += 1)
        told.push((await guest(door).call('visitLogin', { body: { to, password: 'wrong' } })).text);
      return told.map((text) => text.replaceAll(/"instance":"[^"]*"/g, ''));
    };
    const known = await answers('locked@example.com');
    expect(known).toEqual(await answers('nobody.locked@example.com'));
    expect(known.at(-1)).toContain('login.locked');
  });
});

describe('registration sends no mail to strangers in bulk', () => {
  test('to one address each further code waits twice as long, and six a day are all', async () => {
    const told: string[] = [];
    for (let at = 0; at < 12; at += 1) {
      told.push(failure(await ask('register', 'victim@example.com')) ?? 'sent');
      minutes(5);
    }
    const sent = told.filter((one) => one !== 'visitor.too-soon').length;
    expect(told[0]).not.toBe('visitor.too-soon');
    expect(sent).toBeLessThanOrEqual(6);
    expect(told).toContain('visitor.too-soon');
  });

  test('forty asked for at once are one message', async () => {
    const asked = await Promise.all(Array.from({ length: 40 }, () => ask('register', 'burst@example.com')));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    const rows = await t.base.owner.query('select 1 from message where hint = $1', ['b***@example.com']);
    expect(rows).toHaveLength(1);
  });

  test('from one place so many an hour, whatever the addresses; an address that is none costs nothing', async () => {
    const other = await testOffice({ services: [publicService], office: 'bulk' });
    const otherDoor = await openDoor(other);
    const told: (string | undefined)[] = [];
    for (let at = 0; at < 12; at += 1)
      told.push(
        failure(
          await guest(otherDoor).call('visitCode', {
            body: { purpose: 'register', to: `stranger${at}@example.com` },
          }),
        ),
      );
    expect(told.filter((one) => one === 'visitor.too-many')).toHaveLength(2);
    expect(await other.base.owner.query('select 1 from message', [])).toHaveLength(10);
    const bad = await guest(otherDoor).call('visitCode', {
      body: { purpose: 'register', to: 'a@b.c, d@e.fg' },
    });
    expect(failure(bad)).toBe('visitor.address');
    await otherDoor.close();
    await other.drop();
  });
});

describe('an account is its owner’s', () => {
  test('who lost the password sets a new one by a code; every session of before ends', async () => {
    minutes(24 * 60);
    const before = await registered(t, door, 'lost@example.com', '苏念');
    minutes(2);
    const asked = await ask('reset', 'lost@example.com');
    const digits = digitsIn(await lastMessage(t, 'lost@example.com'));
    const browser = guest(door);
    const done = await browser.call('visitReset', {
      body: { code: codeOf(asked), digits, password: 'Another-2026-Door' },
    });
    expect(done.status).toBe(200);
    expect((await before.call('visitMe')).status).toBe(401);
    const login = (password: string) =>
      guest(door).call('visitLogin', { body: { to: 'lost@example.com', password } });
    expect((await login(PASSWORD)).status).toBe(401);
    expect((await login('Another-2026-Door')).status).toBe(200);
  });

  test('a new address takes the place of the old one once it is proven, with the password', async () => {
    const browser = await registered(t, door, 'old@example.com', '白露');
    const asked = await browser.call('visitAddressCode', { body: { to: '+4915112345678' } });
    const digits = digitsIn(await lastMessage(t, '+4915112345678'));
    const proven = (password: string) =>
      browser.call('visitAddress', { body: { code: codeOf(asked), digits, password } });
    expect(failure(await proven('wrong'))).toBe('password.wrong');
    expect((await proven(PASSWORD)).status).toBe(204);
    const { status } = await guest(door).call('visitLogin', {
      body: { to: '+4915112345678', password: PASSWORD },
    });
    expect(status).toBe(200);
    // Another's code proves nothing for this account.
    const other = await registered(t, door, 'else@example.com', '别人');
    const theirs = await other.call('visitAddressCode', { body: { to: 'theirs@example.com' } });
    const taken = await browser.call('visitAddress', {
      body: {
        code: codeOf(theirs),
        digits: digitsIn(await lastMessage(t, 'theirs@example.com')),
        password: PASSWORD,
      },
    });
    expect(failure(taken)).toBe('visitor.code-wrong');
  });

  test('everything that is kept of it comes out, in clear, for its owner', async () => {
    const browser = await registered(t, door, 'export@example.com', '顾盼');
    const got = await browser.call('visitExport');
    expect(got.status).toBe(200);
    const whole = JSON.parse(got.text);
    expect(whole.account).toMatchObject({ name: '顾盼', mail: 'export@example.com', phone: null });
    expect(whole.consent.purposes.length).toBeGreaterThan(2);
  });

  test('closed it opens no more, its address is free, and after its term nothing of the person is left', async () => {
    const browser = await registered(t, door, 'leaving@example.com', '方别离');
    expect(failure(await browser.call('visitClose', { body: { password: 'wrong' } }))).toBe('password.wrong');
    expect((await browser.call('visitClose', { body: { password: PASSWORD } })).status).toBe(204);
    expect((await browser.call('visitMe')).status).toBe(401);
    const again = await registered(t, door, 'leaving2@example.com', '方归来');
    expect((await again.call('visitMe')).status).toBe(200);
    minutes(31 * 24 * 60);
    const { sweepVisitors } = await import('./sweep-visitors.ts');
    await sweepVisitors(t.app, t.office);
    const [row] = await t.base.owner.query<{ name: string; mail: string | null; password: string }>(
      "select name, mail, password from visitor where status = 'closed'",
      [],
    );
    expect(row).toEqual({ name: '已注销', mail: null, password: '' });
  });

  test('a row somebody wrote past the program opens nothing', async () => {
    const browser = await registered(t, door, 'forged@example.com', '易容');
    expect((await browser.call('visitMe')).status).toBe(200);
    await t.base.owner.query("update visitor set level = 2 where name = '易容'", []);
    expect((await browser.call('visitMe')).status).toBe(401);
    const login = await guest(door).call('visitLogin', {
      body: { to: 'forged@example.com', password: PASSWORD },
    });
    expect(failure(login)).toBe('login.refused');
  });
});
