import type { VisitorKind } from '@zhitongche/access';
import { record } from '@zhitongche/audit/server';
import { readAddress } from '@zhitongche/channel';
import {
  type App,
  type FileReply,
  type From,
  idempotent,
  lookupDigest,
  notFound,
  type OfficeActor,
  ProblemError,
  type Signed,
  unsound,
} from '@zhitongche/core/server';
import { type Arriving, demandOpenable, servedInline, takeIn } from '@zhitongche/file/server';
import { newId } from '@zhitongche/host';
import { noParty } from './counter.ts';
import { openVisitorSession } from './open-visitor-session.ts';
import { codeParty } from './rows.ts';
import { partyPlace, sealed } from './sealed.ts';
import { samePerson } from '@zhitongche/visitor';
import { accountOf, seenOf } from './visitor-account.ts';

/** Who stands at the window. */
export interface Intake {
  readonly name: string;
  readonly kind: VisitorKind;
  readonly document: string;
  readonly phone: string;
}

/**
 * Puts somebody at the window on record, for whom the officer files.
 * @throws ProblemError: `visitor.document`, `visitor.phone`.
 */
export async function takeIntake(
  app: App,
  actor: OfficeActor,
  key: string,
  asked: Intake,
): Promise<{ id: string }> {
  const number = asked.document.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z0-9]{5,20}$/.test(number))
    throw unsound(
      [
        {
          code: 'visitor.document',
          level: 'block',
          at: ['document'],
          message: '证件号码由 5 至 20 位字母和数字组成。',
          en: 'A document number has 5 to 20 letters and digits.',
          todo: '请对照证件逐位核对后重新输入；企业填统一社会信用代码。',
        },
      ],
      'visitor.document',
    );
  const phone = readAddress('sms', asked.phone);
  if (phone === undefined)
    throw unsound(
      [
        {
          code: 'visitor.phone',
          level: 'block',
          at: ['phone'],
          message: '这不是可用的手机号。',
          en: 'This is no mobile number.',
          todo: '请填 11 位手机号，境外号码以 + 和国家代码开头。',
        },
      ],
      'visitor.phone',
    );
  const { office } = actor;
  const name = asked.name.normalize('NFC').trim();
  return await idempotent(
    app,
    actor,
    { key, what: 'counterIntake', request: { ...asked } },
    async (query) => {
      const now = app.clock();
      const id = newId(now.getTime());
      await query(
        `insert into visitor_party (office, id, kind, acts_as, name, document, document_digest, phone, status, officer, created_at)
       values ($1, $2, 'counter', $3, $4, $5, $6, $7, 'confirmed', $8, $9)`,
        [
          office,
          id,
          asked.kind,
          name,
          sealed(app, number, partyPlace(office, id, 'document')),
          lookupDigest(number, app.keys),
          sealed(app, phone, partyPlace(office, id, 'phone')),
          actor.id,
          now,
        ],
      );
      await codeParty(app.keys, query, office, id);
      await record(query, actor, now, 'visitor.intake', `party:${id}`);
      return { id };
    },
  );
}

/**
 * Takes in the form the person at the window signed.
 * @throws ProblemError: `visitor.no-party`, what files are refused for.
 */
export async function takeScan(
  app: App,
  actor: OfficeActor,
  id: string,
  arriving: Arriving,
): Promise<undefined> {
  const { office } = actor;
  const [mine] = await app.db.query(
    `select id from visitor_party where office = $1 and id = $2 and kind = 'counter' and officer = $3`,
    [office, id, actor.id],
  );
  if (!mine) throw noParty();
  await takeIn(app, actor, arriving, {
    object: `party:${id}`,
    counted: id,
    room: async () => undefined,
    keep: async (query, { digest, name, type }) => {
      const kept = await query(
        `update visitor_party set scan_digest = $3, scan_name = $4, scan_type = $5
         where office = $1 and id = $2 and scan_digest is null returning id`,
        [office, id, digest, name, type],
      );
      if (kept.length === 0) throw scanKept();
    },
  });
  return undefined;
}

const scanKept = () =>
  new ProblemError(
    409,
    'visitor.scan-kept',
    '签字的申请表已在案，不能替换；如需更正请另立一条。',
    'The signed form is on record and is not replaced.',
  );

