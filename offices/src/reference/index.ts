export { referenceTables } from './tables.ts';
