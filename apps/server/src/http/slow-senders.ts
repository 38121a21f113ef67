import type { FastifyInstance } from 'fastify';

/** How slowly a request may come in before the line is given to somebody else. */
export interface Slowness {
  /** Milliseconds the whole of a form may take. */
  readonly body: number;
  /** A file may take as long as it needs, while in every span of so many milliseconds … */
  readonly span: number;
  /** … at least so many bytes of it come. */
  readonly least: number;
}

/** A minute for a form of at most 2 MB; for files a quarter of what the slowest line still sold (32 kbit/s) brings. */
const USUAL: Slowness = { body: 60_000, span: 30_000, least: 30_000 };

/**
 * Lets go of whoever begins a request and does not send it. Node's own limit counts the whole request alike: it would cut
 * off an honest upload from a slow line, and wait as long for a form that never comes.
 */
export function boundSlowSenders(http: FastifyInstance, slowness: Slowness = USUAL): void {
  http.addHook('onRequest', (request, _reply, done) => {
    const { raw, headers } = request;
    // Nothing more comes of such a request: a stream of answers may then last.
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) {
      done();
      return;
    }
    const { socket } = raw;
    const file = headers['content-type']?.startsWith('multipart/') ?? false;
    const late = () => {
      http.server.emit(
        'clientError',
        Object.assign(new Error(), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
        socket,
      );
      raw.destroy();
    };
    let before = socket.bytesRead;
    const look = () => {
      if (socket.bytesRead - before < slowness.least) late();
      before = socket.bytesRead;
    };
    const timer = file ? setInterval(look, slowness.span) : setTimeout(late, slowness.body);
    timer.unref();
    const stop = () => clearInterval(timer);
    // Not with the answer: whoever is turned away before the body came may go on sending it for ever.
    raw.once('end', stop);
    raw.once('close', stop);
    done();
  });
}
