import type { EndpointName } from '@zhitongche/contract';
import { call } from '../client.ts';
import { keyOf } from '../queries.ts';
import { statusOf, Unreachable } from '@zhitongche/ui';
import type { Input, Reply } from '../types.ts';
import { device } from './device.ts';
import { type Read, readThrough } from './offline-cache.ts';

/** Reads an endpoint, keeps the answer on the device, and hands out the kept one while there is no network. */
export const readKept = <N extends EndpointName>(
  account: string,
  name: N,
  input: Input<N>,
  signal: AbortSignal,
): Promise<Read<Reply<N>>> =>
  readThrough(
    async () => (await device()).shelf,
    account,
    JSON.stringify(keyOf(name, input)),
    () => call(name, input, { signal }),
    {
      now: () => new Date().toISOString(),
      isUnreachable: (error) => error instanceof Unreachable,
      isRefusal: (error) => [403, 404].includes(statusOf(error)),
      // Only this product writes to the shelf, and only what the same endpoint answered.
      is: (value): value is Reply<N> => value !== null && value !== undefined,
    },
  );
