import { addDays, daysBetween, parseUscc, type Problem, dayInShanghai } from '@zhitongche/base';
import { visitProblem } from '@zhitongche/case';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  forbidden,
  idempotent,
  notFound,
  type OfficeActor,
  ProblemError,
  unsound,
} from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { sm3Hex } from '@zhitongche/formats';
import { figuresOf } from './codes.ts';
import {
  type CodedLink,
  type CodedParty,
  codeLink,
  codeParty,
  LINK_JSON,
  PARTY_JSON,
  soundLink,
  soundParty,
} from './rows.ts';
import { newToken } from './visitor-tokens.ts';

/** Somebody an account acts for, or asked to. */
export interface PartyOf {
  readonly id: string;
  readonly name: string;
  readonly kind: 'enterprise' | 'entrusted';
  readonly status: CodedParty['status'];
  readonly reason: string;
  readonly leads: boolean;
  readonly from: string;
  readonly until: string;
  readonly only: string[] | null;
  readonly open: boolean;
}

/** Whom an account acts for by links of its own, newest first. */
export async function partiesOf(app: App, visitor: string): Promise<PartyOf[]> {
  const { office } = app.config;
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await app.db.query<{ l: CodedLink; p: CodedParty; reason: string }>(
    `select ${LINK_JSON} as l, ${PARTY_JSON} as p, p.reason from visitor_link l
     join visitor_party p on p.office = l.office and p.id = l.party
     where l.office = $1 and l.visitor = $2 and l.status = 'active' order by l.created_at desc limit 100`,
    [office, visitor],
  );
  return rows.flatMap(({ l, p, reason }) =>
    p.kind === 'counter' || !soundLink(app.keys, l) || !soundParty(app.keys, p)
      ? []
      : [
          {
            id: p.id,
            name: p.name,
            kind: p.kind,
            status: p.status,
            reason,
            leads: l.leads,
            from: l.from_day,
            until: l.until_day,
            only: l.only ? [...l.only] : null,
            open: p.status === 'confirmed' && l.from_day <= today && l.until_day >= today,
          },
        ],
  );
}

const wrong = (
  code: string,
  at: string,
  message: string,
  en: string,
  more: Pick<Problem, 'todo' | 'basis'> = {},
): ProblemError => unsound([{ code, level: 'block', at: [at], message, en, ...more }], code);

/** Throws unless the days begin today or later, end after they begin, and span no longer than the office allows. */
async function demandDays(app: App, from: string, until: string): Promise<void> {
  const today = dayInShanghai(app.clock().toISOString());
  const { linkSpan } = await figuresOf(app);
  if (from < today || until < from || daysBetween(from, until) > linkSpan)
    throw wrong(
      'visitor.dates',
      'until',
      `起止日期须从今天或以后开始，止日不早于起日，最长 ${linkSpan} 天。`,
      `The days begin today or later and span at most ${linkSpan} days.`,
      { todo: `请填写 ${today} 至 ${addDays(today, linkSpan)} 之间的日期。` },
    );
}

/** Throws unless the account has its real name on record. */
const demandRealName = ({ visitor }: OfficeActor): void => {
  if ((visitor?.level ?? 0) < 2)
    throw new ProblemError(
      403,
      'visitor.level',
      '此事须先实名：请持身份证件到外办窗口，出示“我的账户”里的窗口码。',
      'This needs your real name on record; please come to the counter with your document.',
    );
};

/**
 * Puts an enterprise on record with the account as its first handler; both wait for an officer.
 * @throws ProblemError: `visitor.level`, `visitor.uscc`, `visitor.dates`, `visitor.party-known`.
 */
export async function askEnterprise(
  app: App,
  actor: OfficeActor,
  key: string,
  asked: { readonly name: string; readonly uscc: string; readonly until: string },
): Promise<{ id: string }> {
  demandRealName(actor);
  const account = demandSelf(actor);
  const uscc = parseUscc(asked.uscc);
  if (!uscc.ok)
    throw unsound(
      uscc.problems.map((one) => ({ ...one, at: ['uscc'] })),
      'visitor.uscc',
    );
  const today = dayInShanghai(app.clock().toISOString());
  await demandDays(app, today, asked.until);
  const name = asked.name.normalize('NFC').trim();
  return await idempotent(
    app,
    actor,
    { key, what: 'visitEnterprise', request: { ...asked } },
    async (query) => {
      const asks = { name, uscc: uscc.value.code, from: today, until: asked.until };
      const id = await insertEnterprise(app, query, account, asks);
      if (id === undefined)
        throw new ProblemError(
          409,
          'visitor.party-known',
          '该统一社会信用代码已有登记或正在确认，请由其经办人发邀请链接给您；经办人已不在的，请到外办窗口。',
          'This enterprise is on record already; ask one of its handlers for an invitation.',
        );
      const now = app.clock();
      await record(query, actor, now, 'visitor.enterprise', `party:${id}`, { uscc: uscc.value.code });
      return { id };
    },
  );
}

