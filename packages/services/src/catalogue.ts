/** Every service of the product, one line each; a version still pinned by stored cases keeps its line. */
export { outboundTrip, outboundTripV1 } from './outbound-trip/index.ts';
export { budgetPreparation } from './budget-preparation/index.ts';
