import type { adminEndpoints, retentionEndpoints } from '@zhitongche/contract';
import { record, readAuditLog, verifyChains } from '@zhitongche/audit/server';
import { type Handlers, wayOf } from '@zhitongche/core/server';
import { atOneMoment } from '@zhitongche/host';
import { createAccount, listAccounts } from './accounts.ts';
import { setCalendar } from './calendar.ts';
import { changeAccount } from './change-account.ts';
import { checkConfig } from './config-check.ts';
import { askGrant, confirmGrant, pendingGrants, revokeGrant } from './grants.ts';
import { listLetterheads, numberedPapers, saveLetterhead } from './letterheads.ts';
import { listOrgs, saveOrg } from './orgs.ts';
import { confirmPolicies } from './confirm-policies.ts';
import { addPolicy, listPolicies } from './policies.ts';
import { askRole, retireRole } from './office-roles.ts';
import { carryOutReset, listRequests, settleRequest } from './requests.ts';
import { roleMatrix } from './role-matrix.ts';
import { seatsAhead } from './seats-ahead.ts';
import { lookAtRuntime } from './runtime.ts';
import { listTables, putTable } from './tables.ts';

/** The three administrators. */
export const adminHandlers: Handlers<Exclude<keyof typeof adminEndpoints, keyof typeof retentionEndpoints>> =
  {
    orgs: async ({ app, actor }) => await listOrgs(app, actor),
    saveOrg: async ({ app, actor, params, body }) => {
      await saveOrg(app, actor, params.id, body);
    },
    accounts: async ({ app, actor, query }) => await listAccounts(app, actor, query),
    createAccount: async ({ app, actor, key, body }) =>
      await createAccount(app, actor, { key, what: 'createAccount', request: { ...body } }, body),
    changeAccount: async ({ app, actor, key, params, body }) =>
      await changeAccount(
        app,
        actor,
        params.id,
        { key, what: 'changeAccount', request: { ...params, ...body } },
        body,
      ),
    twoPersonRequests: async ({ app, actor }) => await listRequests(app, actor),
    settleRequest: async ({ app, actor, params, body }) => {
      await settleRequest(app, actor, params.id, body.agree);
    },
    carryOutReset: async ({ app, actor, key, params }) =>
      await carryOutReset(app, actor, params.id, { key, what: 'carryOutReset', request: { ...params } }),
    askGrant: async ({ app, actor, key, body }) =>
      await askGrant(app, actor, { key, what: 'askGrant', request: { ...body } }, body),
    revokeGrant: async ({ app, actor, params }) => {
      await revokeGrant(app, actor, params.id);
    },
    pendingGrants: async ({ app, actor }) => await pendingGrants(app, actor),
    confirmGrant: async ({ app, actor, params, body }) => {
      await confirmGrant(app, actor, params.id, body.agree);
    },
    askRole: async ({ app, actor, key, body }) =>
      await askRole(app, actor, { key, what: 'askRole', request: { ...body } }, body),
    retireRole: async ({ app, actor, params }) => {
      await retireRole(app, actor, params.role);
    },
    roleMatrix: async ({ app, actor }) => await roleMatrix(app, actor),
    seatsAhead: async ({ app, actor }) => await seatsAhead(app, actor),
    allPolicies: async ({ app, actor }) => await listPolicies(app, actor),
    addPolicy: async ({ app, actor, key, body }) =>
      await addPolicy(app, actor, { key, what: 'addPolicy', request: { ...body } }, body),
    confirmPolicies: async ({ app, actor, key, body }) =>
      await confirmPolicies(app, actor, { key, what: 'confirmPolicies', request: { ...body } }, body),
    setCalendar: async ({ app, actor, body }) => {
      await setCalendar(app, actor, body);
    },
    letterheads: async ({ app, actor }) => await listLetterheads(app, actor),
    numberedPapers: async ({ app }) => numberedPapers(app),
    saveLetterhead: async ({ app, actor, params, body }) => {
      await saveLetterhead(app, actor, params.id, body);
    },
    tables: async ({ app, actor }) => await listTables(app, actor),
    putTable: async ({ app, actor, params, body }) => {
      await putTable(app, actor, params.table, body);
    },
    auditLog: async ({ app, actor, query }) => await readAuditLog(app, actor, query),
    verifyAudit: async ({ app, actor }) => {
      const found = await atOneMoment(app.db, async (db) => await verifyChains({ ...app, db }, actor.office));
      await record(app.db.query, actor, app.clock(), 'audit.verify', 'audit', {
        ok: found.ok,
        auditRows: found.auditRows,
        caseEvents: found.caseEvents,
      });
      return found;
    },
    configCheck: async ({ app, actor, request }) => await checkConfig(app, actor, wayOf(request)),
    runtime: async ({ app }) => await lookAtRuntime(app),
  };
