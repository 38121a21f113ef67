import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App, Span } from '@zhitongche/core/server';
import { isId } from '@zhitongche/host';
import { REQUEST_ID } from './request-id.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The request on its trace; null where none is kept. */
    span: Span | null;
  }
  interface FastifyReply {
    /** Code of the problem document sent; empty when none was. */
    refusal: string;
  }
  interface FastifyContextConfig {
    /** Name in the contract; absent = a page or a file of the browser's. */
    endpoint?: string;
  }
}

/** A stream lasts as long as a screen is open: that says nothing about the program. */
const STREAM = 'live';

/** One log line, one measurement and, where traces are on, one span per request; sends its id back. */
export function watchRequests(http: FastifyInstance, app: App): void {
  const { meter, spans } = app.watch;
  http.decorateRequest('span', null);
  http.decorateReply('refusal', '');
  http.addHook('onRequest', (request, reply, done) => {
    reply.header(REQUEST_ID, request.id);
    if (spans.on) request.span = spans.request(titleOf(request), request.headers);
    done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    const { endpoint } = request.routeOptions.config;
    const status = reply.statusCode;
    if (endpoint !== STREAM)
      meter.request(endpoint ?? 'page', request.method, status, reply.elapsedTime / 1000);
    // Files of the browser's are many and tell nothing.
    const level = endpoint === undefined && status < 400 ? 'debug' : 'info';
    if (app.log.isLevelEnabled(level)) app.log[level](lineOf(app, request, reply), 'answered');
    request.span?.end({
      failed: status >= 500,
      attributes: { 'http.response.status_code': status, 'request.id': request.id },
    });
    done();
  });
}

/** Does work as a part of the request's trace. */
export const onTrace = <T>({ span }: FastifyRequest, work: () => T): T => (span ? span.inside(work) : work());

const titleOf = (request: FastifyRequest): string =>
  `${request.method} ${request.routeOptions.url ?? 'page'}`;

/** Names of things and opaque ids; never an address, a query, a body or anybody's name. */
function lineOf(app: App, request: FastifyRequest, reply: FastifyReply): object {
  const { params, signed, span } = request;
  const of = typeof params === 'object' && params !== null && 'case' in params ? params.case : null;
  return {
    request: request.id,
    ...(span?.trace ? { trace: span.trace } : {}),
    endpoint: request.routeOptions.config.endpoint ?? 'page',
    method: request.method,
    status: reply.statusCode,
    ...(reply.refusal ? { problem: reply.refusal } : {}),
    ms: Math.round(reply.elapsedTime),
    office: app.config.office,
    ...(signed ? { actor: signed.actor.id, roles: rolesOf(signed.actor.grants) } : {}),
    // What stands in the place of a case in a hostile address may be anything.
    ...(typeof of === 'string' && isId(of) ? { case: of } : {}),
  };
}

const rolesOf = (grants: readonly { readonly role: string }[]): readonly string[] => [
  ...new Set(grants.map((grant) => grant.role)),
];
