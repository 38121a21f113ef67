export { followMeasures } from './follow-measures.ts';
export { measureHandlers } from './handlers.ts';
