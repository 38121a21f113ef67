export { referenceTable, referenceTables } from './tables.ts';
export type { ReferenceRow, ReferenceTable } from './tables.ts';
