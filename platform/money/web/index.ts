export { localCashier, moneyPages } from './routes.ts';
