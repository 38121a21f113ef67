import { addDays, dayInShanghai, parseCitizenId, parsePassportNumber } from '@zhitongche/base';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  lookupDigest,
  lookupDigests,
  notFound,
  type OfficeActor,
  type ProblemError,
  unsound,
} from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type DocumentKind, samePerson } from '@zhitongche/visitor';
import {
  codeLink,
  codeParty,
  codeVisitor,
  type CodedVisitor,
  levelOf,
  soundVisitor,
  VISITOR_JSON,
} from './rows.ts';
import { insertEnterprise } from './parties.ts';
import { sealed, visitorPlace } from './sealed.ts';
import { seenOf } from './visitor-account.ts';

/** What the officer saw. */
export interface SeenDocument {
  readonly code: string;
  readonly name: string;
  readonly document: string;
  readonly documentKind: DocumentKind;
}

const noCode = () =>
  notFound(
    'visitor.no-counter-code',
    '没有这个窗口码，或已过期，请当事人在“我的账户”重新取码。',
    'There is no such counter code, or it has lapsed.',
  );

/** The account whose owner shows this code at the counter; an officer finds none in another way. */
async function shown(app: App, query: Query, code: string): Promise<CodedVisitor> {
  const typed = code.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  const [row] = await query<{ v: CodedVisitor }>(
    `select ${VISITOR_JSON} as v from visitor v where v.office = $1 and v.counter_code = $2
       and v.counter_until > $3 and v.status = 'active'`,
    [app.config.office, typed, app.clock()],
  );
  if (!row || !soundVisitor(app.keys, row.v)) throw noCode();
  return row.v;
}

/** Who shows a code at the counter. */
export async function counterVisitor(
  app: App,
  code: string,
): Promise<{ name: string; kind: 'citizen' | 'foreigner'; level: number }> {
  const v = await shown(app, app.db.query, code);
  return { name: v.name, kind: v.kind, level: levelOf(v) };
}

/** A document number as it is kept; throws where it cannot be one. */
export function demandDocument(kind: DocumentKind, typed: string): string {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const read =
    kind === 'citizen-id'
      ? parseCitizenId(plain)
      : kind === 'passport'
        ? parsePassportNumber(plain)
        : /^[A-Z0-9]{6,20}$/.test(plain)
          ? { ok: true as const, value: plain }
          : { ok: false as const, problems: [] };
  if (read.ok) return plain;
  throw unsound(
    [
      {
        code: 'visitor.document',
        level: 'block',
        at: ['document'],
        message: read.problems[0]?.message ?? '证件号码格式不符。',
        en: read.problems[0]?.en ?? 'This is no number of such a document.',
        todo: '请对照证件逐位核对后重新输入。',
      },
    ],
    'visitor.document',
  );
}

/**
 * Puts the real name an officer saw on record: the account is at level 2. An older account of the same document is closed
 * into this one, with what it filed and whom it acts for: whoever lost telephone and password comes back this way.
 * An account that has a real name takes another document of the same person alone.
 * @throws ProblemError: `visitor.no-counter-code`, `visitor.document`, `visitor.document-held`, `visitor.real-name-held`.
 */
export async function raiseVisitor(
  app: App,
  actor: OfficeActor,
  seen: SeenDocument,
): Promise<{ name: string; level: number; merged: boolean }> {
  const number = demandDocument(seen.documentKind, seen.document);
  const { office } = actor;
  const name = seen.name.normalize('NFC').trim();
  return await app.db.tx(async (query) => {
    const v = await shown(app, query, seen.code);
    const now = app.clock();
    const digests = lookupDigests(number, app.keys);
    await demandSame(app, query, v, { kind: seen.documentKind, name, digests });
    const older = await query<{ id: string; name: string; document: string | null }>(
      `select id, name, document from visitor where office = $1 and document_digest = any($2) and id <> $3 and status = 'active' for update`,
      [office, digests, v.id],
    );
    const strange = older.some((one) => !samePerson(seenOf(app, one), { kind: seen.documentKind, name }));
    if (strange) throw documentHeld();
    for (const { id } of older) await merge(app, query, id, v.id);
    await realName(app, query, v.id, { name, kind: seen.documentKind, number });
    await record(query, actor, now, 'visitor.real-name', `visitor:${v.id}`, {
      document: seen.documentKind,
      merged: older.length,
    });
    return { name, level: v.totp_confirmed ? 3 : 2, merged: older.length > 0 };
  });
}

