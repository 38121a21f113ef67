import {
  type Admission,
  type CodingKeys,
  type Keys,
  macOf,
  rowSoundness,
  type Soundness,
  ProblemError,
} from '@zhitongche/core/server';
import { tellRow } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';

/** The columns of an account that decide who gets in as whom; in SQL as {@link PERSON_COLUMNS}. */
export interface PersonRow {
  readonly office: string;
  readonly id: string;
  readonly username: string;
  readonly org: string;
  readonly status: string;
  readonly expires: string | null;
  readonly password: string;
  readonly totp_secret: string | null;
  readonly totp_confirmed: boolean;
}

/** A stored account with its code. */
export type CodedPerson = PersonRow & { readonly mac: string | null };

/** Columns of {@link CodedPerson} in SQL. */
export const PERSON_COLUMNS =
  'office, id, username, org, status, expires, password, totp_secret, totp_confirmed, mac';

/** HMAC-SM3 over an account: password, second factor and name are bound to the person and to each other. */
export const personMac = (keys: CodingKeys, row: PersonRow): string =>
  macOf(keys, 'person', [
    row.office,
    row.id,
    row.username,
    row.org,
    row.status,
    row.expires,
    row.password,
    row.totp_secret,
    row.totp_confirmed,
  ]);

/** How a stored account stands to its code. */
export const personSoundness = (keys: Keys, row: CodedPerson): Soundness =>
  rowSoundness(keys, row, personMac);

/** Gives an account the code of its present columns; only for one just made, or written anew at the console. */
export async function codePerson(keys: Keys, query: Query, office: string, id: string): Promise<void> {
  const [row] = await query<CodedPerson>(
    `select ${PERSON_COLUMNS} from person where office = $1 and id = $2 for update`,
    [office, id],
  );
  if (!row) return;
  const mac = personMac(keys, row);
  await query('update person set mac = $3 where office = $1 and id = $2', [office, id, mac]);
  await tellRow(keys, query, office, 'person', [id], mac);
}

/**
 * Changes an account within a transaction and gives it its new code; one somebody else wrote is not whitewashed.
 * @throws ProblemError: `account.tampered`.
 */
export async function changingPerson<T>(
  app: { readonly keys: Keys; readonly admission: Admission },
  query: Query,
  office: string,
  id: string,
  change: () => Promise<T>,
): Promise<T> {
  const [row] = await query<CodedPerson>(
    `select ${PERSON_COLUMNS} from person where office = $1 and id = $2 for update`,
    [office, id],
  );
  if (row && !(await app.admission.admits(office, personSoundness(app.keys, row), query))) throw tampered();
  const done = await change();
  await codePerson(app.keys, query, office, id);
  return done;
}

/** The refusal of an account whose row was written past the program. */
export const tampered = (): ProblemError =>
  new ProblemError(
    409,
    'account.tampered',
    '该账户的登录信息在系统之外被改动过，已停止使用。请报告审计管理员，查明后由服务器控制台执行 rescue 命令恢复。',
    'The account was changed past the program and is not used any more; it is restored at the console.',
  );
