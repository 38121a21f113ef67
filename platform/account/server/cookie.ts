import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import type { Config } from '@zhitongche/core/server';

/** Name of the session cookie. */
export const SESSION_COOKIE = 'ztc';

/** The session token a request carries; undefined when none. */
export const sessionToken = (request: FastifyRequest): string | undefined => {
  const token = request.cookies[SESSION_COOKIE];
  return token && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
};

/** Unreadable for scripts, not sent along from other sites, and only over TLS where the office's address is https: a request may say anything of itself. */
const attributes = ({ publicUrl }: Pick<Config, 'publicUrl'>) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl?.startsWith('https:') ?? false,
  }) as const;

/** Gives the browser its token. */
export function setSessionCookie(config: Config, reply: FastifyReply, token: string): void {
  void reply.setCookie(SESSION_COOKIE, token, attributes(config));
}

/** Takes the token away again. */
export function clearSessionCookie(config: Config, reply: FastifyReply): void {
  void reply.clearCookie(SESSION_COOKIE, attributes(config));
}
