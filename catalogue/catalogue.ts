/** Every item of the product, one line each, loaded when it is first needed: its `index.ts`, or its `server/` face where it has one. All an index exports is part of the product; a version still pinned by stored cases stays among it. */
export const outboundTrip = () => import('./outbound/trip/server/index.ts');
export const tripMeasures = () => import('./outbound/trip/measures.ts');
export const budgetPreparation = () => import('./finance/budget-preparation/server/index.ts');
export const sisterCities = () => import('./friendship/sister-city/index.ts');
export const stickerBatches = () => import('./stock/sticker/index.ts');
export const bookable = () => import('./office/booking/index.ts');
export const contracts = () => import('./stock/contract/index.ts');
export const dutyRoster = () => import('./office/duty-roster/index.ts');
export const laws = () => import('./office/law/index.ts');
export const courses = () => import('./office/course/index.ts');
export const attendances = () => import('./office/attendance/index.ts');
export const custody = () => import('./travel-document/custody/index.ts');
export const persons = () => import('./resource/person/index.ts');
export const enterprises = () => import('./resource/enterprise/index.ts');
export const unitAccount = () => import('./resource/unit-account/server/index.ts');
