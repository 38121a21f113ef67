export { deadlines } from './deadlines.ts';
export { stats } from './stats.ts';
