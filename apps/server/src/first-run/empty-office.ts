import { roleLabel } from '@zhitongche/access';
import { referenceTables } from '@zhitongche/offices';
import { hashPassword, oneTimePassword } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { insertOffice, type NewPerson } from './insert-office.ts';

/** An administrator as the console prints it, once. */
export interface FirstAccount {
  readonly username: string;
  readonly role: string;
  readonly password: string;
}

const ADMINISTRATORS = [
  ['sysadmin', 'system-admin'],
  ['secadmin', 'security-admin'],
  ['auditor', 'audit-admin'],
] as const;

/** Creates an office with nothing but the three administrators, the calendar and the reference tables. */
export async function createEmptyOffice(
  app: App,
  code: string,
  name: string,
): Promise<readonly FirstAccount[]> {
  const root = newId();
  const first = await Promise.all(
    ADMINISTRATORS.map(async ([username, role]) => {
      const password = oneTimePassword();
      const person: NewPerson = {
        id: newId(),
        username,
        name: roleLabel(role),
        org: root,
        at: root,
        roles: [role],
        password: await hashPassword(password),
        mustChange: true,
      };
      return { person, account: { username, role: roleLabel(role), password } };
    }),
  );
  await insertOffice(
    app,
    {
      code,
      name,
      demo: false,
      orgs: [{ id: root, parent: null, kind: 'office', name }],
      people: first.map((one) => one.person),
      tables: referenceTables,
      letterheads: [],
      policies: [],
    },
    app.clock(),
  );
  return first.map((one) => one.account);
}
