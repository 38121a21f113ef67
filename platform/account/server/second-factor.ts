import { openField, sealField } from '@zhitongche/formats';
import { toDataURL } from 'qrcode';
import { type OfficeActor, type App, ProblemError, unsound, type From } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { totpPlace } from './login.ts';
import { isOwnPassword, passwordWrong } from './own-password.ts';
import { changingPerson } from './person-mac.ts';
import { newTotpSecret, totpStep, totpUri } from './totp.ts';

/**
 * Draws a new shared secret, which counts only once confirmed by a code; whoever found an open browser does not know the password.
 * A confirmed one is only reset by the administrator.
 * @throws ProblemError: `password.wrong`, `totp.confirmed`.
 */
export async function beginTotp(
  app: App,
  actor: OfficeActor,
  password: string,
): Promise<{ readonly uri: string; readonly secret: string; readonly qr: string }> {
  const book = await app.offices.get(actor.office);
  const { office, source } = actor;
  const [known] = await app.db.query<{ username: string; password: string }>(
    'select username, password from person where office = $1 and id = $2',
    [office, actor.id],
  );
  const own = known && { office, who: known.username, source, stored: known.password, typed: password };
  if (!own || !(await isOwnPassword(app, own))) throw unsound([passwordWrong('password')], 'password.wrong');
  const secret = newTotpSecret();
  const [row] = await app.db.tx((query) =>
    changingPerson(app, query, actor.office, actor.id, () =>
      query<{ username: string }>(
        `update person set totp_secret = $3, totp_last_step = null
         where office = $1 and id = $2 and not totp_confirmed returning username`,
        [actor.office, actor.id, sealField(secret, app.keys.field, totpPlace(actor.office, actor.id))],
      ),
    ),
  );
  if (!row)
    throw new ProblemError(
      409,
      'totp.confirmed',
      '动态口令已绑定；更换手机请联系系统管理员重置。',
      'A second factor is already set up; ask your administrator to reset it.',
    );
  const uri = totpUri(secret, row.username, `直通车 ${book.name}`);
  return { uri, secret, qr: await toDataURL(uri, { margin: 1, width: 240 }) };
}

/**
 * Confirms the secret by one right code; from then on log-in asks for it. Every session the password alone has opened ends
 * and a new one begins, whose token is returned: what waited for the second factor must not open without it.
 * @throws ProblemError: `totp.wrong`.
 */
export async function confirmTotp(app: App, actor: OfficeActor, code: string, from: From): Promise<string> {
  const now = app.clock();
  return await app.db.tx(async (query) => {
    const [row] = await query<{ totp_secret: string | null; totp_last_step: number | null }>(
      'select totp_secret, totp_last_step from person where office = $1 and id = $2 for update',
      [actor.office, actor.id],
    );
    const opened = openField(
      row?.totp_secret ?? '',
      (id) => app.keys.fieldKeyOf(id),
      totpPlace(actor.office, actor.id),
    );
    const step = opened.ok
      ? totpStep(Buffer.from(opened.value).toString(), code, now, row?.totp_last_step ?? null)
      : null;
    if (step === null)
      throw unsound([
        {
          code: 'totp.wrong',
          level: 'block',
          at: ['code'],
          message: '动态口令不正确或已用过，请等下一个 6 位数字再试；手机时间须准确。',
          en: 'The code is wrong or was already used; wait for the next one.',
        },
      ]);
    await changingPerson(app, query, actor.office, actor.id, () =>
      query('update person set totp_confirmed = true, totp_last_step = $3 where office = $1 and id = $2', [
        actor.office,
        actor.id,
        step,
      ]),
    );
    await app.sessions.endAll(query, actor.office, actor.id);
    await record(query, actor, now, 'totp.confirm', `person:${actor.id}`);
    return await app.sessions.open(query, actor.office, actor.id, from);
  });
}
