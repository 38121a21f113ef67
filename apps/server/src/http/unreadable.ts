import { STATUS_CODES } from 'node:http';
import type { FastifyServerOptions } from 'fastify';
import type { FastifyBaseLogger } from 'fastify';
import { newId } from '@zhitongche/host';
import { PROBLEM_TYPE, problemDocument } from '@zhitongche/core/server';
import { instanceOf } from './request-id.ts';

/** Answers what is no HTTP at all, or came too slowly or too large to be read: a problem document, and the line closed. */
export const answerUnreadable =
  (logger: FastifyBaseLogger): NonNullable<FastifyServerOptions['clientErrorHandler']> =>
  (error, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    const status =
      error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
    // It never became a request; the number is all that ties what the sender sees to this line.
    const id = newId();
    const { code } = error;
    logger.info({ request: id, status, code, problem: 'input.http' }, 'answered');
    const body = JSON.stringify(
      problemDocument(status, 'input.http', '请求无法识别。', 'Not a readable HTTP request.', {
        instance: instanceOf(id),
      }),
    );
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: ${PROBLEM_TYPE}\r\n` +
        `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    );
  };
