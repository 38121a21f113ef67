export { retentionHandlers } from './handlers.ts';
export { keepTerms } from './keep-terms.ts';
