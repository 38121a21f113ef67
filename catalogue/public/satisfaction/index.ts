export { audience, deputies, partners, party, served, staff, users } from './partners.ts';
export {
  delegates,
  hall,
  publicVoice,
  students,
  trainees,
  visa,
  visitors,
  windowVoice,
} from './visitors.ts';
