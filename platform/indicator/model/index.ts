export { asksInTime } from './fit.ts';
