import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { BROWSER_RULES } from './browser-rules.ts';
import { drain } from './drain.ts';
import { answerError, sendProblem } from './errors.ts';
import { REQUEST_ID, requestIdOf } from './request-id.ts';
import { parseJsonBody } from './json-body.ts';
import type { HttpParts } from './parts.ts';
import { problemDocument } from '@zhitongche/core/server';
import { endStreams } from './live.ts';
import { makeLimits } from './limits.ts';
import { boundSlowSenders } from './slow-senders.ts';
import { addRoutes } from './routes.ts';
import { addDescription } from './description.ts';
import { answerUnreadable } from './unreadable.ts';
import { watchRequests } from './watch-requests.ts';
import { addWeb } from './web.ts';

const MEGABYTE = 1024 * 1024;

/** Builds the HTTP door: every route of the contract, problem documents for everything, the browser files behind it. */
export async function buildHttp(parts: HttpParts): Promise<FastifyInstance> {
  const { app } = parts;
  const logger: FastifyBaseLogger = app.log;
  const http = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    requestIdHeader: false,
    trustProxy: app.config.trustedProxies.length > 0 ? [...app.config.trustedProxies] : false,
    bodyLimit: 2 * MEGABYTE,
    // The head alone; how slowly the rest may come is for boundSlowSenders.
    requestTimeout: 0,
    http: { headersTimeout: 60_000 },
    connectionTimeout: 0,
    keepAliveTimeout: 72_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => {
      // Refused before any hook of ours ran.
      reply.header(REQUEST_ID, request.id);
      void answerError(error, request, reply);
      app.log.info({ request: request.id, status: reply.statusCode, problem: reply.refusal }, 'answered');
    },
    clientErrorHandler: answerUnreadable(logger),
  });

  http.removeContentTypeParser(['application/json', 'text/plain']);
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      // What is signed is compared byte for byte, and read only then.
      const raw = request.routeOptions.config.endpoint === 'payCallback';
      done(null, raw ? body.toString() : parseJsonBody(body.toString()));
    } catch (error) {
      done(error instanceof Error ? error : new Error('unreadable body'));
    }
  });
  http.setErrorHandler((error, request, reply) => answerError(error, request, reply));

  watchRequests(http, app);
  await http.register(helmet, BROWSER_RULES);
  await http.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await http.register(cookie);
  await http.register(multipart, {
    throwFileSizeLimit: true,
    limits: { files: 1, fields: 5, fieldSize: 4096, fileSize: 50 * MEGABYTE, headerPairs: 50, parts: 6 },
  });
  // Counts calls only, in `limits`: a page that misses one of its files is broken, and its files cost nothing.
  await http.register(rateLimit, { global: false, timeWindow: '1 minute', cache: 20_000 });
  await http.register(underPressure, {
    // Averaged over ten seconds: one large paper is no reason to turn people away.
    sampleInterval: 10_000,
    maxEventLoopDelay: 3000,
    pressureHandler: (request, reply) => {
      reply.header('retry-after', '5');
      sendProblem(
        request,
        reply,
        problemDocument(
          503,
          'system.busy',
          '系统繁忙，请稍后重试。',
          'The system is busy; try again shortly.',
        ),
      );
    },
  });

  boundSlowSenders(http, parts.slowness);
  drain(http);
  endStreams(http);
  addRoutes(http, parts, makeLimits(http, parts.callsPerMinute));
  if (app.config.describeApi) addDescription(http);
  await addWeb(http, app.config.webDir);
  return http;
}
