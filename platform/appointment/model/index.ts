export { type FreeHour, freeHours } from './hours.ts';
export { APPOINTMENT_POLICIES } from './policies.ts';
export {
  NUMBER_MOVES,
  NUMBER_STATES,
  type NumberMove,
  type NumberState,
  dueOf,
  numberSaid,
} from './queue.ts';
