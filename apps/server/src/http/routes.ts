import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import {
  API,
  type Endpoint,
  type EndpointName,
  MIRRORED,
  RIGHTS,
  VISIT,
  visitPath,
} from '@zhitongche/contract';
import { visitorOf } from '@zhitongche/visitor/server';
import { rightsVersion } from '@zhitongche/account/server';
import {
  NotYours,
  ProblemError,
  unsound,
  type Signed,
  type FileReply,
  ANSWERED,
} from '@zhitongche/core/server';
import { refused } from '@zhitongche/audit/server';
import { guard, header } from './guard.ts';
import type { Limit } from './limits.ts';
import type { HttpParts } from './parts.ts';
import { sendFile } from './send-file.ts';
import { storable, unreadableText } from './json-body.ts';
import { onTrace } from './watch-requests.ts';
import { convertQuery, type Validate, validator } from './validate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who calls, found before the body is read. */
    signed: Signed | null;
    /** More calls came than the door takes, where it does not say so. */
    overLimit: boolean;
  }
}

const MEGABYTE = 1024 * 1024;

/** Refusals that say nothing of whose business it is: an old page, a password to change, a case past that step. */
const OWN_AFFAIR = /^(?:auth\..+|file\.not-open|service\.begun-elsewhere)$/;

/** Bodies larger, or smaller, than the door's usual two megabytes, by endpoint. */
const BODIES: Readonly<Partial<Record<EndpointName, number>>> = {
  putTable: 20 * MEGABYTE,
  // Open to strangers.
  payCallback: 8 * 1024,
  localPay: 8 * 1024,
};

/** A handler with the types of its own endpoint set aside: the table is checked where it is written. */
type AnyHandler = (call: {
  readonly app: HttpParts['app'];
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly signed: Signed | null;
  readonly actor: Signed['actor'] | null;
  readonly key: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}) => Promise<unknown>;

/** Adds one route per promise of the contract. */
export function addRoutes(
  http: FastifyInstance,
  parts: HttpParts,
  limitOf: (name: EndpointName) => Limit,
): void {
  http.decorateRequest('signed', null);
  http.decorateRequest('overLimit', false);
  for (const [name, endpoint] of Object.entries<Endpoint>(API))
    addRoute(http, parts, name as EndpointName, endpoint, limitOf);
  // The hall of the public: the same use cases, at addresses no session of the staff opens.
  for (const name of MIRRORED)
    addRoute(http, parts, name, { ...API[name], path: visitPath(API[name].path) }, limitOf);
}

function addRoute(
  http: FastifyInstance,
  parts: HttpParts,
  name: EndpointName,
  endpoint: Endpoint,
  limitOf: (name: EndpointName) => Limit,
): void {
  const probe = PROBES.includes(name);
  const limit = probe ? null : limitOf(name);
  const handler = parts.handlers[name] as AnyHandler;
  const whoCalls = endpoint.path.startsWith(`${VISIT}/`) ? visitorOf : parts.actorOf;
  const checks = checksOf(endpoint);
  const { spans } = parts.app.watch;
  const checkReply = parts.checkReplies && endpoint.reply ? validator(endpoint.reply) : null;
  const origins = parts.app.config.publicUrl ? [new URL(parts.app.config.publicUrl).origin] : [];
  http.route({
    method: endpoint.method,
    url: endpoint.path,
    bodyLimit: endpoint.upload ? endpoint.upload.maxBytes + MEGABYTE : (BODIES[name] ?? 2 * MEGABYTE),
    config: { endpoint: name, ...(probe ? { pressureHandler: () => null } : {}) },
    onRequest: async (request, reply) => {
      reply.header('cache-control', 'no-store');
      request.signed = await onTrace(request, () => whoCalls(parts.app, request));
      if (request.signed) reply.header(RIGHTS, rightsVersion(request.signed));
      await limit?.(request);
      guard(endpoint, request.signed, request, origins);
    },
    onError: async (request, _reply, error: unknown) => {
      const { signed } = request;
      if (!signed) return;
      if (error instanceof NotYours) return await refused(parts.app, signed.actor, error.object, error.code);
      if (!(error instanceof ProblemError) || error.status !== 403) return;
      if (OWN_AFFAIR.test(error.code)) return;
      await refused(parts.app, signed.actor, `endpoint:${endpoint.method} ${endpoint.path}`, error.code);
    },
    handler: async (request, reply) => {
      const query = endpoint.query ? convertQuery(endpoint.query, request.query) : request.query;
      const problems = [
        ...checks.params(request.params),
        ...checks.query(query),
        ...(endpoint.upload ? [] : checks.body(request.body)),
      ];
      if (problems.length > 0)
        throw unsound(
          problems,
          'input.invalid',
          '请求中有不符合要求的内容。',
          'Some of the request is not as required.',
        );
      if (endpoint.upload && !request.isMultipart())
        throw new ProblemError(
          415,
          'input.media-type',
          '请以 multipart/form-data 上传文件。',
          'Upload files as multipart/form-data.',
        );
      const call = {
        app: parts.app,
        params: request.params,
        query,
        body: request.body,
        signed: request.signed,
        actor: request.signed?.actor ?? null,
        key: header(request, 'idempotency-key'),
        request,
        reply,
      };
      const answer = spans.on
        ? await onTrace(request, () => spans.part(name, 'use case', () => handler(call)))
        : await handler(call);
      if (answer === ANSWERED) return reply;
      if (endpoint.file) return sendFile(reply, answer as FileReply);
      if (answer === undefined) return reply.code(204).send();
      const text = JSON.stringify(answer);
      if (checkReply) {
        const broken = checkReply(JSON.parse(text));
        if (broken.length > 0)
          throw new Error(`The reply of ${name} breaks the contract: ${JSON.stringify(broken)}`);
      }
      return reply.type('application/json; charset=utf-8').send(text);
    },
  });
}

/** Probes of proxies and guardians ask often, and an answer "too busy" would make a busy process look dead. */
const PROBES: readonly EndpointName[] = ['alive', 'ready'];

interface Checks {
  readonly params: Validate;
  readonly query: Validate;
  readonly body: Validate;
}

function checksOf(endpoint: Endpoint): Checks {
  const nothing = Type.Object({}, { additionalProperties: false });
  const closed = (schema: Endpoint['query']) =>
    validator(schema ? { ...schema, additionalProperties: false } : nothing);
  const body = endpoint.body
    ? validator(endpoint.body)
    : validator(Type.Union([Type.Undefined(), Type.Null(), nothing]));
  const texts =
    (check: Validate): Validate =>
    (value) => {
      for (const text of Object.values(value ?? {}))
        if (typeof text === 'string' && !storable(text)) throw unreadableText();
      return check(value);
    };
  return { params: texts(closed(endpoint.params)), query: texts(closed(endpoint.query)), body };
}
