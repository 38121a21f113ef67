export { tripHolds } from './holds.ts';
export { tripSettlements } from './settlements.ts';
