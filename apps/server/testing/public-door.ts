import { Secret, TOTP } from 'otpauth';
import { API, type Endpoint, type EndpointName, MIRRORED, visitPath } from '@zhitongche/contract';
import { newId } from '@zhitongche/host';
import { openMessage } from '../../../platform/channel/server/enqueue.ts';
import { VISITOR_COOKIE } from '../../../platform/visitor/server/visitor-cookie.ts';
import { CONSENT_VERSION } from '@zhitongche/visitor';
import type { Door, Got, Sent } from './door.ts';
import type { TestOffice } from './office.ts';

/** A browser at the public door: keeps its cookie and token as one would. */
export interface Guest {
  /** Calls an endpoint at its address behind the public door. */
  call(name: EndpointName, sent?: Sent): Promise<Got>;
  /** The token of its session, and the proof its writes carry. */
  session(): { readonly token: string; readonly csrf: string };
}

/** What the last message to an address says. */
export async function lastMessage(t: TestOffice, to: string): Promise<string> {
  const rows = await t.base.owner.query<{ id: string; sealed: string }>(
    'select id, sealed from message where office = $1 order by id desc limit 20',
    [t.office],
  );
  const texts = rows.map(({ id, sealed }) => openMessage(t.app, t.office, id, sealed));
  return texts.find((one) => one.to === to)?.text ?? '';
}

/** The six digits in a message. */
export const digitsIn = (text: string): string => /\b\d{6}\b/.exec(text)?.[0] ?? '000000';

/** What an authenticator shows of a shared secret. */
export const authenticator = (secret: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });

const isMirrored = (name: EndpointName): boolean => (MIRRORED as readonly EndpointName[]).includes(name);

/** Opens a browser at the public door; `token` = one that carries this already. */
export function guest(door: Door, token = '', csrf = ''): Guest {
  let [held, proof] = [token, csrf];
  return {
    session: () => ({ token: held, csrf: proof }),
    async call(name, sent = {}) {
      const endpoint: Endpoint = API[name];
      const path = isMirrored(name) ? visitPath(endpoint.path) : endpoint.path;
      const who = held ? { cookie: `${VISITOR_COOKIE}=${held}`, 'x-csrf-token': proof } : {};
      const got = await door.send({ ...endpoint, path }, sent, who);
      const set = /ztc_visit=([A-Za-z0-9_-]{43})/.exec(JSON.stringify(got.headers['set-cookie'] ?? ''));
      if (set?.[1]) held = set[1];
      const csrfOf = (got.json as { csrf?: unknown } | null)?.csrf;
      if (typeof csrfOf === 'string') proof = csrfOf;
      return got;
    },
  };
}

/** Lets one address ask for as many codes as a file of tests wants: in an office the door counts them. */
export const manyCodes = async (t: TestOffice): Promise<void> => {
  await t.base.owner.query(
    `insert into policy_row (office, id, key, value, valid_from, source) values ($1, $2, 'visitor.codes-source', '200', '2026-01-01', '测试')`,
    [t.office, newId()],
  );
};

/** Somebody who registers with an address and is signed in. */
export async function registered(
  t: TestOffice,
  door: Door,
  to: string,
  name: string,
  kind: 'citizen' | 'foreigner' = 'citizen',
): Promise<Guest> {
  const browser = guest(door);
  const asked = await browser.call('visitCode', {
    body: { purpose: 'register', to },
  });
  const { code } = asked.json as { code: string };
  const digits = digitsIn(await lastMessage(t, to));
  const made = await browser.call('visitRegister', {
    body: { code, digits, kind, name, password: 'Yunze-2026-Door', language: 'zh', consent: CONSENT_VERSION },
  });
  if (made.status !== 200) throw new Error(`${name} was not registered: ${asked.text} ${made.text}`);
  return browser;
}

/** An officer at the window raises somebody to level 2 by the document shown. */
export async function raised(door: Door, browser: Guest, name: string, document: string): Promise<Got> {
  const drawn = await browser.call('visitCounterCode');
  const { code } = drawn.json as { code: string };
  return await door.call('window', 'counterRaise', {
    body: { code, name, document, documentKind: 'passport' },
    key: newId(),
  });
}
