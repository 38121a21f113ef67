import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { API, type Endpoint } from '@zhitongche/contract';
import type { Role } from '@zhitongche/access';
import { SESSION_COOKIE } from '../../../../platform/account/server/cookie.ts';
import { type Door, openDoor } from '../../testing/door.ts';
import { type HostileRequest, type Manner, operations, requestsFor } from '../../testing/hostile/requests.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';

/** How many requests; more by hand: `HOSTILE_REQUESTS=200000 HOSTILE_SEED=7 npx vitest run hostile-requests`. */
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 20_000);
const SEED = Number(process.env.HOSTILE_SEED ?? 1);
const AT_ONCE = 8;
/** Milliseconds after which a request counts as hung: half of what the door gives a request. */
const HUNG = 30_000;

const WHO: readonly (Role | null)[] = [
  'filer',
  'signer',
  'window',
  'handler',
  'division-head',
  'director',
  'finance-officer',
  'system-admin',
  'security-admin',
  'audit-admin',
  null,
];
const MANNERS: readonly Manner[] = ['valid', 'nearly', 'nearly', 'absurd'];
/** A log-in and a new password are hashed dearly on purpose, a file is read whole: a small share of the requests. */
const DEAR = new Set(['login', 'changePassword', 'createAccount', 'resetPassword']);
/** A stream that never ends and a door that ends the caller's session are tried by strangers only. */
const STRANGERS_ONLY = new Set(['live', 'logout']);

/** Every other request comes from somebody who may call, if there is one: what nobody lets in is never tried deep inside. */
function caller(name: string, n: number): Role | null {
  if (STRANGERS_ONLY.has(name)) return null;
  const endpoint = Object.entries<Endpoint>(API).find(([known]) => known === name)?.[1];
  const may = WHO.filter((who) => who !== null && (endpoint?.caller ?? []).includes(who));
  const among = n % 2 === 0 && may.length > 0 ? may : WHO;
  return among[(n >> 1) % among.length] ?? null;
}

let t: TestOffice;
let door: Door;
let ids: readonly string[];

beforeAll(async () => {
  t = await testOffice({ services: [toyService], config: { trustedProxies: ['127.0.0.1'] } });
  door = await openDoor(t);
  const cases = [];
  for (let one = 0; one < 3; one += 1)
    cases.push(await submitted(t, 'toy', { subject: `海南考察${one}`, copies: 1 }));
  for (const who of WHO) if (who) await t.session(who);
  ids = [...cases, ...Object.values(t.orgs), 'toy', 'certificate', 'certificates'];
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

/** What an answer must never tell a stranger. */
const TELLS =
  /\n\s+at |node_modules|\.ts:\d|\.mjs:\d|select .+ from |insert into |update .+ set |syntax error at|violates .+ constraint|relation "|column "|SQLSTATE|ECONN/i;

async function send(
  request: HostileRequest,
  who: Role | null,
): Promise<{ readonly status: number; readonly wrong: string | null }> {
  const session = who ? await t.session(who) : null;
  const signed = session
    ? { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrf }
    : {};
  let timer: NodeJS.Timeout | undefined;
  const hung = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), HUNG);
  });
  const answer = await Promise.race([
    door.http.inject({
      method: request.method,
      url: request.url,
      headers: { ...signed, ...request.headers },
      ...(request.payload === null ? {} : { payload: request.payload }),
    }),
    hung,
  ]);
  clearTimeout(timer);
  if (!answer) return { status: 0, wrong: 'no answer' };
  const { statusCode: status, payload } = answer;
  if (status >= 500) return { status, wrong: payload.slice(0, 500) };
  if (status >= 400 && TELLS.test(payload)) return { status, wrong: payload.slice(0, 500) };
  if (status >= 400 && !String(answer.headers['content-type']).includes('application/problem+json'))
    return { status, wrong: `not a problem document: ${payload.slice(0, 200)}` };
  return { status, wrong: null };
}

it(`${REQUESTS} requests made from the contract, valid, nearly valid and absurd, get no 5xx, no silence, no stack trace and no SQL`, async () => {
  const ops = operations();
  const work: { readonly request: HostileRequest; readonly who: Role | null }[] = [];
  const share = Math.ceil(REQUESTS / ops.length / MANNERS.length);
  ops.forEach((op, at) => {
    MANNERS.forEach((manner, way) => {
      const many = DEAR.has(op.name) || op.upload ? Math.ceil(share / 10) : share;
      fc.sample(requestsFor(op, manner, ids), { numRuns: many, seed: SEED + at * 10 + way }).forEach(
        (request, n) => {
          work.push({ request, who: caller(op.name, n) });
        },
      );
    });
  });
  // What the dear ones leave over goes to reading and acting on cases.
  const rest = ops.filter((op) => /^(act|case|saveDraft|inbox|register|lookups|people)$/.test(op.name));
  for (let n = 0; work.length < REQUESTS; n += 1) {
    const op = rest[n % rest.length];
    if (!op) throw new Error('The contract has lost its cases');
    const manner = MANNERS[n % MANNERS.length] ?? 'valid';
    fc.sample(requestsFor(op, manner, ids), { numRuns: 50, seed: SEED + n }).forEach((request, k) => {
      work.push({ request, who: caller(op.name, k) });
    });
  }
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = work[next++]; one && wrong.length < 20; one = work[next++]) {
        const found = await send(one.request, one.who);
        statuses.set(found.status, (statuses.get(found.status) ?? 0) + 1);
        if (found.wrong !== null)
          wrong.push(
            `${found.status} ${one.who ?? 'stranger'} ${JSON.stringify(one.request).slice(0, 600)} → ${found.wrong}`,
          );
      }
    }),
  );
  expect(wrong, `seed ${SEED}`).toEqual([]);
  // Were everything turned away at the first gate, this would prove nothing.
  for (const status of [200, 400, 401, 403, 404, 422])
    expect([status, statuses.get(status) ?? 0]).not.toEqual([status, 0]);
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 50);
  if (process.env.HOSTILE_REQUESTS)
    process.stdout.write(
      `${JSON.stringify({ harness: 'hostile', seed: SEED, requests: work.length, operations: ops.length, statuses: Object.fromEntries(statuses) })}\n`,
    );
}, 1_800_000);
