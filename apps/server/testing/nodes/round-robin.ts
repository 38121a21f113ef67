import { Agent, createServer, request, type Server } from 'node:http';

/** A plain proxy as an office would put in front: every request goes to the next node, a node that is away is passed over. */
export interface RoundRobin {
  readonly address: string;
  /** Requests handed to each node so far, by address. */
  readonly counts: ReadonlyMap<string, number>;
  /** Sends what comes from now on to these nodes. */
  turnTo(nodes: readonly string[]): void;
  close(): Promise<void>;
}

/** Opens the proxy in front of some nodes. */
export async function roundRobin(first: readonly string[]): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true });
  const counts = new Map(first.map((node) => [node, 0]));
  let nodes = first;
  let turn = 0;
  const server: Server = createServer((incoming, outgoing) => {
    const body: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => body.push(chunk));
    incoming.on('end', () => hand(nodes.length));
    const hand = (left: number): void => {
      const node = nodes[turn % nodes.length] ?? '';
      turn += 1;
      const onward = request(
        new URL(incoming.url ?? '/', node),
        { method: incoming.method, headers: incoming.headers, agent },
        (answer) => {
          counts.set(node, (counts.get(node) ?? 0) + 1);
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      onward.on('error', (error: NodeJS.ErrnoException) => {
        // Only a request that surely reached nobody may be handed on; of any other the client must ask again under its key.
        if (error.code === 'ECONNREFUSED' && left > 1) hand(left - 1);
        else if (outgoing.headersSent) outgoing.destroy();
        else outgoing.writeHead(503).end();
      });
      outgoing.on('close', () => onward.destroy());
      onward.end(Buffer.concat(body));
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    address: `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`,
    counts,
    turnTo(others) {
      nodes = others;
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