interface NewEnterprise {
  readonly name: string;
  readonly uscc: string;
  readonly from: string;
  readonly until: string;
}

/** Writes an enterprise that waits for an officer with its first handler; undefined when its code is on record. */
export async function insertEnterprise(
  app: App,
  query: Query,
  account: string,
  { name, uscc, from, until }: NewEnterprise,
): Promise<string | undefined> {
  const { office } = app.config;
  const now = app.clock();
  const id = newId(now.getTime());
  const made = await query(
    `insert into visitor_party (office, id, kind, acts_as, name, uscc, status, created_at)
     values ($1, $2, 'enterprise', 'enterprise', $3, $4, 'asked', $5) on conflict do nothing returning id`,
    [office, id, name, uscc, now],
  );
  if (made.length === 0) return undefined;
  const link = newId(now.getTime());
  await query(
    `insert into visitor_link (office, id, party, visitor, role, leads, from_day, until_day, status, created_by, created_at)
     values ($1, $2, $3, $4, 'handler', true, $5, $6, 'active', $4, $7)`,
    [office, link, id, account, from, until, now],
  );
  await codeParty(app.keys, query, office, id);
  await codeLink(app.keys, query, office, link);
  return id;
}

/** The account, where the session acts for itself. */
function demandSelf({ id, visitor }: OfficeActor): string {
  if (visitor && id === visitor.account) return id;
  throw forbidden('visitor.self', '请先切换回本人再办此事。', 'Switch back to yourself first.');
}

/** What a link offers. */
export interface Offer {
  readonly role: 'handler' | 'agent';
  readonly from: string;
  readonly until: string;
  readonly only: readonly string[] | null;
}

/**
 * Offers a link: as an enterprise to another handler, by one who leads; for oneself or an enterprise to an agent, who gets a
 * party of its own and so sees what is filed under it and nothing else. The secret is told this once.
 * @throws ProblemError: `visitor.level`, `visitor.dates`, `visitor.not-lead`, `visitor.handler-whole`, `service.unknown`.
 */
export async function offerLink(
  app: App,
  actor: OfficeActor,
  key: string,
  offer: Offer,
): Promise<{ id: string; secret: string; until: string }> {
  demandRealName(actor);
  await demandDays(app, offer.from, offer.until);
  const { visitor, office } = actor;
  if (!visitor) throw forbidden();
  await demandLead(app, actor, offer.role);
  if (offer.role === 'handler' && offer.only)
    throw wrong(
      'visitor.handler-whole',
      'only',
      '经办人看得到企业的全部办件，不能只限几项。',
      'A handler sees all matters of the enterprise.',
      { todo: '只托付几项的，请改为“委托他人代办”。' },
    );
  for (const code of offer.only ?? []) {
    const card = app.services.card(code);
    const problem = card ? visitProblem(card, { ...visitor, level: 3, only: null }) : undefined;
    if (!card || problem)
      throw notFound(
        'service.unknown',
        `没有可委托的事项“${code}”。`,
        'There is no such service to entrust.',
      );
  }
  const { linkDays } = await figuresOf(app);
  return await idempotent(
    app,
    actor,
    { key, what: 'visitOffer', request: { ...offer, only: offer.only ? [...offer.only] : null } },
    async (query) => {
      const now = app.clock();
      const id = newId(now.getTime());
      const party = offer.role === 'handler' ? actor.id : await entrust(app, query, actor);
      const secret = newToken();
      const until = new Date(now.getTime() + linkDays * 86_400_000);
      await query(
        `insert into visitor_link (office, id, party, role, from_day, until_day, services, secret, secret_until, status, created_by, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'offered', $10, $11)`,
        [
          office,
          id,
          party,
          offer.role,
          offer.from,
          offer.until,
          offer.only,
          sm3Hex(secret),
          until,
          visitor.account,
          now,
        ],
      );
      await codeLink(app.keys, query, office, id);
      await record(query, actor, now, 'visitor.offer', `link:${id}`, { role: offer.role });
      return { id, secret, until: until.toISOString() };
    },
  );
}

