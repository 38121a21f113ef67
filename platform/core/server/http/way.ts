import type { FastifyRequest } from 'fastify';

/** How a request came to this process. */
export type Way = 'direct' | 'over a named proxy' | 'over an unnamed proxy';

/** What a proxy adds to a request it passes on. */
const SIGNS = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Tells the way of a request from what stands in it; only a proxy named in the configuration is believed. */
export function wayOf(request: FastifyRequest): Way {
  if (!SIGNS.some((name) => request.headers[name] !== undefined)) return 'direct';
  return (request.ips ?? []).length > 1 ? 'over a named proxy' : 'over an unnamed proxy';
}
