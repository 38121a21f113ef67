/** Every service of the product, one line each: its `index.ts`, or its `server/` face where it has one; a version still pinned by stored cases keeps its name here. */
export { outboundTrip, outboundTripV1 } from './outbound/trip/server/index.ts';
export { budgetPreparation } from './finance/budget-preparation/server/index.ts';
export { sisterCities } from './friendship/sister-city/index.ts';
export { stickerBatches, stickerCounts, stickers } from './stock/sticker/index.ts';
export { bookable, bookings } from './office/booking/index.ts';
export { contracts } from './stock/contract/index.ts';
export { dutyRoster } from './office/duty-roster/index.ts';
export { laws } from './office/law/index.ts';
export { courses } from './office/course/index.ts';
export { attendances } from './office/attendance/index.ts';
export { custody } from './travel-document/custody/index.ts';
export { persons } from './resource/person/index.ts';
export { enterprises } from './resource/enterprise/index.ts';
export { unitAccount, unitAccounts, unitClerks } from './resource/unit-account/server/index.ts';
