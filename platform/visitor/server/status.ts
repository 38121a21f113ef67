import { timingSafeEqual } from 'node:crypto';
import { dayInShanghai, workingDaysBetween } from '@zhitongche/base';
import { attemptsOf, countAttempt, loginPolicy } from '@zhitongche/account/server';
import { onApplicantSide, openCase } from '@zhitongche/case/server';
import { type App, notFound, type OfficeActor } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { figuresOf } from './codes.ts';

const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The part of a case nobody but who filed it is told, made of what is random in it: it goes when the case is deleted. */
export const statusSecret = (caseId: string, salt: string): string =>
  sm3Hex(`status ${caseId} ${salt}`)
    .slice(0, 16)
    .match(/../g)
    ?.map((pair) => ALPHABET.charAt(Number.parseInt(pair, 16) % ALPHABET.length))
    .join('') ?? '';

/** Number and code of a case for whoever filed it. */
export async function statusCode(
  app: App,
  actor: OfficeActor,
  caseId: string,
): Promise<{ number: string; secret: string }> {
  const opened = await openCase(app, actor, caseId);
  const { number, salt } = opened.loaded;
  if (!number || salt === null || !onApplicantSide(actor, opened))
    throw notFound('case.not-found', '没有这个办件。', 'There is no such case.');
  return { number, secret: statusSecret(caseId, salt) };
}

interface Row {
  readonly id: string;
  readonly salt: string | null;
  readonly service: string;
  readonly version: number;
  readonly status: string;
  readonly step: string | null;
  readonly due: string | null;
}

/** What a stranger who holds number and code of a case is told. */
export interface StatusTold {
  readonly service: string;
  readonly serviceEn: string;
  readonly status: string;
  readonly step: string;
  readonly daysLeft: number | null;
  readonly due: string | null;
  readonly yours: boolean;
}

const STATUS: Readonly<Record<string, string>> = {
  running: '办理中',
  correcting: '待补正',
  issuing: '出证中',
  completed: '已办结',
  refused: '不予办理',
  cancelled: '已撤销',
};

/** What an unknown number is compared with: the work is the same. */
const NOBODYS: Row = {
  id: '00000000-0000-0000-0000-000000000000',
  salt: 'nobody',
  service: '',
  version: 0,
  status: 'draft',
  step: null,
  due: null,
};

/**
 * How a case stands, by its number and its code. A wrong code, an unknown number, a draft, and too many tries from one place
 * or at one number have one and the same answer.
 * @throws ProblemError: `visitor.no-status`.
 */
export async function visitStatus(
  app: App,
  asked: { readonly number: string; readonly secret: string },
  source: string,
): Promise<StatusTold> {
  const { office } = app.config;
  const now = app.clock();
  const book = await app.offices.get(office);
  const today = dayInShanghai(now.toISOString());
  const { lockMinutes } = loginPolicy(book.policyRows, today);
  const { statusTries } = await figuresOf(app);
  const number = asked.number.normalize('NFKC').trim();
  const typed = asked.secret.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  const counters = attemptsOf(office, `status ${sm3Hex(number)}`, `status ${source}`, {
    ...loginPolicy(book.policyRows, today),
    tries: statusTries,
    sourceTries: statusTries,
  });
  // Counted before anything is looked at, and given back when right, as at log-in.
  const shut = [
    await countAttempt(app.db.query, counters.source, now, lockMinutes),
    await countAttempt(app.db.query, counters.name, now, lockMinutes),
  ].some((until) => until !== null);
  const [found] = await app.db.query<Row>(
    `select id, salt, service, version, status, step, due::text from case_file where office = $1 and number = $2`,
    [office, number],
  );
  const row = found ?? NOBODYS;
  const right = same(statusSecret(row.id, row.salt ?? ''), typed);
  const told = right && !shut && row.salt !== null && row.status !== 'draft' && found !== undefined;
  if (!told) throw noStatus();
  await app.db.query(
    'update login_attempt set failed = greatest(failed - 1, 0) where office = $1 and who = any($2)',
    [office, [counters.source.who, counters.name.who]],
  );
  const card = app.services.card(row.service, row.version) ?? app.services.card(row.service);
  const due = row.due;
  return {
    service: card?.name ?? row.service,
    serviceEn: card?.en ?? row.service,
    status: STATUS[row.status] ?? row.status,
    step: row.step === null ? '' : (card?.flow.steps[row.step]?.title ?? ''),
    daysLeft: due === null ? null : workingDaysBetween(book.calendar, today, due),
    due,
    yours: row.status === 'correcting',
  };
}

/** Compared in one time whatever differs. */
function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(sm3Hex(one)), Buffer.from(sm3Hex(other))];
  return timingSafeEqual(a, b);
}

const noStatus = () =>
  notFound(
    'visitor.no-status',
    '没有查到。请核对办件编号和查询码；多次不符会暂停查询，请稍后再试或致电外办。',
    'Nothing was found. Check the number and the code; after several tries please wait a while.',
  );
