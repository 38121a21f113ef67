import type { FastifyRequest } from 'fastify';
import type { Signed } from '../actor.ts';
import type { App } from '../app.ts';
import { byHand } from '../http/by-hand.ts';
import { sessionToken } from './cookie.ts';

/** Who sends a request, by its session cookie; null when nobody is signed in. */
export async function actorOf(app: App, request: FastifyRequest): Promise<Signed | null> {
  const token = sessionToken(request);
  return token ? await app.sessions.find(app.config.office, token, request.ip, byHand(request)) : null;
}
