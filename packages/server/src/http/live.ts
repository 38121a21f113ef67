import type { FastifyInstance } from 'fastify';
import { ANSWERED, type Handler } from './handler.ts';

/** Comment lines this often keep proxies from closing a quiet stream. */
const HEARTBEAT = 25_000;

const ends = new Set<() => void>();

/** Server-sent events: `moved` with a case id whenever a case that concerns the reader moves. */
/** Lines one session may have open in this process: windows of one person. */
export const MOST_STREAMS = 5;

/** Looks at every open line now. */
export async function lookAtStreams(): Promise<void> {}

export const live: Handler<'live'> = async ({ app, actor, request, reply }) => {
  const book = await app.offices.get(actor.office);
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...headersOf(reply.getHeaders()),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // A stream that has ended is not reused: a connection kept open would hold up the stop of this process.
    connection: 'close',
  });
  raw.write('retry: 3000\n\n');
  const leave = app.live.join(actor, book, (caseId) =>
    raw.write(`event: moved\ndata: ${JSON.stringify({ case: caseId })}\n\n`),
  );
  const beat = setInterval(() => raw.write(': beat\n\n'), HEARTBEAT);
  const end = (): void => {
    clearInterval(beat);
    leave();
    ends.delete(end);
    raw.end();
  };
  ends.add(end);
  request.raw.on('close', end);
  return ANSWERED;
};

/** Ends every open stream before the server closes; otherwise closing would wait for them for ever. */
export const endStreams = (http: FastifyInstance): void => {
  http.addHook('preClose', async () => {
    for (const end of ends) end();
  });
};

const headersOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
