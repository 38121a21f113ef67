import { createServer, type Server, type Socket, type AddressInfo } from 'node:net';

/** A clamd that knows one virus: the harmless EICAR test file, or whatever it is told. Speaks the real protocol. */
export interface FakeClamd {
  readonly port: number;
  /** What it heard: sizes of whole streams. */
  readonly scanned: number[];
  /** `mute` hears and never answers. */
  mute: boolean;
  close(): Promise<void>;
}

/** The first half of the EICAR test string; enough to be known by, not enough to alarm another scanner. */
export const EICAR = 'X5O!P%@AP[4';
/** Stands for content clamd gives up on. */
export const TOO_DEEP = 'TOO-DEEP';

/** Starts it; `maxBytes` is its StreamMaxLength. */
export async function fakeClamd(maxBytes = 1_000_000, path?: string): Promise<FakeClamd> {
  const scanned: number[] = [];
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => undefined);
    let heard = Buffer.alloc(0);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      const reply = answer(heard, maxBytes, scanned);
      if (reply !== undefined && !fake.mute) socket.end(`${reply}\0`);
    });
  });
  await new Promise<void>((resolve) =>
    path ? server.listen(path, resolve) : server.listen(0, '127.0.0.1', resolve),
  );
  const fake: FakeClamd = {
    port: path ? 0 : (server.address() as AddressInfo).port,
    scanned,
    mute: false,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return fake;
}

function answer(heard: Buffer, maxBytes: number, scanned: number[]): string | undefined {
  const text = heard.toString('latin1');
  if (text.startsWith('zPING\0')) return 'PONG';
  const command = 'zINSTREAM\0';
  if (!text.startsWith(command)) return text.includes('\0') ? 'UNKNOWN COMMAND' : undefined;
  const pieces: Buffer[] = [];
  let size = 0;
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at);
    if (length === 0) {
      scanned.push(size);
      const content = Buffer.concat(pieces).toString('latin1');
      if (content.includes(EICAR)) return 'stream: Eicar-Signature FOUND';
      return content.includes(TOO_DEEP)
        ? 'stream: Heuristics.Limits.Exceeded.MaxRecursion FOUND'
        : 'stream: OK';
    }
    if (at + 4 + length > heard.length) return undefined;
    size += length;
    if (size > maxBytes) return 'INSTREAM size limit exceeded. ERROR';
    pieces.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
