import type { API, BodyOf, QueryOf, ReplyOf } from '@zhitongche/contract';
import { type Problem, dayInShanghai, isDay, parsePhone } from '@zhitongche/base';
import { sealField } from '@zhitongche/formats';
import {
  usernameOf,
  codePerson,
  openPhone,
  phonePlace,
  hashPassword,
  oneTimePassword,
  fault,
} from '@zhitongche/account/server';
import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  pageOf,
  readCursor,
  unsound,
} from '@zhitongche/core/server';
import { tellPlain, record } from '@zhitongche/audit/server';
import { newId, Params } from '@zhitongche/host';
import { labelIn, rolesOf } from './office-roles.ts';
import { printedProblems } from './printed.ts';

type People = ReplyOf<(typeof API)['accounts']>;
type Person = People['items'][number];

const PAGE = 50;

interface Stored {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly org: string;
  readonly phone: string | null;
  readonly status: 'active' | 'disabled';
  readonly locked: boolean;
  readonly expires: string | null;
  readonly totp_confirmed: boolean;
  readonly last_login: Date | null;
  readonly grants: readonly { id: string; role: string; org: string; status: 'active' | 'pending' }[];
}

/** Accounts by user name; telephone numbers only for the system administrator, who keeps them. */
export async function listAccounts(
  app: App,
  actor: OfficeActor,
  query: QueryOf<(typeof API)['accounts']>,
): Promise<People> {
  const book = await app.offices.get(actor.office);
  const roles = await rolesOf(app, app.db.query, actor.office);
  const params = new Params();
  const now = params.add(app.clock());
  const where = [`p.office = ${params.add(actor.office)}`];
  const after = readCursor(query.cursor, 1);
  if (after) where.push(`p.username > ${params.add(after[0])}`);
  if (query.q) {
    const text = params.add(`%${query.q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
    where.push(`(p.name like ${text} or p.username like lower(${text}))`);
  }
  if (query.org) where.push(`p.org = ${params.add(query.org)}`);
  const rows = await app.db.query<Stored>(
    `select p.id, p.username, p.name, p.org, p.phone, p.status, p.expires, p.totp_confirmed, p.last_login,
       exists (select 1 from login_attempt a where a.office = p.office and a.who = 'name:' || p.username
         and a.locked_until > ${now}) as locked,
       (select coalesce(json_agg(json_build_object('id', g.id, 'role', g.role, 'org', g.org, 'status', g.status)
          order by g.id), '[]') from role_grant g
        where g.office = p.office and g.person = p.id and g.status in ('active', 'pending')) as grants
     from person p where ${where.join(' and ')} order by p.username limit ${PAGE + 1}`,
    params.values,
  );
  const showPhone = actor.grants.some((grant) => grant.role === 'system-admin');
  return pageOf(
    rows,
    PAGE,
    (row) => [row.username],
    (row): Person => {
      const phone = showPhone && row.phone ? openPhone(app, actor.office, row.id, row.phone) : undefined;
      return {
        id: row.id,
        username: row.username,
        name: row.name,
        org: row.org,
        orgName: book.orgName(row.org),
        ...(phone ? { phone } : {}),
        status: row.status === 'active' && row.locked ? 'locked' : row.status,
        expires: row.expires,
        totp: row.totp_confirmed,
        lastLogin: row.last_login?.toISOString() ?? null,
        grants: row.grants.map((grant) => ({
          ...grant,
          roleName: labelIn(roles, grant.role),
          orgName: book.orgName(grant.org),
        })),
      };
    },
  );
}

/**
 * Creates an account without any right and gives its one-time password, which is shown once.
 * @throws ProblemError: `account.taken`; every problem of what was asked, at once.
 */
export async function createAccount(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: BodyOf<(typeof API)['createAccount']>,
): Promise<{ id: string; initialPassword: string }> {
  const now = app.clock();
  const username = usernameOf(body.username);
  const { tree } = await app.offices.get(actor.office);
  const problems: Problem[] = [];
  const say = (field: string, message: string, en: string) =>
    problems.push(fault('account.refused', field, message, en));
  if (!/^[a-z][a-z0-9._-]{1,63}$/.test(username))
    say(
      'username',
      '用户名须以字母开头，只含字母、数字、点、横线、下划线。',
      'Letters, digits, dots, hyphens only.',
    );
  if (body.name.trim() === '') say('name', '请填写姓名。', 'A name is needed.');
  if (!tree.get(body.org)) say('org', '所属机构不存在。', 'No such organisation.');
  const phone = body.phone ? parsePhone(body.phone) : undefined;
  if (phone && !phone.ok) problems.push(...phone.problems.map((p): Problem => ({ ...p, at: ['phone'] })));
  problems.push(...printedProblems(app, [['name', '姓名', body.name]]));
  problems.push(...expiryProblems(body.expires, dayInShanghai(now.toISOString())));
  if (problems.length > 0) throw unsound(problems);

  const initialPassword = oneTimePassword();
  const stored = await hashPassword(initialPassword);
  return await idempotent(app, actor, asked, async (query) => {
    const id = newId(now.getTime());
    const made = await query(
      `insert into person (office, id, username, name, org, phone, password, password_changed_at, expires, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8) on conflict (office, username) do nothing returning id`,
      [
        actor.office,
        id,
        username,
        body.name.trim(),
        body.org,
        phone?.ok ? sealField(phone.value, app.keys.field, phonePlace(actor.office, id)) : null,
        stored,
        now,
        body.expires ?? null,
      ],
    );
    if (made.length === 0)
      throw unsound([
        fault(
          'account.taken',
          'username',
          '用户名已被使用（含已停用账户），不能重复。',
          'The user name is taken, perhaps by a stopped account.',
          { basis: { title: 'GB/T 22239-2019', article: '8.1.4.1 a' } },
        ),
      ]);
    await codePerson(app.keys, query, actor.office, id);
    await tellPlain(app.keys, query, actor.office, 'person_name', [id]);
    await record(query, actor, now, 'account.create', `person:${id}`, { username, org: body.org });
    return { id, initialPassword };
  });
}

/** Objections to an expiry day. */
export const expiryProblems = (expires: string | null | undefined, today: string): readonly Problem[] =>
  expires === undefined || expires === null || (isDay(expires) && expires >= today)
    ? []
    : [fault('account.refused', 'expires', '到期日不存在或已过去。', 'No such day, or it lies in the past.')];
