import type { WorkedTrip } from '../trip.ts';
import { trips as to04 } from './trips-01-04.ts';
import { trips as to08 } from './trips-05-08.ts';
import { trips as to12 } from './trips-09-12.ts';
import { trips as to16 } from './trips-13-16.ts';
import { trips as to20 } from './trips-17-20.ts';
import { trips as to24 } from './trips-21-24.ts';
import { trips as to28 } from './trips-25-28.ts';
import { trips as to32 } from './trips-29-32.ts';
import { trips as to36 } from './trips-33-36.ts';
import { trips as to40 } from './trips-37-40.ts';

/** Forty trips, worked out by hand. */
export const workedTrips: readonly WorkedTrip[] = [
  ...to04,
  ...to08,
  ...to12,
  ...to16,
  ...to20,
  ...to24,
  ...to28,
  ...to32,
  ...to36,
  ...to40,
];
