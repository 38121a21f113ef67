export { measureHandlers } from './handlers.ts';
export { projectMeasures } from './project-measures.ts';
export { verifyMeasures } from './verify-measures.ts';
