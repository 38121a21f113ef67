import type { FastifyRequest } from 'fastify';
import { type Signed, type App, byHand } from '@zhitongche/core/server';
import { sessionToken } from './cookie.ts';

/** Who sends a request, by its session cookie; null when nobody is signed in. */
export async function actorOf(app: App, request: FastifyRequest): Promise<Signed | null> {
  const token = sessionToken(request);
  return token ? await app.sessions.find(app.config.office, token, request.ip, byHand(request)) : null;
}
