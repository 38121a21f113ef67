import { sampleUpload } from '@zhitongche/catalogue/outbound/trip/sample-trip.ts';
import { referenceTables } from '../reference/tables.ts';
import { demoAnswers } from './answers.ts';
import { demoCases } from './cases.ts';
import { demoOrgs, PROVINCE } from './orgs.ts';
import { demoPeople } from './people.ts';
import { demoLetterheads, demoPolicies } from './settings.ts';

export type { DemoCase, Stage } from './cases.ts';
export type { DemoLetterhead, DemoOrg, DemoPerson, DemoPolicy } from './shape.ts';

/** The demo office: a province of no map, its cities, units and invented people, and cases in every state. */
export const demoOffice = {
  code: 'demo',
  name: `${PROVINCE}人民政府外事办公室`,
  /** Same for every account and printed at start; an office that is not marked as a demo never gets it. */
  password: 'Yunze-Demo-2026',
  orgs: demoOrgs,
  people: demoPeople,
  letterheads: demoLetterheads,
  policies: demoPolicies,
  tables: referenceTables,
  cases: demoCases,
  answers: demoAnswers,
  /** A scan somebody adds while a case is on its way, as its answer. */
  scan: sampleUpload,
} as const;