/** Throws where an officer saw somebody else's document of this account before. */
async function demandSame(
  app: App,
  query: Query,
  { office, id, level }: CodedVisitor,
  seen: { readonly kind: DocumentKind; readonly name: string; readonly digests: readonly string[] },
): Promise<void> {
  if (level < 2) return;
  const [held] = await query<{ id: string; name: string; document: string | null; digest: string | null }>(
    'select id, name, document, document_digest as digest from visitor where office = $1 and id = $2 for update',
    [office, id],
  );
  if (!held) return;
  const sameNumber = held.digest !== null && seen.digests.includes(held.digest);
  const same = sameNumber
    ? samePerson(seenOf(app, held), seen)
    : samePerson({ name: held.name }, { name: seen.name });
  if (!same)
    throw unsound(
      [
        {
          code: 'visitor.real-name-held',
          level: 'block',
          at: ['name'],
          message: '这个账户已经实名，登记的是另一个人，不能改到这份证件名下。',
          en: 'This account has the real name of somebody else.',
          todo: '请核对窗口码是不是本人账户的；换了证件的，按登记的姓名录入；依法改了姓名的，请本人另开账户实名，原账户凭同一证件号码并入。',
        },
      ],
      'visitor.real-name-held',
    );
}

const documentHeld = () =>
  unsound(
    [
      {
        code: 'visitor.document-held',
        level: 'block',
        at: ['document'],
        message: '该证件号码已登记在另一账户，姓名或证件种类与此不同，不能并入。',
        en: 'Another account holds this number under another name or kind of document.',
        todo: '请对照证件核对号码、姓名和证件种类；同一人改了姓名写法的，按上次登记的写法录入；不同国家护照恰好同号的，在号码前加签发国三字代码，如 DEU。',
      },
    ],
    'visitor.document-held',
  );

/** Writes down who an account is by the document that was seen. */
export async function realName(
  app: App,
  query: Query,
  id: string,
  seen: { readonly name: string; readonly kind: DocumentKind; readonly number: string },
): Promise<void> {
  const { office } = app.config;
  await query(
    `update visitor set level = 2, name = $3, document = $4, document_digest = $5, counter_code = null,
       counter_until = null where office = $1 and id = $2`,
    [
      office,
      id,
      seen.name,
      sealed(app, JSON.stringify([seen.kind, seen.number]), visitorPlace(office, id, 'document')),
      lookupDigest(seen.number, app.keys),
    ],
  );
  await codeVisitor(app.keys, query, office, id);
}

/** Closes an account into another of the same person. */
async function merge(app: App, query: Query, from: string, to: string): Promise<void> {
  const { office } = app.config;
  const now = app.clock();
  const [old] = await query<{ name: string; kind: string }>(
    `update visitor set status = 'closed', closed_at = $3, mail_digest = null, phone_digest = null, document_digest = null,
       totp_secret = null, totp_confirmed = false where office = $1 and id = $2 returning name, kind`,
    [office, from, now],
  );
  await codeVisitor(app.keys, query, office, from);
  await query('delete from visitor_session where office = $1 and visitor = $2', [office, from]);
  // What the older account filed is the newer one's as what was filed at the counter would be.
  await query(
    `insert into visitor_party (office, id, kind, acts_as, name, principal, status, created_at)
     values ($1, $2, 'entrusted', $3, $4, $5, 'confirmed', $6)`,
    [office, from, old?.kind ?? 'citizen', old?.name ?? '', to, now],
  );
  await codeParty(app.keys, query, office, from);
  const parties = await query<{ id: string }>(
    'update visitor_party set principal = $3 where office = $1 and principal = $2 returning id',
    [office, from, to],
  );
  for (const { id } of parties) await codeParty(app.keys, query, office, id);
  const links = await query<{ id: string }>(
    `update visitor_link set visitor = $3 where office = $1 and visitor = $2 and status = 'active' returning id`,
    [office, from, to],
  );
  for (const { id } of links) await codeLink(app.keys, query, office, id);
}

