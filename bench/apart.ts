import { randomInt } from 'node:crypto';
import { openDb, APP_ROLE, type Db, newId } from '@zhitongche/host';
import { actorOf as callerOf, hashPassword } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { enterAsSystem } from '@zhitongche/register/server';
import { CONSENT_VERSION } from '@zhitongche/visitor';
import { insertVisitor } from '@zhitongche/visitor/server';
import { handlers } from '../apps/server/src/http/handlers.ts';
import { buildHttp } from '../apps/server/src/http/http.ts';
import { insertCase } from '../platform/case/server/linked/insert-case.ts';
import { benchApp, runningClock } from './lib/app.ts';
import { HttpClient, type Reply } from './lib/http-client.ts';
import { type BenchOffice, makeOffice } from './lib/office.ts';
import { startServer } from './lib/postgres.ts';
import { latency, median, round } from './lib/stats.ts';

/** Things that are there, and as many names of things that are not. */
const POOL = 50;
/** Above this somebody who measures could tell what is there from what is not. */
const MOST = 0.53;
const OFFICE = 'apart';
const PASSWORD = 'Bench-only-2026';
const DAY = '2026-03-02';

/** A door strangers guess at: what is asked of something that is there, in the wrong way, and of something that is not. */
interface GuessedAt {
  readonly path: string;
  hit(nth: number): object;
  miss(nth: number): object;
}

const ADDRESS = (nth: number, there: boolean): string => `${there ? 'known' : 'other'}${nth}@example.com`;
const NUMBER = (nth: number, there: boolean): string =>
  `2026-${there ? 1 : 2}${String(nth).padStart(5, '0')}`;

const DOORS: Readonly<Record<string, GuessedAt>> = {
  register: {
    path: '/api/public/registers/apostille-book',
    hit: (nth) => ({ given: { number: `A2026-1${nth}`, issuedOn: '2026-03-03' } }),
    miss: (nth) => ({ given: { number: `A2026-2${nth}`, issuedOn: '2026-03-03' } }),
  },
  status: {
    path: '/api/visit/status',
    hit: (nth) => ({ number: NUMBER(nth, true), secret: 'AAAAAAAA' }),
    miss: (nth) => ({ number: NUMBER(nth, false), secret: 'AAAAAAAA' }),
  },
  login: {
    path: '/api/visit/login',
    hit: (nth) => ({ to: ADDRESS(nth, true), password: 'Wrong-2026-word' }),
    miss: (nth) => ({ to: ADDRESS(nth, false), password: 'Wrong-2026-word' }),
  },
};

/**
 * Whether a stranger can tell what is there from what is not, by bytes or by time, with no limit in the way: pairs of a right number
 * with a wrong date, code or password and of a number nobody has, in an order drawn for each. Argument: pairs per door.
 */
export default async function apart([pairs = '5000']: readonly string[]): Promise<Record<string, unknown>> {
  const server = await startServer();
  const db = openDb(server.target, { size: 4, role: APP_ROLE, broken: () => undefined });
  try {
    const app = await benchApp({
      db,
      folder: server.folder,
      office: OFFICE,
      clock: runningClock(Date.now()),
    });
    await prepare(app, await makeOffice(app, { code: OFFICE, name: '测量省外办', units: 1 }));
    const http = await buildHttp({ app, handlers, actorOf: callerOf, callsPerMinute: 1_000_000_000 });
    const address = await http.listen({ host: '127.0.0.1', port: 0 });
    const seed = randomInt(2 ** 31);
    try {
      const doors: Record<string, Figures> = {};
      for (const [name, door] of Object.entries(DOORS))
        doors[name] = await measure(address, server.owner, door, Number(pairs), drawing(seed));
      const failed = Object.entries(doors).flatMap(([name, { area, differing }]) =>
        area > MOST || differing > 0 ? [name] : [],
      );
      return {
        postgres: server.version,
        pairs: Number(pairs),
        seed,
        limiter: 'off',
        most: MOST,
        doors,
        ...(failed.length > 0 ? { failed } : {}),
      };
    } finally {
      await http.close();
    }
  } finally {
    await db.close();
    await server.stop();
  }
}

