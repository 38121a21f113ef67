import { connect, createServer, type Server, type Socket } from 'node:net';

/** Where a server of the harness listens. */
export interface Place {
  /** Path of its socket, or its TCP port on this machine. */
  readonly path: string | number;
}

/** One address that leads to whichever server is the primary, as HAProxy or a moving address does for an office. */
export interface Forwarder {
  readonly port: number;
  /** Sends new connections there; null = nobody is the primary now, and whoever connects is turned away. */
  lead(to: Place | null): void;
  /** Takes what clients say on to the server and keeps what servers answer: a commit is done and nobody hears of it. */
  swallow(): void;
  /** Ends every connection; gives how many had an answer kept back since `swallow`. */
  cut(): number;
  close(): Promise<void>;
}

/** Opens the forwarder on a free port of this machine. */
export async function openForwarder(first: Place | null): Promise<Forwarder> {
  let primary = first;
  let swallowing = false;
  const pairs = new Map<Socket, { readonly onward: Socket; unheard: boolean }>();
  const server: Server = createServer((incoming) => {
    incoming.on('error', () => undefined);
    if (!primary) {
      incoming.destroy();
      return;
    }
    const { path } = primary;
    const onward = typeof path === 'string' ? connect(path) : connect(path, '127.0.0.1');
    const pair = { onward, unheard: false };
    pairs.set(incoming, pair);
    onward.on('error', () => incoming.destroy());
    onward.on('data', (chunk) => {
      if (swallowing) pair.unheard = true;
      else incoming.write(chunk);
    });
    onward.on('close', () => incoming.destroy());
    incoming.on('data', (chunk) => onward.write(chunk));
    incoming.on('close', () => {
      onward.destroy();
      pairs.delete(incoming);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  return {
    port: typeof at === 'object' && at ? at.port : 0,
    lead(to) {
      primary = to;
    },
    swallow() {
      swallowing = true;
    },
    cut() {
      const unheard = [...pairs.values()].filter((pair) => pair.unheard).length;
      for (const [incoming, { onward }] of pairs) {
        incoming.destroy();
        onward.destroy();
      }
      pairs.clear();
      swallowing = false;
      return unheard;
    },
    async close() {
      for (const incoming of pairs.keys()) incoming.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The same database by way of the forwarder. */
export const urlThrough = (forwarder: Pick<Forwarder, 'port'>, user: string, database: string): string =>
  `postgres://${user}@127.0.0.1:${forwarder.port}/${database}`;
