export { bookings } from './bookings.ts';
export { bookable } from './resource.ts';
