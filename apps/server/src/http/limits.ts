import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EndpointName } from '@zhitongche/contract';
import { ProblemError } from '@zhitongche/core/server';

/** Calls a minute for one session: ten times what a hurried person causes. */
const SESSION = 1200;
/** Calls a minute from one address for everything strangers may do: a building of a thousand opens its pages at half past eight. */
const ADDRESS = 10_000;

/** Doors that are dear or worth guessing at take fewer calls a minute, from a session or else from an address. */
const TIGHTER: Readonly<Partial<Record<EndpointName, number>>> = {
  login: 1200,
  verify: 600,
  verifyFile: 60,
  // Numbers run on: fewer than whoever tries days would want.
  verifyNumber: 60,
  trustList: 600,
  openBudgetFile: 300,
  askRegister: 60,
  checkIn: 60,
  // A hall of a hundred rates from one address; codes have thirty-five bits to guess.
  showTicket: 120,
  answerTicket: 120,
  setUpKiosk: 20,
  sendKiosk: 120,
  readCalendarFeed: 120,
  payCallback: 600,
  localPay: 60,
  visitCode: 60,
  visitRegister: 120,
  visitLogin: 1200,
  visitReset: 120,
  visitStatus: 120,
};

/**
 * Doors where a refusal for too many calls would tell a guess that was counted from one that was answered: the call goes on, is
 * marked, and is answered as if nothing had been found.
 */
const QUIET: ReadonlySet<EndpointName> = new Set(['askRegister']);

/** Counts a call; throws 429 with the seconds to wait when there were too many. */
export type Limit = (request: FastifyRequest) => Promise<void>;

/**
 * Makes the counters of a door: whoever is signed in is counted by session, wherever they sit; an address counts only for
 * what strangers do. `most` replaces every figure, for measurements and tests that are not about limits.
 * @throws ProblemError: `rate.limited`.
 */
export function makeLimits(http: FastifyInstance, most?: number): (name: EndpointName) => Limit {
  const counter = (max: number, by: 'session' | 'address') =>
    http.createRateLimit({
      max: most ?? max,
      ...(by === 'session' ? { keyGenerator: ({ signed }) => signed?.session ?? '' } : {}),
    });
  const pair = (session: number, address: number, quiet = false): Limit => {
    const [bySession, byAddress] = [counter(session, 'session'), counter(address, 'address')];
    return async (request) => {
      const found = await (request.signed ? bySession : byAddress)(request);
      if (found.isAllowed || !found.isExceeded) return;
      if (!quiet) throw tooMany(found.ttlInSeconds);
      request.overLimit = true;
    };
  };
  const usual = pair(SESSION, ADDRESS);
  return (name) => {
    const max = TIGHTER[name];
    return max === undefined ? usual : pair(max, max, QUIET.has(name));
  };
}

const tooMany = (seconds: number) =>
  new ProblemError(
    429,
    'rate.limited',
    `操作过于频繁，请在 ${seconds} 秒后再试。`,
    `Too many requests; try again in ${seconds} seconds.`,
    { retryAfter: seconds },
  );
