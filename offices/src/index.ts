export { demoOffice } from './demo/index.ts';
export type { DemoCase, DemoLetterhead, DemoOrg, DemoPerson, DemoPolicy, Stage } from './demo/index.ts';
export { referenceTable, referenceTables } from './reference/index.ts';
export type { ReferenceRow, ReferenceTable } from './reference/index.ts';
