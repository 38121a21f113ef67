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
export const itSystems = () => import('./system/it-system/index.ts');
export const incidents = () => import('./system/incident/index.ts');
export const incidentMeasures = () => import('./system/incident/measures.ts');
export const dutyTasks = () => import('./office/duty-task/index.ts');
export const dutyMeasures = () => import('./office/duty-task/measures.ts');
export const upkeep = () => import('./system/upkeep/index.ts');
export const assessments = () => import('./system/assessment/index.ts');
export const assessmentMeasures = () => import('./system/assessment/measures.ts');
export const itProjects = () => import('./system/it-project/index.ts');
export const projectMeasures = () => import('./system/it-project/measures.ts');
export const serviceLines = () => import('./system/service-line/index.ts');
export const serviceMeasures = () => import('./system/service-line/measures.ts');
export const courseMeasures = () => import('./office/course/measures.ts');
export const attendanceMeasures = () => import('./office/attendance/measures.ts');
export const stickerMeasures = () => import('./stock/sticker/measures.ts');
export const contractMeasures = () => import('./stock/contract/measures.ts');
export const tasks = () => import('./office/task/index.ts');
export const taskMeasures = () => import('./office/task/measures.ts');
export const annualPlan = () => import('./outbound/annual-plan/index.ts');
export const planMeasures = () => import('./outbound/annual-plan/measures.ts');
export const hkmTrip = () => import('./outbound/hkm-trip/server/index.ts');
export const hkmMeasures = () => import('./outbound/hkm-trip/measures.ts');
export const satisfaction = () => import('./public/satisfaction/index.ts');
<<<<<<< HEAD
export const badReviews = () => import('./public/bad-review/index.ts');
export const badReviewMeasures = () => import('./public/bad-review/measures.ts');
export const complaints = () => import('./public/complaint/index.ts');
export const complaintMeasures = () => import('./public/complaint/measures.ts');
=======
export const documentApplication = () => import('./travel-document/document-application/server/index.ts');
export const documentMeasures = () => import('./travel-document/document-application/measures.ts');
>>>>>>> main
