import { codePerson, hashPassword, oneTimePassword, usernameOf } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { writeAudit } from '@zhitongche/audit/server';

/**
 * Lets whoever has the server itself back in: a new one-time password, no second factor, no lock. For administrators
 * nobody else may reset; it is on record as the console's doing. Null = there is no such account.
 */
export async function rescueAccount(app: App, office: string, username: string): Promise<string | null> {
  const now = app.clock();
  const password = oneTimePassword();
  const stored = await hashPassword(password);
  return await app.db.tx(async (query) => {
    const [row] = await query<{ id: string }>(
      `update person set password = $3, password_changed_at = $4, must_change_password = true, status = 'active',
         totp_secret = null, totp_confirmed = false, totp_last_step = null,
         password_history = (array_prepend(password, password_history))[1:24]
       where office = $1 and username = $2 returning id`,
      [office, usernameOf(username), stored, now],
    );
    if (!row) return null;
    // The console may: whoever has it has the keys. It writes anew all that lets somebody in.
    await codePerson(app.keys, query, office, row.id);
    await query('delete from login_attempt where office = $1 and who = $2', [
      office,
      `name:${usernameOf(username)}`,
    ]);
    await app.sessions.endAll(query, office, row.id);
    await writeAudit(query, {
      office,
      at: now,
      actor: { id: null, name: '控制台' },
      action: 'account.rescue',
      object: `person:${row.id}`,
      result: 'ok',
      source: '',
    });
    return password;
  });
}
