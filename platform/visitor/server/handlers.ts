import type { counterEndpoints, visitEndpoints } from '@zhitongche/contract';
import { API } from '@zhitongche/contract';
import { type Call, type Handlers, ProblemError } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { uploadedFile } from '@zhitongche/file/server';
import { CONSENT_RULES, CONSENT_VERSION, PURPOSES } from '@zhitongche/visitor';
import { actAs } from './act-as.ts';
import { askCode } from './codes.ts';
import { askedEnterprises, counterVisitor, raiseVisitor, settleEnterprise } from './counter.ts';
import { findVisitorSession } from './find-visitor-session.ts';
import { claimIntake, fillIn, intakesOf, openScan, takeIntake, takeScan } from './intake.ts';
import { endVisitorSession } from './open-visitor-session.ts';
import {
  beginVisitorTotp,
  changeAddress,
  closeVisitor,
  confirmVisitorTotp,
  drawCounterCode,
  exportOwn,
} from './own-data.ts';
import { askEnterprise, endLink, offerLink, takeLink } from './parties.ts';
import { registerVisitor, resetVisitor } from './register.ts';
import { statusCode, visitStatus } from './status.ts';
import { visitLogin } from './visit-login.ts';
import { accountOf, visitAccount, visitMe } from './visitor-account.ts';
import { clearVisitorCookie, setVisitorCookie, visitorToken } from './visitor-cookie.ts';

type Any = Pick<Call<'visitLogin'>, 'app' | 'request' | 'reply'>;

const fromOf = ({ request }: Pick<Any, 'request'>) => ({
  source: request.ip,
  agent: request.headers['user-agent'] ?? '',
});

/** Gives the browser its new session and says who it now is. */
async function begun({ app, request, reply }: Any, token: string) {
  setVisitorCookie(app.config, reply, token);
  const signed = await findVisitorSession(app, token, request.ip, true);
  if (!signed) throw new ProblemError(401, 'auth.needed', '请先登录。', 'Please sign in.');
  return await visitMe(app, signed);
}

/** The public door. */
export const visitHandlers: Handlers<keyof typeof visitEndpoints> = {
  visitTerms: async () => ({ version: CONSENT_VERSION, purposes: [...PURPOSES], rules: CONSENT_RULES }),
  visitCode: async (call) => await askCode(call.app, call.body, fromOf(call)),
  visitRegister: async (call) =>
    await begun(call, await registerVisitor(call.app, call.body, fromOf(call), visitorToken(call.request))),
  visitLogin: async (call) =>
    await begun(call, await visitLogin(call.app, call.body, fromOf(call), visitorToken(call.request))),
  visitReset: async (call) => await begun(call, await resetVisitor(call.app, call.body, fromOf(call))),
  visitStatus: async ({ app, body, request }) => await visitStatus(app, body, request.ip),
  visitMe: async ({ app, signed }) => await visitMe(app, signed),
  visitLogout: async ({ app, actor, request, reply }) => {
    const token = visitorToken(request);
    await app.db.tx(async (query) => {
      if (token) await endVisitorSession(app, query, token);
      await record(query, actor, app.clock(), 'visitor.logout', `visitor:${accountOf(actor)}`);
    });
    clearVisitorCookie(app.config, reply);
  },
  visitAccount: async ({ app, actor }) => await visitAccount(app, actor),
  visitAct: async (call) => {
    const { app, actor, body, request } = call;
    return await begun(call, await actAs(app, actor, body.party, fromOf(call), visitorToken(request) ?? ''));
  },
  visitAddressCode: async (call) =>
    await askCode(
      call.app,
      { purpose: 'address', to: call.body.to, visitor: accountOf(call.actor) },
      fromOf(call),
    ),
  visitAddress: async ({ app, actor, body }) => {
    await changeAddress(app, actor, body);
  },
  visitCounterCode: async ({ app, actor }) => await drawCounterCode(app, actor),
  visitExport: async ({ app, actor }) => await exportOwn(app, actor),
  visitClose: async ({ app, actor, body, reply }) => {
    await closeVisitor(app, actor, body.password);
    clearVisitorCookie(app.config, reply);
  },
  visitTotp: async ({ app, actor, body }) => await beginVisitorTotp(app, actor, body.password),
  visitTotpConfirm: async (call) =>
    await begun(call, await confirmVisitorTotp(call.app, call.actor, call.body.code, fromOf(call))),
  visitEnterprise: async ({ app, actor, key, body }) => await askEnterprise(app, actor, key, body),
  visitOffer: async ({ app, actor, key, body }) => await offerLink(app, actor, key, body),
  visitTake: async ({ app, actor, key, body }) => await takeLink(app, actor, key, body.secret),
  visitEnd: async ({ app, actor, params }) => {
    await endLink(app, actor, params.id);
  },
  visitCaseCode: async ({ app, actor, params }) => await statusCode(app, actor, params.case),
  visitClaim: async ({ app, actor, params }) => {
    await claimIntake(app, actor, params.id);
  },
};

/** What the staff does for the public. */
export const counterHandlers: Handlers<keyof typeof counterEndpoints> = {
  counterVisitor: async ({ app, body }) => await counterVisitor(app, body.code),
  counterRaise: async ({ app, actor, body }) => await raiseVisitor(app, actor, body),
  counterEnterprises: async ({ app }) => await askedEnterprises(app),
  counterSettle: async ({ app, actor, params, body }) => {
    await settleEnterprise(app, actor, params.id, body);
  },
  counterIntake: async ({ app, actor, key, body }) => await takeIntake(app, actor, key, body),
  counterUpload: async ({ app, actor, params, request }) => {
    const { maxBytes: limit } = API.counterUpload.upload;
    const part = await uploadedFile(request, limit);
    return await takeScan(app, actor, params.id, { name: part.filename, stream: part.file, limit });
  },
  counterIntakes: async ({ app, actor }) => await intakesOf(app, actor),
  counterScan: async ({ app, actor, params }) => await openScan(app, actor, params.id),
  counterFill: async (call) => {
    const { app, signed, params, reply } = call;
    setVisitorCookie(app.config, reply, await fillIn(app, signed, params.id, fromOf(call)));
  },
};
