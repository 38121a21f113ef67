import type { FastifyInstance } from 'fastify';
import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import { actorOf } from '@zhitongche/account/server';
import { SESSION_COOKIE } from '../../../platform/account/server/cookie.ts';
import { handlers } from '../src/http/handlers.ts';
import { buildHttp } from '../src/http/http.ts';
import { newId } from '@zhitongche/host';
import type { Cast, TestOffice } from './office.ts';

/** What a call sends; everything else is as a browser would. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Bytes of an uploaded file, for endpoints that take one. */
  readonly file?: { readonly name: string; readonly bytes: Uint8Array | string };
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  /** Parsed body of a JSON answer; null otherwise. */
  readonly json: unknown;
}

/** The HTTP door of a test office. */
export interface Door {
  readonly http: FastifyInstance;
  /** Calls an endpoint as somebody of the office; null = not signed in. */
  call(who: Cast | null, name: EndpointName, sent?: Sent): Promise<Got>;
  /** Sends to an endpoint with the headers that say who one is. */
  send(endpoint: Endpoint, sent: Sent, who: Readonly<Record<string, string>>): Promise<Got>;
  close(): Promise<void>;
}

/** Opens the door; replies are checked against the contract. */
export async function openDoor(t: TestOffice): Promise<Door> {
  const http = await buildHttp({
    app: t.app,
    handlers,
    actorOf,
    checkReplies: true,
    callsPerMinute: 1_000_000,
  });
  await http.ready();
  const send = async (
    endpoint: Endpoint,
    sent: Sent,
    who: Readonly<Record<string, string>>,
  ): Promise<Got> => {
    const upload = sent.file ? multipart(sent.file) : null;
    const response = await http.inject({
      method: endpoint.method,
      url: endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, key: string) =>
        encodeURIComponent(sent.params?.[key] ?? 'x'),
      ),
      ...(sent.query ? { query: { ...sent.query } } : {}),
      headers: {
        ...who,
        ...(endpoint.writes ? { 'idempotency-key': sent.key ?? newId() } : {}),
        ...upload?.headers,
        ...(sent.body !== undefined ? { 'content-type': 'application/json' } : {}),
        ...sent.headers,
      },
      ...(upload ? { payload: upload.body } : {}),
      ...(sent.body === undefined
        ? {}
        : { payload: typeof sent.body === 'string' ? sent.body : JSON.stringify(sent.body) }),
    });
    const type = String(response.headers['content-type'] ?? '');
    return {
      status: response.statusCode,
      headers: response.headers,
      text: response.payload,
      json: type.includes('json') ? JSON.parse(response.payload) : null,
    };
  };
  return {
    http,
    send,
    async call(who, name, sent = {}) {
      const session = who ? await t.session(who) : null;
      return await send(
        API[name],
        sent,
        session ? { cookie: `${SESSION_COOKIE}=${session.token}`, 'x-csrf-token': session.csrf } : {},
      );
    },
    close: () => http.close(),
  };
}

function multipart(file: { readonly name: string; readonly bytes: Uint8Array | string }) {
  const boundary = 'zhitongche-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), Buffer.from(file.bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
