import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** How often a closing door looks for connections nobody needs any more, in milliseconds. */
const SWEEP = 250;
/** How long a connection may take to finish its first question once the door is closing, in milliseconds. */
const FIRST_QUESTION = 5_000;

/**
 * Lets a closing door close. Answers end their connection, or a browser would keep it open for minutes. Connections
 * opened ahead of time on which nothing was ever asked are ended too: the HTTP server counts them as busy, and stops
 * looking at its time-outs once it closes, so that it would wait for them without end.
 */
export function drain(http: FastifyInstance): void {
  let closing = false;
  const silent = new Set<Socket>();
  http.server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  http.server.on('request', ({ socket }) => silent.delete(socket));
  http.addHook('preClose', async () => {
    closing = true;
    const until = Date.now() + FIRST_QUESTION;
    const sweep = () => {
      for (const socket of silent) if (socket.bytesRead === 0 || Date.now() > until) socket.destroy();
      // An answer already on its way when closing began says nothing of it: its connection falls idle later.
      http.server.closeIdleConnections();
    };
    sweep();
    const timer = setInterval(sweep, SWEEP);
    http.server.once('close', () => clearInterval(timer));
  });
  http.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
