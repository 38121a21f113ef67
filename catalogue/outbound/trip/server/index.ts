import type { ServedService } from '@zhitongche/core/server';
import * as trip from '../index.ts';
import { TRIP_LOOKUPS } from './lookups.ts';
import { TRIP_TABLES } from './tables/index.ts';

/** 因公临时出国任务 with what its checks ask of registers and tables, and the trips of the demo office. */
export const outboundTrip: ServedService = {
  ...trip.outboundTrip,
  lookups: TRIP_LOOKUPS,
  tables: TRIP_TABLES,
  demo: () => import('../demo/index.ts'),
};

/** Version 1, for cases that were filed under it. */
export const outboundTripV1: ServedService = { ...trip.outboundTripV1, lookups: TRIP_LOOKUPS };
