import type { FastifyInstance } from 'fastify';
import { rightsVersion } from '@zhitongche/account/server';
import { ProblemError, ANSWERED, type Handler } from '@zhitongche/core/server';

/** Comment lines this often keep proxies from closing a quiet stream. */
const HEARTBEAT = 25_000;
/** Lines one session may have open in this process: the windows of one person; a browser keeps six connections at most. */
export const MOST_STREAMS = 5;

interface Stream {
  readonly session: string;
  /** Ends the line when its session is over or may see something else now. */
  look(): Promise<void>;
  end(): void;
}
const streams = new Set<Stream>();

/**
 * Server-sent events: `moved` with a case id whenever a case that concerns the reader moves; ends with its session.
 * @throws ProblemError: `live.too-many`.
 */
export const live: Handler<'live'> = async ({ app, actor, signed, request, reply }) => {
  if ([...streams].filter(({ session }) => session === signed.session).length >= MOST_STREAMS)
    throw new ProblemError(
      429,
      'live.too-many',
      '打开的窗口过多，本窗口不再实时更新；关闭其他窗口即可。',
      'Too many windows are open; close one for this one to be kept up to date.',
      { retryAfter: 60 },
    );
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
  const leaves = [
    app.live.join(actor, book, (caseId) => void tell(caseId)),
    app.sessions.onChanged(actor.office, actor.id, () => void stream.look()),
  ];
  let { until } = signed;
  const isOver = () => app.clock().getTime() >= until;
  // What was a right until midnight is asked about before the first news after it, not with the next beat.
  const tell = async (caseId: string): Promise<void> => {
    if (isOver()) await stream.look();
    if (streams.has(stream)) raw.write(`event: moved\ndata: ${JSON.stringify({ case: caseId })}\n\n`);
  };
  const look = async (): Promise<void> => {
    const now = await app.sessions.look(actor.office, signed.session);
    if (!now || rightsVersion(now) !== rightsVersion(signed)) return stream.end();
    until = now.until;
  };
  const stream: Stream = {
    session: signed.session,
    // A session that cannot be asked about has no line: the browser comes back, and is asked who it is.
    look: () => look().catch(() => stream.end()),
    end() {
      clearInterval(beat);
      for (const leave of leaves) leave();
      streams.delete(stream);
      raw.end();
    },
  };
  const beat = setInterval(() => {
    raw.write(': beat\n\n');
    if (isOver()) void stream.look();
  }, HEARTBEAT);
  streams.add(stream);
  request.raw.on('close', () => stream.end());
  return ANSWERED;
};

/** Asks about the session of every open line, without waiting for news or the next beat. */
export async function lookAtStreams(): Promise<void> {
  await Promise.all([...streams].map((stream) => stream.look()));
}

/** Ends every open stream before the server closes; otherwise closing would wait for them for ever. */
export const endStreams = (http: FastifyInstance): void => {
  http.addHook('preClose', async () => {
    for (const stream of streams) stream.end();
  });
};

const headersOf = (headers: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
