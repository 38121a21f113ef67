import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Endpoint } from '@zhitongche/contract';
import type { Role } from '@zhitongche/access';
import { type Signed, forbidden, ProblemError } from '@zhitongche/core/server';

/** Endpoints that stay open while the password must be changed or the second factor set up. */
const DURING_SETUP = new Set([
  '/api/me',
  '/api/me/password',
  '/api/me/totp',
  '/api/me/totp/confirm',
  '/api/logout',
  '/api/visit/me',
  '/api/visit/party',
  '/api/visit/logout',
]);

/** Lets a call pass or throws the refusal: signed in, set up, role, CSRF token, idempotency key; all before the body is read. */
export function guard(
  endpoint: Endpoint,
  signed: Signed | null,
  request: FastifyRequest,
  origins: readonly string[],
): void {
  const changes = endpoint.method !== 'GET';
  if (changes) sameOrigin(request, origins);
  if (endpoint.caller === 'public') return;
  if (!signed) throw new ProblemError(401, 'auth.needed', '请先登录。', 'Please sign in.');
  if (signed.must.includes('choose-party') && !DURING_SETUP.has(endpoint.path))
    throw forbidden(
      'visitor.party-ended',
      '您代其办理的授权已到期或已结束，请在页面上方切换办理身份。',
      'You do not act for them any more; choose for whom you act.',
    );
  if (signed.must.length > 0 && !DURING_SETUP.has(endpoint.path))
    throw forbidden(
      'auth.setup-first',
      '请先修改初始密码或绑定动态口令。',
      'Change the password or set up the second factor first.',
    );
  if (endpoint.caller !== 'signed-in' && endpoint.caller !== 'visitor' && !holdsAny(signed, endpoint.caller))
    throw forbidden();
  if (changes && !sameToken(header(request, 'x-csrf-token'), signed.csrf))
    throw forbidden(
      'auth.csrf',
      '页面已过期，请刷新后重试。',
      'The page has expired; reload it and try again.',
    );
  if (endpoint.writes && !/^[A-Za-z0-9_-]{8,64}$/.test(header(request, 'idempotency-key')))
    throw new ProblemError(
      428,
      'key.needed',
      '缺少防重复提交的 Idempotency-Key（8～64 位字母、数字、连字符）。',
      'An Idempotency-Key header (8 to 64 letters, digits, hyphens) is required.',
    );
}

/** Whether the caller, or somebody the caller stands in for, holds one of the roles. */
export const holdsAny = (signed: Signed, roles: readonly Role[]): boolean =>
  [signed.actor.grants, ...signed.actor.standsInFor.map((person) => person.grants)]
    .flat()
    .some((grant) => roles.includes(grant.role));

/** A header as one text; empty when absent or sent twice. */
export function header(request: FastifyRequest, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function sameOrigin(request: FastifyRequest, origins: readonly string[]): void {
  const origin = header(request, 'origin');
  // Programs send none; browsers always do on writes.
  if (origin === '') return;
  const own = `${request.protocol}://${header(request, 'host')}`;
  if (origin !== own && !origins.includes(origin))
    throw forbidden('auth.origin', '请求来自其他网站，已拒绝。', 'The request comes from another site.');
}

function sameToken(sent: string, known: string): boolean {
  const [a, b] = [Buffer.from(sent), Buffer.from(known)];
  return a.length === b.length && a.length > 0 && timingSafeEqual(a, b);
}
