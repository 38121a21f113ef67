/** Every service of the product, one line each; a version still pinned by stored cases keeps its line. */
export { outboundTrip } from './outbound/trip/index.ts';
export { outboundTripV1 } from './outbound/trip/v1/index.ts';
export { budgetPreparation } from './finance/budget-preparation/index.ts';
