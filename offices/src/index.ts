export { demoBudgets, ownBudget } from './demo/budgets.ts';
export { demoOffice } from './demo/index.ts';
export { referenceTables } from './reference/tables.ts';
