import type { API, ReplyOf } from '@zhitongche/contract';
import { addressHint } from '@zhitongche/channel';
import { roleLabel } from '@zhitongche/access';
import { dayInShanghai } from '@zhitongche/base';
import { type App, forbidden, type OfficeActor, ProblemError, type Signed } from '@zhitongche/core/server';
import { partiesOf } from './parties.ts';
import { levelOf, VISITOR_JSON, type CodedVisitor } from './rows.ts';
import { type SealedPart, unsealed, visitorPlace } from './sealed.ts';
import { type DocumentKind, type Named, samePerson } from '@zhitongche/visitor';

type Me = ReplyOf<(typeof API)['visitMe']>;
type Account = ReplyOf<(typeof API)['visitAccount']>;

/** The account behind a session of the public; an officer at the counter has none. */
export function accountOf({ visitor }: Pick<OfficeActor, 'visitor'>): string {
  if (visitor) return visitor.account;
  throw forbidden();
}

interface Stored {
  readonly v: CodedVisitor;
  readonly language: 'zh' | 'en';
  readonly mail: string | null;
  readonly phone: string | null;
  readonly document: string | null;
  readonly consent: string;
  readonly consented_at: Date;
  readonly created_at: Date;
}

/** The stored account of a session. */
export async function storedVisitor(app: App, id: string): Promise<Stored> {
  const [row] = await app.db.query<Stored>(
    `select ${VISITOR_JSON} as v, v.language, v.mail, v.phone, v.document, v.consent, v.consented_at, v.created_at
     from visitor v where v.office = $1 and v.id = $2 and v.status = 'active'`,
    [app.config.office, id],
  );
  if (row) return row;
  throw new ProblemError(
    403,
    'visitor.at-counter',
    '窗口代填时没有个人账户，请当事人以自己的账户办理。',
    'There is no account behind a session at the counter.',
  );
}

/** What the browser needs to know of who is signed in at the public door. */
export async function visitMe(app: App, { actor, csrf, must }: Signed): Promise<Me> {
  const book = await app.offices.get(actor.office);
  const account = accountOf(actor);
  const [row] = await app.db.query<{ v: CodedVisitor; language: 'zh' | 'en' }>(
    `select ${VISITOR_JSON} as v, v.language from visitor v where v.office = $1 and v.id = $2`,
    [actor.office, account],
  );
  const { phone, address } = book.letterhead(book.root.id);
  const parties = row ? await partiesOf(app, account) : [];
  const self = row ? [{ id: account, name: row.v.name, on: actor.id === account }] : [];
  return {
    id: actor.id,
    name: actor.name,
    username: '',
    org: { id: book.root.id, name: roleLabel('visitor'), kind: 'office' },
    office: {
      id: actor.office,
      name: book.name,
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
    },
    grants: actor.grants.map(({ role, org }) => ({
      role,
      roleName: roleLabel(role),
      org,
      orgName: book.orgName(org),
    })),
    shells: ['hall'],
    standsInFor: actor.standsInFor.map(({ id, name }) => ({ id, name })),
    csrf,
    must: [...must],
    totp: row?.v.totp_confirmed ?? false,
    visitor: {
      account: row?.v.name ?? actor.name,
      kind: actor.visitor?.kind ?? 'citizen',
      level: actor.visitor?.level ?? 0,
      language: row?.language ?? 'zh',
      counter: row === undefined,
      parties: [
        ...self,
        ...parties.flatMap(({ id, name, open }) => (open ? [{ id, name, on: id === actor.id }] : [])),
      ],
    },
  };
}

/** Whom the document of an account names. */
export function seenOf(
  app: App,
  { id, name, document }: { readonly id: string; readonly name: string; readonly document: string | null },
): Named {
  const text = unsealed(app, document, visitorPlace(app.config.office, id, 'document'));
  const [kind] = text === undefined ? [] : (JSON.parse(text) as readonly DocumentKind[]);
  return kind === undefined ? { name } : { kind, name };
}

/** The number of a sealed document, which lies beside its kind. */
const numberIn = (text: string): string => (JSON.parse(text) as readonly string[])[1] ?? '';

/** A sealed address as its owner knows it by. */
export function hintOf(app: App, id: string, part: SealedPart, text: string | null): string {
  const clear = unsealed(app, text, visitorPlace(app.config.office, id, part));
  if (clear === undefined) return '';
  if (part === 'document') return `${numberIn(clear).slice(0, 1)}****${numberIn(clear).slice(-2)}`;
  return addressHint(part === 'mail' ? 'mail' : 'sms', clear);
}

interface LinkRow {
  readonly id: string;
  readonly role: 'handler' | 'agent';
  readonly name: string | null;
  readonly from_day: string;
  readonly until_day: string;
  readonly entrusted: string[] | null;
  readonly status: 'offered' | 'active' | 'ended';
  readonly leads: boolean;
}

/** The account as its owner sees it: what is kept, whom it acts for, who acts for whom it acts for now. */
export async function visitAccount(app: App, actor: OfficeActor): Promise<Account> {
  const { office } = actor;
  const id = accountOf(actor);
  const row = await storedVisitor(app, id);
  const links = await app.db.query<LinkRow>(
    `select l.id, l.role, v.name, l.from_day::text, l.until_day::text, l.services as entrusted, l.status, l.leads
     from visitor_link l join visitor_party p on p.office = l.office and p.id = l.party
     left join visitor v on v.office = l.office and v.id = l.visitor
     where l.office = $1 and (l.party = $2 or p.principal = $2) and (l.status <> 'ended' or l.ended_at > $3)
     order by l.created_at desc limit 200`,
    [office, actor.id, new Date(app.clock().getTime() - 90 * 86_400_000)],
  );
  const claimable = await app.db.query<{ id: string; name: string; created_at: Date }>(
    `select p.id, p.name, p.created_at from visitor_party p join visitor v on v.office = p.office and v.id = $2
     where p.office = $1 and p.kind = 'counter' and p.principal is null and v.level = 2
       and p.document_digest = v.document_digest order by p.created_at desc limit 50`,
    [office, id],
  );
  return {
    name: row.v.name,
    kind: row.v.kind,
    level: levelOf(row.v),
    mail: hintOf(app, id, 'mail', row.mail),
    phone: hintOf(app, id, 'phone', row.phone),
    document: hintOf(app, id, 'document', row.document),
    language: row.language,
    consent: { version: row.consent, at: row.consented_at.toISOString() },
    totp: row.v.totp_confirmed,
    parties: await partiesOf(app, id),
    links: links.map((one) => ({
      id: one.id,
      role: one.role,
      name: one.name ?? '',
      from: one.from_day,
      until: one.until_day,
      only: one.entrusted,
      status: one.status,
      leads: one.leads,
    })),
    claimable: claimable
      .filter((one) => samePerson(seenOf(app, { id, name: row.v.name, document: row.document }), one))
      .map((one) => ({ id: one.id, name: one.name, at: one.created_at.toISOString() })),
  };
}

/** Today, as days of links are compared with. */
export const todayOf = (app: App): string => dayInShanghai(app.clock().toISOString());
