import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import { newId } from '@zhitongche/host';
import { PASSWORD } from './office.ts';

/** What a call sends. */
export interface Asked {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** What came back; `json` is null when it was none. */
export interface Answered {
  readonly status: number;
  readonly json: unknown;
}

/** Somebody signed in through the door, as a browser is. */
export interface Caller {
  readonly username: string;
  readonly headers: Readonly<Record<string, string>>;
  call(name: EndpointName, asked?: Asked): Promise<Answered>;
}

/** Signs in by name, with the harness's password where none is given. */
export async function signIn(address: string, username: string, password = PASSWORD): Promise<Caller> {
  const reply = await fetch(`${address}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = reply.headers.get('set-cookie')?.split(';')[0];
  const me: unknown = await reply.json();
  if (!reply.ok || !cookie || typeof me !== 'object' || me === null || !('csrf' in me))
    throw new Error(`${username} could not sign in: ${reply.status} ${JSON.stringify(me)}`);
  const headers = { cookie, 'x-csrf-token': String(me.csrf) };
  return {
    username,
    headers,
    async call(name, asked = {}) {
      const endpoint: Endpoint = API[name];
      const path = endpoint.path.replaceAll(/:([a-zA-Z]+)/g, (_, key: string) => asked.params?.[key] ?? '');
      const query = asked.query ? `?${new URLSearchParams(asked.query)}` : '';
      const form = new FormData();
      if (asked.file) form.set('file', new Blob([Buffer.from(asked.file.bytes)]), asked.file.name);
      const answer = await fetch(`${address}${path}${query}`, {
        method: endpoint.method,
        headers: {
          ...headers,
          ...(endpoint.writes ? { 'idempotency-key': asked.key ?? newId() } : {}),
          ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        body: asked.file ? form : asked.body === undefined ? null : JSON.stringify(asked.body),
        signal: asked.signal ?? AbortSignal.timeout(30_000),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        json: answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null,
      };
    },
  };
}
