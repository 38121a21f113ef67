export { availabilityMeasures } from './measures.ts';
export { availabilities } from './months.ts';
export { outages } from './outages.ts';
export { systemProbe } from './probe.ts';
