export { extendWithBudgets } from './extend.ts';
export { budgetPages } from './routes.ts';
