import type { API, BodyOf } from '@zhitongche/contract';
import type { Role } from '@zhitongche/access';
import { dayInShanghai } from '@zhitongche/base';
import { loginPolicy } from './login-policies.ts';
import { type OfficeActor, type App, type CodingKeys, rowSoundness } from '@zhitongche/core/server';
import { record, tellRow } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { requestMac } from './request-mac.ts';

/** What of an account is set back. */
export interface Reset {
  readonly resetPassword?: boolean;
  readonly resetTotp?: boolean;
}

/** Ended cases of which files or personal data are to go. */
export interface ErasureList {
  readonly day: string;
  readonly files: readonly string[];
  readonly personal: readonly string[];
  /** Rows of registers whose private part goes; absent in lists of before. */
  readonly rows?: readonly { readonly id: string; readonly register: string }[];
  /** Numbers of the cases, as the second person reads them. */
  readonly numbers: readonly string[];
}

/** A role of the office's own as it is to be. */
export interface RoleWish {
  readonly label: string;
  readonly codes: readonly string[];
}

/** What is wanted: an account set back, a figure or a role set, or what is over its term deleted; `subject` is the id of the account, the key of the figure or role, the id of the list. */
export type Wanted =
  | { readonly kind: 'role'; readonly subject: string; readonly body: RoleWish }
  | { readonly kind: 'reset'; readonly subject: string; readonly body: Reset }
  | { readonly kind: 'erasure'; readonly subject: string; readonly body: ErasureList }
  | { readonly kind: 'policy'; readonly subject: string; readonly body: BodyOf<(typeof API)['addPolicy']> };

/** A request as stored, which counts for nothing until a second administrator agreed. */
export type TwoPersonRequest = Wanted & {
  readonly id: string;
  readonly status: 'pending' | 'agreed' | 'refused' | 'done';
  readonly asked_by: string;
  readonly asked_at: Date;
  readonly settled_by: string | null;
  readonly mac: string;
};

const macFor = (
  keys: CodingKeys,
  office: string,
  row: Wanted & Omit<TwoPersonRequest, keyof Wanted | 'mac'>,
): string => requestMac(keys, { ...row, office, asked_at: row.asked_at.toISOString() });

/** Writes down what is asked for; it changes nothing until somebody else agreed. */
export async function openRequest(
  app: App,
  query: Query,
  actor: OfficeActor,
  wanted: Wanted,
): Promise<string> {
  const now = app.clock();
  const row = {
    ...wanted,
    id: newId(now.getTime()),
    status: 'pending' as const,
    asked_by: actor.id,
    asked_at: now,
    settled_by: null,
  };
  const mac = macFor(app.keys, actor.office, row);
  await query(
    `insert into two_person_request (office, id, kind, subject, body, status, asked_by, asked_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      actor.office,
      row.id,
      row.kind,
      row.subject,
      JSON.stringify(row.body),
      row.status,
      row.asked_by,
      row.asked_at,
      mac,
    ],
  );
  await tellRow(app.keys, query, actor.office, 'two_person_request', [row.id], mac);
  await record(query, actor, now, 'request.ask', objectOf(row), { request: row.id, ...row.body });
  return row.id;
}

/** The instant before which a request has lapsed. To be asked before a transaction: within one it could wait for a connection the others hold. */
export async function requestsSince(app: App, office: string): Promise<Date> {
  const now = app.clock();
  const policy = loginPolicy((await app.offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  return new Date(now.getTime() - policy.requestDays * 86_400_000);
}

/** Open requests that have not lapsed, oldest first; rows nobody wrote through the program are left out and reported. */
export async function openRequests(
  app: App,
  query: Query,
  office: string,
  since: Date,
  only: { readonly id?: string; readonly lock?: boolean } = {},
): Promise<readonly TwoPersonRequest[]> {
  const rows = await query<TwoPersonRequest>(
    `select id, kind, subject, body, status, asked_by, asked_at, settled_by, mac from two_person_request
     where office = $1 and status in ('pending', 'agreed') and asked_at > $2 and ($3::uuid is null or id = $3)
     order by asked_at ${only.lock ? 'for update' : ''}`,
    [office, since, only.id ?? null],
  );
  return rows.filter((row) => {
    const sound = rowSoundness(app.keys, row, (keys, of) => macFor(keys, office, of)) === 'sound';
    if (!sound) app.log.error({ request: row.id }, 'a request for two persons was written past the program');
    return sound;
  });
}

/** Moves a request on and leaves a line of who did it. */
export async function moveRequest(
  app: App,
  query: Query,
  actor: OfficeActor,
  row: TwoPersonRequest,
  status: 'agreed' | 'refused' | 'done',
): Promise<void> {
  const now = app.clock();
  const next = { ...row, status, settled_by: status === 'done' ? row.settled_by : actor.id };
  const mac = macFor(app.keys, actor.office, next);
  await query(
    `update two_person_request set status = $3, settled_by = $4, settled_at = coalesce(settled_at, $5), mac = $6
     where office = $1 and id = $2`,
    [actor.office, row.id, status, next.settled_by, now, mac],
  );
  await tellRow(app.keys, query, actor.office, 'two_person_request', [row.id], mac);
  const action = { agreed: 'request.agree', refused: 'request.refuse', done: 'request.done' }[status];
  await record(query, actor, now, action, objectOf(row), { request: row.id, ...row.body });
}

/** Who agrees: lists of what is deleted the audit administrator, figures and roles the system administrator, resets the security administrator, and his own the audit administrator. */
export const seconderOf = (kind: Wanted['kind'], ofSecurityAdmin: boolean): Role =>
  kind === 'erasure'
    ? 'audit-admin'
    : kind === 'policy' || kind === 'role'
      ? 'system-admin'
      : ofSecurityAdmin
        ? 'audit-admin'
        : 'security-admin';

const OBJECTS = { role: 'role', reset: 'person', policy: 'policy', erasure: 'erasure' } as const;
const objectOf = (row: Wanted): string => `${OBJECTS[row.kind]}:${row.subject}`;
