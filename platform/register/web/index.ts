export { CitedRule } from './CitedRule.tsx';
export { KeptRegisters } from './KeptRegisters.tsx';
export { keptPage, keptPages } from './routes.ts';
