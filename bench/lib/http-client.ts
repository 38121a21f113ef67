import { connect, type Socket } from 'node:net';

/** A reply as far as a load generator looks at it. */
export interface Reply {
  readonly status: number;
  readonly head: string;
  readonly body: Buffer;
}

const END = Buffer.from('\r\n\r\n');

/**
 * One keep-alive connection that sends one request after another. A load generator shares the machine with what it
 * measures: this reads no more of a reply than its status and length.
 */
export class HttpClient {
  readonly #socket: Socket;
  readonly #host: string;
  #buffered: Buffer = Buffer.alloc(0);
  #waiting: ((reply: Reply) => void) | null = null;

  constructor(address: string) {
    const { hostname, port, host } = new URL(address);
    this.#host = host;
    this.#socket = connect(Number(port), hostname);
    this.#socket.setNoDelay(true);
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', (error) => {
      throw error;
    });
  }

  /** Sends a request and waits for the whole reply. */
  send(method: string, path: string, headers: string, body: string): Promise<Reply> {
    const length = Buffer.byteLength(body);
    const type = length > 0 ? 'content-type: application/json\r\n' : '';
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${this.#host}\r\n${type}content-length: ${length}\r\n${headers}\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#buffered = this.#buffered.length === 0 ? chunk : Buffer.concat([this.#buffered, chunk]);
    const end = this.#buffered.indexOf(END);
    if (end < 0) return;
    const head = this.#buffered.toString('latin1', 0, end);
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
    const whole = end + END.length + length;
    if (this.#buffered.length < whole) return;
    const body = this.#buffered.subarray(end + END.length, whole);
    this.#buffered = this.#buffered.subarray(whole);
    const status = Number(head.slice(9, 12));
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.({ status, head, body });
  }
}
