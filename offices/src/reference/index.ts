export { referenceTable, referenceTables } from './tables.ts';
export type { ReferenceRow, ReferenceTable } from './table.ts';
