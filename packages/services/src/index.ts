export { catalogue, currentServices, serviceOf } from './find-service.ts';
export * from './lookups.ts';
