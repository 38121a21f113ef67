import type { FastifyRequest } from 'fastify';
import { API, type Endpoint, BACKGROUND } from '@zhitongche/contract';

const STREAMS = new Set(
  Object.entries<Endpoint>(API).flatMap(([name, { background }]) => (background ? [name] : [])),
);

/** Whether a hand caused a call: not a stream, and not a page that looks again by itself and says so. */
export const byHand = (request: FastifyRequest): boolean =>
  request.headers[BACKGROUND] === undefined && !STREAMS.has(request.routeOptions.config.endpoint ?? '');
