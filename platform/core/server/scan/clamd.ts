import { createConnection, type Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Scanner, ScanVerdict } from './scanner.ts';

/** Where clamd listens: a socket file, or host and port. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** Milliseconds without a word after which clamd counts as silent. */
const SILENT_AFTER = 30_000;
const LONGEST_REPLY = 4_096;
const CHUNK = 64 * 1024;

/** A scanner that speaks clamd's protocol (clamd(8): PING, INSTREAM with four-byte lengths, replies ended by NUL). */
export function clamdScanner(place: ScannerPlace, silentAfter = SILENT_AFTER): Scanner {
  return {
    async scan(content) {
      try {
        return verdictOf(await talk(place, silentAfter, (socket) => stream(socket, content)));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        return { state: 'unanswered', finding: code };
      } finally {
        content.destroy();
      }
    },
    alive: () =>
      talk(place, silentAfter, async (socket) => void socket.write('zPING\0')).then(
        (reply) => reply === 'PONG',
        () => false,
      ),
  };
}

/** Opens a connection, lets `send` speak, and gives what came back up to the NUL. */
function talk(
  place: ScannerPlace,
  silentAfter: number,
  send: (socket: Socket) => Promise<void>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(place);
    let reply = '';
    const end = (settle: () => void): void => {
      socket.destroy();
      settle();
    };
    socket.setTimeout(silentAfter, () => end(() => reject(new Error('silent'))));
    socket.once('error', (error) => end(() => reject(error)));
    socket.once('close', () => reject(new Error('closed')));
    socket.on('data', (bytes: Buffer) => {
      reply += bytes.toString('utf8');
      const at = reply.indexOf('\0');
      if (at >= 0) end(() => resolve(reply.slice(0, at)));
      else if (reply.length > LONGEST_REPLY) end(() => reject(new Error('endless')));
    });
    // clamd may answer before all is sent, when it has seen enough; what then fails to be written is no fault.
    socket.once('connect', () => void send(socket).catch(() => undefined));
  });
}

async function stream(socket: Socket, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const piece of content) {
    const bytes: Buffer = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    for (let at = 0; at < bytes.length; at += CHUNK)
      await write(socket, framed(bytes.subarray(at, at + CHUNK)));
  }
  await write(socket, framed(Buffer.alloc(0)));
}

function framed(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });

/** `stream: OK`, `stream: Name FOUND`, `… ERROR`; limits that were met show as heuristic findings when clamd is told to alert. */
function verdictOf(reply: string): ScanVerdict {
  const found = /^stream: (.+) FOUND$/.exec(reply)?.[1];
  if (found !== undefined)
    return /^Heuristics\.(Limits\.Exceeded|Encrypted)/.test(found)
      ? { state: 'partly', finding: found }
      : { state: 'infected', finding: found };
  if (reply === 'stream: OK') return { state: 'clean', finding: '' };
  if (/size limit exceeded/i.test(reply)) return { state: 'partly', finding: reply };
  return { state: 'unanswered', finding: reply.slice(0, 200) };
}
