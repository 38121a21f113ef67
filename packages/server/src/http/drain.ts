import type { FastifyInstance } from 'fastify';

/** Answers of a door that is closing end their connection: a browser would keep it open for minutes, and closing would wait for it. */
export function drain(http: FastifyInstance): void {
  let closing = false;
  http.addHook('preClose', async () => {
    closing = true;
  });
  http.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
}