/** Certificates, filed cases and accounts, as many of each. */
async function prepare(app: App, office: BenchOffice): Promise<void> {
  const { query } = app.db;
  const password = await hashPassword(PASSWORD);
  const service = await app.services.latest('apostille');
  if (!service) throw new Error('There is no such service');
  for (let nth = 0; nth < POOL; nth += 1) {
    const said = {
      password,
      language: 'zh',
      consent: CONSENT_VERSION,
      kind: 'citizen',
      name: `某某${nth}`,
    } as const;
    await insertVisitor(app, query, said, { channel: 'mail', to: ADDRESS(nth, true) });
    await enterAsSystem(app, query, {
      office: OFFICE,
      register: 'apostille-book',
      answers: {
        number: `A2026-1${nth}`,
        issuedOn: DAY,
        way: 'apostille',
        country: '日本',
        kind: 'notarial',
        issuer: '某某市公证处',
        document: `（2026）第${nth}号`,
        signer: '某某',
        capacity: '公证员',
        seal: '某某市公证处',
      },
      said: '',
    });
    const id = newId();
    const applicant = { id: newId(), name: `某某${nth}` };
    const begun = { office: OFFICE, id, service, unit: office.orgs.get('root') ?? '', applicant, salt: id };
    await insertCase(query, { ...begun, at: app.clock(), by: applicant.name });
    await query("update case_file set number = $3, status = 'running' where office = $1 and id = $2", [
      OFFICE,
      id,
      NUMBER(nth, true),
    ]);
  }
  await query('analyze');
}

/** What a door gave away. */
interface Figures {
  /** Answers to something that is there that were not, byte for byte, what is said of something that is not. */
  readonly differing: number;
  /** Chance that a stranger who sees two times says rightly which is which, at best; a half = none. */
  readonly area: number;
  readonly hit: ReturnType<typeof latency>;
  readonly miss: ReturnType<typeof latency>;
  readonly medianDifferenceMicroseconds: number;
}

async function measure(
  address: string,
  owner: Db,
  door: GuessedAt,
  pairs: number,
  draw: () => number,
): Promise<Figures> {
  const client = new HttpClient(address);
  const ask = async (body: object): Promise<{ readonly took: number; readonly said: string }> => {
    const sent = JSON.stringify(body);
    const began = performance.now();
    const reply = await client.send('POST', door.path, '', sent);
    return { took: performance.now() - began, said: saidIn(reply) };
  };
  const times: { readonly hit: number[]; readonly miss: number[] } = { hit: [], miss: [] };
  let differing = 0;
  try {
    for (let pair = -POOL; pair < pairs; pair += 1) {
      // The limiter is off: nothing of the tries before is remembered.
      await owner.query('delete from login_attempt');
      const nth = Math.floor(draw() * POOL);
      const [hit, miss] =
        draw() < 0.5
          ? [await ask(door.hit(nth)), await ask(door.miss(nth))]
          : ((second, first) => [first, second] as const)(
              await ask(door.miss(nth)),
              await ask(door.hit(nth)),
            );
      // The first ones warm the program up.
      if (pair < 0) continue;
      times.hit.push(hit.took);
      times.miss.push(miss.took);
      if (hit.said !== miss.said) differing += 1;
    }
  } finally {
    client.close();
  }
  return {
    differing,
    area: round4(areaBetween(times.hit, times.miss)),
    hit: latency(times.hit),
    miss: latency(times.miss),
    medianDifferenceMicroseconds: round((median(times.hit) - median(times.miss)) * 1000),
  };
}

const round4 = (value: number): number => Math.round(value * 10_000) / 10_000;

/** Status, head and body, without what every answer has of its own: its moment and its number. */
const saidIn = ({ status, head, body }: Reply): string =>
  `${status}\n${head.replaceAll(/^(?:date|x-request-id): .*$/gim, '')}\n${body
    .toString()
    .replaceAll(/"instance":"[^"]*"/g, '')}`;

/** Area under the curve of telling two samples apart by a threshold, whichever side is the slower. */
export function areaBetween(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((took) => ({ took, one: 1 })), ...other.map((took) => ({ took, one: 0 }))].toSorted(
    (a, b) => a.took - b.took,
  );
  let sum = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]?.took === all[at]?.took) end += 1;
    // Equal times share their ranks.
    const rank = (at + 1 + end) / 2;
    for (; at < end; at += 1) if (all[at]?.one === 1) sum += rank;
  }
  const area = (sum - (one.length * (one.length + 1)) / 2) / (one.length * other.length);
  return Math.max(area, 1 - area);
}

/** Numbers between nought and one from a seed that is kept with the figures. */
function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
