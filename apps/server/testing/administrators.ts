import { type Role, roleLabel } from '@zhitongche/access';
import { grantMac } from '@zhitongche/account/server';
import { type OfficeActor, type App, type WriteRequest, ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import type { TestDb } from './db.ts';

/** An office of one organisation, where a test's administrators sit. */
export interface BareOffice {
  readonly base: TestDb;
  readonly app: App;
  readonly office: string;
  readonly root: string;
}

/** A request nobody has made before. */
export const asked = (): WriteRequest => ({ key: newId(), what: 'test', request: {} });

/** How a piece of work was refused: each problem with its place, else the code; `ok` when it was not. */
export const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'ok',
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return error.more.problems?.map((p) => [p.code, ...p.at].join(' ')) ?? error.code;
    },
  );

/** Writes the office and its one organisation. */
export async function bareOffice(base: TestDb, app: App, office: string): Promise<BareOffice> {
  const root = newId();
  await base.owner.query('insert into office (office, name) values ($1, $2)', [office, '测试省']);
  await base.owner.query(`insert into org (office, id, kind, name) values ($1, $2, 'office', '测试省外办')`, [
    office,
    root,
  ]);
  return { base, app, office, root };
}

/** A person with one role at the root, named by the role unless told otherwise; the password is no digest of anything. */
export async function withRole(
  { base, app, office, root }: BareOffice,
  role: Role,
  username: string = role,
): Promise<OfficeActor> {
  const [id, grant] = [newId(), newId()];
  await base.owner.query(
    `insert into person (office, id, username, name, org, password) values ($1, $2, $3, $4, $5, 'x')`,
    [office, id, username, roleLabel(role), root],
  );
  const row = { office, id: grant, person: id, role, org: root, status: 'active' };
  await base.owner.query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, 'active', $3, $6)`,
    [office, grant, id, role, root, grantMac(app.keys, row)],
  );
  return {
    office,
    source: '10.0.0.1',
    id,
    name: roleLabel(role),
    org: root,
    grants: [{ role, org: root }],
    standsInFor: [],
  };
}
