import type { accountEndpoints } from '@zhitongche/contract';
import { type Signed, type App, type Call, type Handlers, ProblemError } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { changePassword } from './change-password.ts';
import { clearSessionCookie, sessionToken, setSessionCookie } from './cookie.ts';
import { addDelegation, endDelegation, listDelegations } from './delegations.ts';
import { login } from './login.ts';
import { me } from './me.ts';
import { beginTotp, confirmTotp } from './second-factor.ts';

const fromOf = ({ request }: Pick<Call<'login'>, 'request'>) => ({
  source: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

async function signedBy(app: App, token: string, source: string): Promise<Signed> {
  const signed = await app.sessions.find(app.config.office, token, source);
  if (!signed) throw new ProblemError(401, 'auth.needed', '请先登录。', 'Please sign in.');
  return signed;
}

/** Log-in, own account, absence. */
export const accountHandlers: Handlers<keyof typeof accountEndpoints> = {
  login: async (call) => {
    const { app, body, request, reply } = call;
    const from = fromOf(call);
    const { token } = await login(app, app.config.office, body, from, sessionToken(request));
    setSessionCookie(app.config, reply, token);
    return await me(app, await signedBy(app, token, from.source));
  },
  logout: async ({ app, actor, request, reply }) => {
    const token = sessionToken(request);
    await app.db.tx(async (query) => {
      if (token) await app.sessions.end(query, actor.office, token);
      await record(query, actor, app.clock(), 'logout', `person:${actor.id}`);
    });
    clearSessionCookie(app.config, reply);
  },
  me: async ({ app, signed }) => await me(app, signed),
  changePassword: async (call) => {
    const { app, actor, body, reply } = call;
    const token = await changePassword(app, actor, body, fromOf(call));
    setSessionCookie(app.config, reply, token);
    return await me(app, await signedBy(app, token, actor.source));
  },
  beginTotp: async ({ app, actor, body }) => await beginTotp(app, actor, body.password),
  confirmTotp: async (call) => {
    const { app, actor, body, reply } = call;
    const token = await confirmTotp(app, actor, body.code, fromOf(call));
    setSessionCookie(app.config, reply, token);
    return await me(app, await signedBy(app, token, actor.source));
  },
  phrases: async ({ app, actor }) => {
    const [row] = await app.db.query<{ phrases: string[] }>(
      'select phrases from person where office = $1 and id = $2',
      [actor.office, actor.id],
    );
    return row?.phrases ?? [];
  },
  savePhrases: async ({ app, actor, body }) => {
    const phrases = [...new Set(body.map((phrase) => phrase.trim()).filter((phrase) => phrase !== ''))];
    await app.db.query('update person set phrases = $3 where office = $1 and id = $2', [
      actor.office,
      actor.id,
      JSON.stringify(phrases),
    ]);
    return phrases;
  },
  delegations: async ({ app, actor }) => await listDelegations(app, actor),
  addDelegation: async ({ app, actor, key, body }) =>
    await addDelegation(app, actor, { key, what: 'addDelegation', request: body }, body),
  endDelegation: async ({ app, actor, params }) => {
    await endDelegation(app, actor, params.id);
  },
};
