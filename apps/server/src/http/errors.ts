import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDocument } from '@zhitongche/contract';
import { connectionLost, describe, property } from '@zhitongche/host';
import { ProblemError, documentOf, PROBLEM_TYPE, problemDocument } from '@zhitongche/core/server';
import { instanceOf } from './request-id.ts';

/** Sends a problem document under the number of its request, for people to quote. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  document: ProblemDocument,
): FastifyReply {
  reply.refusal = document.code;
  return reply
    .code(document.status)
    .type(PROBLEM_TYPE)
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ ...document, instance: instanceOf(request.id) }));
}

/** Turns whatever was thrown into a problem document; only what nobody expected is logged and becomes a 500. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ProblemError) {
    if (error.more.retryAfter !== undefined) reply.header('retry-after', String(error.more.retryAfter));
    return sendProblem(request, reply, documentOf(error));
  }
  const known = knownFault(error);
  if (known?.status === 413) readOut(request, reply);
  if (known?.status === 503) reply.header('retry-after', '5');
  if (known)
    return sendProblem(request, reply, problemDocument(known.status, known.code, known.zh, known.en));
  request.log.error(
    {
      request: request.id,
      ...(request.span?.trace ? { trace: request.span.trace } : {}),
      error: describe(error),
      endpoint: request.routeOptions.config?.endpoint,
    },
    'request failed',
  );
  return sendProblem(
    request,
    reply,
    problemDocument(
      500,
      'system.fault',
      '系统内部出错，已记录，请稍后重试。',
      'An internal fault was recorded; please try again later.',
    ),
  );
}

/** Bytes of a refused body that are still let run in. */
const READ_OUT = 64 * 1024 * 1024;

/** Whoever is still sending hears no answer once the line is cut: a body that says how long it is is let run out. */
function readOut(request: FastifyRequest, reply: FastifyReply): void {
  if (!(Number(request.headers['content-length']) <= READ_OUT)) return;
  reply.removeHeader('connection');
  request.raw.resume();
}

interface Known {
  readonly status: number;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const BY_CODE: Readonly<Record<string, Known>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'input.too-large',
    zh: '内容超过允许的大小。',
    en: 'The body is too large.',
  },
  FST_REQ_FILE_TOO_LARGE: {
    status: 413,
    code: 'file.too-large',
    zh: '文件超过允许的大小。',
    en: 'The file is too large.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'input.media-type',
    zh: '请以 application/json 发送内容。',
    en: 'Send the body as application/json.',
  },
  FST_INVALID_MULTIPART_CONTENT_TYPE: {
    status: 415,
    code: 'input.media-type',
    zh: '请以 multipart/form-data 上传文件。',
    en: 'Upload files as multipart/form-data.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'input.length',
    zh: '内容长度与声明不符。',
    en: 'The body does not match its Content-Length.',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'input.url',
    zh: '地址无法识别。',
    en: 'The address cannot be read.',
  },
  // 57014 statement timeout, 53300 too many connections: busy, not broken.
  '57014': {
    status: 503,
    code: 'system.busy',
    zh: '系统繁忙，请稍后重试。',
    en: 'The system is busy; try again shortly.',
  },
  '53300': {
    status: 503,
    code: 'system.busy',
    zh: '系统繁忙，请稍后重试。',
    en: 'The system is busy; try again shortly.',
  },
};

/** What the reader of uploads says, without a code, of a body that is cut short or names no boundary. */
const BROKEN_UPLOAD = /^Multipart: Boundary not found$|unexpected end of multipart data$/i;
const NOT_WHOLE: Known = {
  status: 400,
  code: 'file.not-whole',
  zh: '上传的内容不完整，请重新上传。',
  en: 'The upload is not whole; send it again.',
};

const AWAY: Known = {
  status: 503,
  code: 'system.away',
  zh: '数据库暂时无法连接，请稍后重试；重试不会重复办理。',
  en: 'The database cannot be reached right now; try again shortly. A repeated request is carried out once.',
};

function knownFault(error: unknown): Known | null {
  if (connectionLost(error)) return AWAY;
  const code = property(error, 'code');
  const known = typeof code === 'string' ? BY_CODE[code] : undefined;
  if (known) return known;
  // Class 22 is "data exception": a value that passed every shape and still does not fit its column, never our fault alone.
  if (typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code))
    return {
      status: 400,
      code: 'input.refused',
      zh: '请求中有无法识别的值。',
      en: 'A value in the request cannot be read.',
    };
  if (error instanceof Error && BROKEN_UPLOAD.test(error.message)) return NOT_WHOLE;
  const status = property(error, 'statusCode');
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  return {
    status,
    code: 'input.refused',
    zh: '请求无法处理，请检查后重试。',
    en: 'The request cannot be handled as sent.',
  };
}
