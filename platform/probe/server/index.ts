export { askProbes } from './ask-probes.ts';
export { countMonths } from './count-months.ts';
export { verifyMonths } from './verify-months.ts';
