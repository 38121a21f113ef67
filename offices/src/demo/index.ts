import { referenceTables } from '../reference/tables.ts';
import { inventedName, type InventedName } from './names.ts';
import { demoOrgs, PROVINCE } from './orgs.ts';
import { demoPeople, latecomers } from './people.ts';
import { demoLetterheads, demoPolicies } from './settings.ts';

export type { DemoLetterhead, DemoOrg, DemoPerson, DemoPolicy } from './shape.ts';

/** The demo office: a province of no map, its cities, units and invented people; its cases are told by the folders of the catalogue. */
export const demoOffice = {
  code: 'demo',
  name: `${PROVINCE}人民政府外事办公室`,
  /** Same for every account and printed at start; an office that is not marked as a demo never gets it. */
  password: 'Yunze-Demo-2026',
  orgs: demoOrgs,
  people: [...demoPeople, ...latecomers],
  letterheads: demoLetterheads,
  policies: demoPolicies,
  tables: referenceTables,
  province: PROVINCE,
  /** The `n`th person who holds no post here: their names begin where those of the office end. */
  invented: (n: number): InventedName & { readonly n: number } => ({
    n: demoPeople.length + n,
    ...inventedName(demoPeople.length + n),
  }),
} as const;
