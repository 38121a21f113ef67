import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { type App, byHand, type Config, type Signed } from '@zhitongche/core/server';
import { findVisitorSession } from './find-visitor-session.ts';

/** Name of the cookie of the public door; the staff's has another, and neither opens the other's door. */
export const VISITOR_COOKIE = 'ztc_visit';

/** Sent to the public door alone. */
const attributes = ({ publicUrl }: Pick<Config, 'publicUrl'>) =>
  ({
    path: '/api/visit',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl?.startsWith('https:') ?? false,
  }) as const;

/** The token a request of the public carries; undefined when none. */
export const visitorToken = (request: FastifyRequest): string | undefined => {
  const token = request.cookies[VISITOR_COOKIE];
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
};

/** Gives the browser its token. */
export function setVisitorCookie(config: Config, reply: FastifyReply, token: string): void {
  void reply.setCookie(VISITOR_COOKIE, token, attributes(config));
}

/** Takes it away again. */
export function clearVisitorCookie(config: Config, reply: FastifyReply): void {
  void reply.clearCookie(VISITOR_COOKIE, attributes(config));
}

/** Who sends a request at the public door; null when nobody is signed in there. */
export async function visitorOf(app: App, request: FastifyRequest): Promise<Signed | null> {
  const token = visitorToken(request);
  return token ? await findVisitorSession(app, token, request.ip, byHand(request)) : null;
}