/** The signed form of somebody at the window; who opened it is on record. */
export async function openScan(app: App, actor: OfficeActor, id: string): Promise<FileReply> {
  const [row] = await app.db.query<{ scan_digest: string; scan_name: string; scan_type: string }>(
    `select scan_digest, scan_name, scan_type from visitor_party
     where office = $1 and id = $2 and kind = 'counter' and scan_digest is not null`,
    [actor.office, id],
  );
  if (row) await demandOpenable(app, actor.office, row.scan_digest);
  const body = row ? await app.blobs.get(row.scan_digest) : null;
  if (!row || !body) throw noParty();
  await record(app.db.query, actor, app.clock(), 'visitor.scan', `party:${id}`);
  return { body, type: row.scan_type, name: row.scan_name, inline: servedInline(row.scan_type) };
}

/** People at the window this officer filed for, newest first. */
export async function intakesOf(
  app: App,
  actor: OfficeActor,
): Promise<{ id: string; name: string; at: string; scan: boolean; claimed: boolean }[]> {
  const rows = await app.db.query<{
    id: string;
    name: string;
    created_at: Date;
    scan: boolean;
    claimed: boolean;
  }>(
    `select id, name, created_at, scan_digest is not null as scan, principal is not null as claimed from visitor_party
     where office = $1 and kind = 'counter' and officer = $2 order by created_at desc limit 100`,
    [actor.office, actor.id],
  );
  return rows.map(({ created_at, ...row }) => ({ ...row, at: created_at.toISOString() }));
}

/**
 * Opens the public door once for the officer, as the person whose signed form is on record: a session of the public that
 * reaches nothing but what is filed for that person, and nothing of the staff's.
 * @throws ProblemError: `visitor.no-party`, `visitor.no-scan`.
 */
export async function fillIn(app: App, { actor, session }: Signed, id: string, from: From): Promise<string> {
  const { office } = actor;
  const [row] = await app.db.query<{ scan: boolean }>(
    `select scan_digest is not null as scan from visitor_party
     where office = $1 and id = $2 and kind = 'counter' and officer = $3 and principal is null`,
    [office, id, actor.id],
  );
  if (!row) throw noParty();
  if (!row.scan)
    throw new ProblemError(
      409,
      'visitor.no-scan',
      '请先上传当事人签字的申请表扫描件，再代为填写。',
      'Upload the form the person signed first.',
    );
  return await app.db.tx(async (query) => {
    await record(query, actor, app.clock(), 'visitor.fill-in', `party:${id}`);
    return await openVisitorSession(
      app,
      query,
      { visitor: null, officer: { id: actor.id, name: actor.name, session }, party: id },
      from,
    );
  });
}

/**
 * Claims what was filed at the counter under the document an officer saw of this account.
 * @throws ProblemError: `visitor.no-claim`.
 */
export async function claimIntake(app: App, actor: OfficeActor, id: string): Promise<void> {
  const account = accountOf(actor);
  const { office } = actor;
  await app.db.tx(async (query) => {
    const [found] = await query<{ theirs: string; id: string; name: string; document: string | null }>(
      `select p.name as theirs, v.id, v.name, v.document from visitor_party p join visitor v on v.office = p.office and v.id = $3
       where p.office = $1 and p.id = $2 and p.document_digest = v.document_digest`,
      [office, id, account],
    );
    if (!found || !samePerson(seenOf(app, found), { name: found.theirs })) throw noClaim();
    const claimed = await query(
      `update visitor_party p set principal = $3 from visitor v
       where p.office = $1 and p.id = $2 and p.kind = 'counter' and p.principal is null and v.office = p.office
         and v.id = $3 and v.level = 2 and v.status = 'active' and v.document_digest = p.document_digest returning p.id`,
      [office, id, account],
    );
    if (claimed.length === 0) throw noClaim();
    await codeParty(app.keys, query, office, id);
    await query('delete from visitor_session where office = $1 and party = $2 and officer is not null', [
      office,
      id,
    ]);
    await record(query, actor, app.clock(), 'visitor.claim', `party:${id}`);
  });
}

const noClaim = () =>
  notFound(
    'visitor.no-claim',
    '没有可认领的事项：须先实名，且证件号码和姓名与窗口登记的一致。',
    'There is nothing to claim under the name and document of this account.',
  );