async function entrust(app: App, query: Query, actor: OfficeActor): Promise<string> {
  const now = app.clock();
  const id = newId(now.getTime());
  await query(
    `insert into visitor_party (office, id, kind, acts_as, name, principal, status, created_at)
     values ($1, $2, 'entrusted', $3, $4, $5, 'confirmed', $6)`,
    [actor.office, id, actor.visitor?.kind, actor.name.replace(/（[^（）]* 代）$/, ''), actor.id, now],
  );
  await codeParty(app.keys, query, actor.office, id);
  return id;
}

/** Throws unless whoever acts may offer: for himself always an agent, for an enterprise only who leads, for another nobody. */
async function demandLead(app: App, actor: OfficeActor, role: Offer['role']): Promise<void> {
  const account = actor.visitor?.account ?? '';
  if (actor.id === account && role === 'agent') return;
  const party = (await partiesOf(app, account)).find(({ id }) => id === actor.id);
  if (party?.kind === 'enterprise' && party.leads && party.open) return;
  throw forbidden(
    'visitor.not-lead',
    '只有企业的首位经办人可以邀请经办人或委托代办；受托人不能转委托。',
    'Only the leading handler of an enterprise may do this; who was entrusted entrusts nobody.',
  );
}

/** Whoever offered a link (alias `l`, of party `p`) still acts for whom it was offered for on the day `$5`. */
const STILL_GIVES = `(p.principal = l.created_by or exists (select 1 from visitor_link g where g.office = l.office
  and g.visitor = l.created_by and g.party = coalesce(p.principal, p.id) and g.leads and g.status = 'active'
  and $5::date between g.from_day and g.until_day))`;

/**
 * Takes what a link offers. A link that lapsed, was taken, was ended, was given by somebody who may no
 * longer, or never was answers alike.
 * @throws ProblemError: `visitor.level`, `visitor.no-link`.
 */
export async function takeLink(
  app: App,
  actor: OfficeActor,
  key: string,
  secret: string,
): Promise<{ party: string; name: string }> {
  demandRealName(actor);
  const account = demandSelf(actor);
  const { office } = actor;
  return await idempotent(app, actor, { key, what: 'visitTake', request: sm3Hex(secret) }, async (query) => {
    const now = app.clock();
    const [found] = await query<{ l: CodedLink; p: CodedParty }>(
      `select ${LINK_JSON} as l, ${PARTY_JSON} as p from visitor_link l
       join visitor_party p on p.office = l.office and p.id = l.party
       where l.office = $1 and l.secret = $2 and l.status = 'offered' and l.secret_until > $3 and l.created_by <> $4
         and ${STILL_GIVES}
       for update of l`,
      [office, sm3Hex(secret), now, account, dayInShanghai(now.toISOString())],
    );
    if (
      !found ||
      !soundLink(app.keys, found.l) ||
      !soundParty(app.keys, found.p) ||
      found.p.status !== 'confirmed'
    )
      throw noLink();
    await query(
      `update visitor_link set visitor = $3, status = 'active', secret = null, secret_until = null
       where office = $1 and id = $2`,
      [office, found.l.id, account],
    );
    await codeLink(app.keys, query, office, found.l.id);
    await record(query, actor, now, 'visitor.take', `link:${found.l.id}`);
    return { party: found.p.id, name: found.p.name };
  });
}

const noLink = () =>
  notFound(
    'visitor.no-link',
    '链接已失效、已被接受或不存在，请向对方要一个新的。',
    'The link has lapsed, was taken or does not exist; ask for a new one.',
  );

/**
 * Ends a link: whoever it stands in for, an enterprise's leading handler, or whoever it was given to. In force at the next call.
 * @throws ProblemError: `visitor.no-link`.
 */
export async function endLink(app: App, actor: OfficeActor, id: string): Promise<void> {
  const { office, visitor } = actor;
  const account = visitor?.account ?? null;
  const leads = (await partiesOf(app, account ?? '')).some(
    (one) => one.id === actor.id && one.leads && one.open,
  );
  await app.db.tx(async (query) => {
    const now = app.clock();
    const ended = await query(
      `update visitor_link l set status = 'ended', ended_at = $3, secret = null, secret_until = null
       from visitor_party p where l.office = $1 and l.id = $2 and p.office = l.office and p.id = l.party
         and l.status <> 'ended' and (l.visitor = $4 or p.principal = $4
           or $5 and (l.party = $6 or p.principal = $6)) returning l.id`,
      [office, id, now, account, leads, actor.id],
    );
    if (ended.length === 0) throw noLink();
    await codeLink(app.keys, query, office, id);
    await record(query, actor, now, 'visitor.end', `link:${id}`);
  });
}
