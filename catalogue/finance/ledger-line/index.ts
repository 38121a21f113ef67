export { ledgerLines } from './lines.ts';
export { ledgerRules } from './rules.ts';
