import type { OfficeActor, App } from '@zhitongche/core/server';
import { readAuditLog } from '@zhitongche/audit/server';
import { exportCases } from '../../platform/case/server/files/export-cases.ts';
import {
  inbox,
  myCases,
  caseView,
  inboxCounts,
  notices,
  people,
  travellers,
  stuckPapers,
} from '@zhitongche/case/server';
import { register, registers } from '@zhitongche/register/server';
import { bootChecks } from '../../apps/server/src/boot-checks.ts';
import { stats } from '@zhitongche/insight/server';
import { verifyByCode } from '@zhitongche/document/server';
import { commonWord, rareWord } from './archive.ts';

/** What a question may name: found in an archive once it is grown. */
export interface Known {
  /** Cases of all offices. */
  readonly cases: number;
  /** Cases of the measured office with their whole log. */
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  /** Verification codes of papers on record. */
  readonly codes: readonly string[];
  readonly units: readonly string[];
  /** The cursor in front of page 50 of all cases. */
  readonly deep: string;
}

/** One question somebody's screen asks; `n` varies what is asked for. */
export type Question = (
  app: App,
  who: (name: string) => OfficeActor,
  n: number,
  known: Known,
) => Promise<unknown>;

const of = <T>(list: readonly T[], n: number): T => {
  const one = list[n % list.length];
  if (one === undefined) throw new Error('Nothing to ask for');
  return one;
};
const unitFiler = (n: number): string => `unit${1 + (n % 8)}-filer`;
/** A month of the archive that is long over. */
const MONTH = { from: '2020-05-01', until: '2020-05-31' };
// The log's own door lets only the audit administrator in; what it reads does not depend on the person.
const AUDITOR = 'director';

/** Every list, search and page that reads what grows. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  inbox: (app, who) => inbox(app, who('handler'), { tab: 'todo' }),
  inboxDone: (app, who) => inbox(app, who('window'), { tab: 'done' }),
  inboxCopied: (app, who) => inbox(app, who('window'), { tab: 'copied' }),
  inboxUnderWay: (app, who) => inbox(app, who('deputy'), { tab: 'watch' }),
  counts: (app, who, n) => inboxCounts(app, who(of(['handler', 'window', 'unit1-signer'], n))),
  allNewest: (app, who) => inbox(app, who('deputy'), { tab: 'all', sort: 'newest' }),
  allOldest: (app, who) => inbox(app, who('deputy'), { tab: 'all', sort: 'oldest' }),
  allOfDivision: (app, who) => inbox(app, who('handler'), { tab: 'all' }),
  // A division that was given a seat in hardly any case, and a unit.
  allOfQuietDivision: (app, who) => inbox(app, who('security'), { tab: 'all' }),
  allOfUnit: (app, who, n) => inbox(app, who(unitFiler(n)), { tab: 'all' }),
  allByDeadline: (app, who) => inbox(app, who('deputy'), { tab: 'all', sort: 'due' }),
  allPage50: (app, who, _n, { deep }) =>
    inbox(app, who('deputy'), { tab: 'all', sort: 'newest', cursor: deep }),
  filterUnit: (app, who, n, { units }) => inbox(app, who('deputy'), { tab: 'all', unit: of(units, n) }),
  filterMonth: (app, who) => inbox(app, who('deputy'), { tab: 'all', ...MONTH }),
  filterRefused: (app, who) => inbox(app, who('deputy'), { tab: 'all', status: 'refused' }),
  filterRunning: (app, who) => inbox(app, who('deputy'), { tab: 'all', status: 'running' }),
  filterOverdue: (app, who) => inbox(app, who('deputy'), { tab: 'all', light: 'red' }),
  exportInbox: (app, who) => exportCases(app, who('handler'), { tab: 'todo' }),
  hallMyCases: (app, who, n) => myCases(app, who(unitFiler(n)), {}),
  hallTravellers: (app, who, n) => travellers(app, who(unitFiler(n)), undefined),
  searchCommonWord: (app, who, n) => inbox(app, who('deputy'), { tab: 'all', q: commonWord(n) }),
  searchRareWord: (app, who, n, { cases }) =>
    inbox(app, who('deputy'), { tab: 'all', q: rareWord(n, cases) }),
  searchOfDivision: (app, who, n) => inbox(app, who('handler'), { tab: 'all', q: commonWord(n) }),
  searchNumber: (app, who, n, { numbers }) => inbox(app, who('deputy'), { tab: 'all', q: of(numbers, n) }),
  casePage: (app, who, n, { ids }) => caseView(app, who('deputy'), of(ids, n)),
  registers: (app, who) => registers(app, who('deputy')),
  registerPage: (app, who) => register(app, who('deputy'), 'trips', {}),
  registerOfUnit: (app, who, n) => register(app, who(unitFiler(n)), 'trips', {}),
  registerMonth: (app, who) => register(app, who('deputy'), 'trips', MONTH),
  registerCommonWord: (app, who, n) => register(app, who('deputy'), 'trips', { q: commonWord(n) }),
  registerRareWord: (app, who, n, { cases }) =>
    register(app, who('deputy'), 'trips', { q: rareWord(n, cases) }),
  registerUnknownWord: (app, who, n) => register(app, who('deputy'), 'trips', { q: `无人写过${n}` }),
  dashboard: (app, who) => stats(app, who('deputy'), { of: 'office' }),
  dashboardYear: (app, who) =>
    stats(app, who('deputy'), { of: 'office', from: '2024-01-01', until: '2024-12-31' }),
  // Of a clerk through whose hands a third of all cases went.
  dashboardOfOne: (app, who) => stats(app, who('window'), { of: 'me' }),
  papersInMaking: (app, who) => stuckPapers(app, who('handler')),
  startOfProgram: (app) => bootChecks(app),
  notices: (app, who) => notices(app, who('window'), undefined),
  people: (app, who, n) => people(app, who('handler'), { q: of(['员', '经办', 'head'], n) }),
  verifyByCode: (app, _who, n, { codes }) => verifyByCode(app, of(codes, n)),
  auditNewest: (app, who) => readAuditLog(app, who(AUDITOR), {}),
  auditByPerson: (app, who) => readAuditLog(app, who(AUDITOR), { q: 'unit3经办' }),
  auditByCase: (app, who, n, { numbers }) => readAuditLog(app, who(AUDITOR), { q: of(numbers, n) }),
  auditByAddress: (app, who, n) => readAuditLog(app, who(AUDITOR), { q: `10.0.${n % 200}.7` }),
  auditRareAction: (app, who) => readAuditLog(app, who(AUDITOR), { action: 'grant.' }),
  auditMonth: (app, who) => readAuditLog(app, who(AUDITOR), MONTH),
};