/** An enterprise that waits for an officer. */
export interface AskedEnterprise {
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly by: string;
  readonly until: string;
  readonly at: string;
}

/** Enterprises that wait for an officer's word, oldest first. */
export async function askedEnterprises(app: App): Promise<AskedEnterprise[]> {
  const rows = await app.db.query<{
    id: string;
    name: string;
    uscc: string;
    by: string;
    until_day: string;
    created_at: Date;
  }>(
    `select p.id, p.name, p.uscc, v.name as by, l.until_day::text, p.created_at from visitor_party p
     join visitor_link l on l.office = p.office and l.party = p.id and l.leads
     join visitor v on v.office = l.office and v.id = l.visitor
     where p.office = $1 and p.kind = 'enterprise' and p.status = 'asked' order by p.created_at limit 200`,
    [app.config.office],
  );
  return rows.map(({ until_day: until, created_at, ...row }) => ({
    ...row,
    until,
    at: created_at.toISOString(),
  }));
}

/**
 * Agrees to an enterprise and its first handler, or not, with the reason told to whoever asked.
 * @throws ProblemError: `visitor.no-party`, `visitor.reason`.
 */
export async function settleEnterprise(
  app: App,
  actor: OfficeActor,
  id: string,
  { agree, reason }: { readonly agree: boolean; readonly reason: string },
): Promise<void> {
  if (!agree && reason.trim().length < 2)
    throw unsound(
      [
        {
          code: 'visitor.reason',
          level: 'block',
          at: ['reason'],
          message: '退回须写明理由。',
          en: 'A refusal needs its reason.',
          todo: '请写明还缺什么、怎样补。',
        },
      ],
      'visitor.reason',
    );
  await app.db.tx((query) => settleIn(app, query, actor, id, { agree, reason }));
}

async function settleIn(
  app: App,
  query: Query,
  actor: OfficeActor,
  id: string,
  { agree, reason }: { readonly agree: boolean; readonly reason: string },
): Promise<void> {
  const now = app.clock();
  const settled = await query(
    `update visitor_party set status = $3, reason = $4, settled_by = $5, settled_at = $6
     where office = $1 and id = $2 and kind = 'enterprise' and status = 'asked' returning id`,
    [actor.office, id, agree ? 'confirmed' : 'refused', agree ? '' : reason.trim(), actor.id, now],
  );
  if (settled.length === 0) throw noParty();
  await codeParty(app.keys, query, actor.office, id);
  await record(query, actor, now, 'visitor.settle', `party:${id}`, { agree });
}

/** An enterprise with its first handler as the officer agreed to it, for a year. */
export async function confirmedEnterprise(
  app: App,
  query: Query,
  officer: OfficeActor,
  account: string,
  { name, uscc }: { readonly name: string; readonly uscc: string },
): Promise<string> {
  const today = dayInShanghai(app.clock().toISOString());
  const until = addDays(today, 365);
  const id = await insertEnterprise(app, query, account, { name, uscc, from: today, until });
  if (id === undefined) throw new Error(`The enterprise ${uscc} is on record`);
  await settleIn(app, query, officer, id, { agree: true, reason: '' });
  return id;
}

/** The refusal of a party that is not there, or not in question any more. */
export const noParty = (): ProblemError =>
  notFound('visitor.no-party', '没有这条登记，或已办结。', 'There is no such entry, or it is settled.');
