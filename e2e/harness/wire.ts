import type { CaseView, CommandShape } from '@zhitongche/contract';
import { demoOffice } from '@zhitongche/offices';
import type { Answers, FileRef, Json } from '@zhitongche/kernel';
import { smallPdf } from './documents.ts';

/** Somebody of the office who calls it over HTTP, for what a story need not look at. */
export interface Caller {
  /** What the caller sees of a case. */
  view(id: string): Promise<CaseView>;
  /** The HTTP status of reading an address of the API. */
  status(path: string): Promise<number>;
  /** What reading an address of the API answers; undefined when it is refused. */
  read<T>(path: string): Promise<T | undefined>;
  /** Takes an act on a case; sample attachments among its answers are uploaded first. */
  act(id: string, command: CommandShape): Promise<CaseView>;
  /** Begins a case with a draft of these answers; gives its id. */
  draft(service: string, answers: Answers): Promise<string>;
}

const isKeyed = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  value instanceof Object && !Array.isArray(value);

/** Signs in over HTTP as an account of the demo office. */
export async function call(address: string, username: string): Promise<Caller> {
  const reply = await fetch(`${address}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoOffice.password }),
  });
  if (!reply.ok) throw new Error(`${username} cannot sign in: ${await reply.text()}`);
  const { csrf }: { csrf: string } = await reply.json();
  const cookie = reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const send = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        'x-csrf-token': csrf,
        'idempotency-key': crypto.randomUUID(),
        ...(body && !(body instanceof FormData) ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: body instanceof FormData ? body : JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${username} ${method} ${path}: ${answer.status} ${text.slice(0, 2000)}`);
    return JSON.parse(text || 'null');
  };
  const upload = async (id: string, name: string): Promise<FileRef> => {
    const { buffer, mimeType } = smallPdf(name);
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), name);
    return await send('POST', `/api/cases/${id}/files`, form);
  };
  /** The value with every file in it sent to the case, one after another. */
  const uploaded = async (id: string, value: Json): Promise<Json> => {
    if (Array.isArray(value)) {
      const items: Json[] = [];
      for (const item of value) items.push(await uploaded(id, item));
      return items;
    }
    if (!isKeyed(value)) return value;
    const { digest, name } = value;
    if (digest !== undefined && typeof name === 'string') return { ...(await upload(id, name)) };
    return await answersOf(id, value);
  };
  const answersOf = async (id: string, answers: Answers): Promise<Answers> => {
    const sent: Record<string, Json> = {};
    for (const [key, item] of Object.entries(answers))
      if (item !== undefined) sent[key] = await uploaded(id, item);
    return sent;
  };
  const view = (id: string): Promise<CaseView> => send('GET', `/api/cases/${id}`);
  return {
    view,
    status: async (path) => (await fetch(`${address}${path}`, { headers: { cookie } })).status,
    async read<T>(path: string) {
      const answer = await fetch(`${address}${path}`, { headers: { cookie } });
      const body: T = await answer.json();
      return answer.ok ? body : undefined;
    },
    async act(id, { data, ...command }) {
      const whole = { ...command, ...(data ? { data: await answersOf(id, data) } : {}) };
      for (let tries = 1; ; tries += 1)
        try {
          const { row } = await view(id);
          return await send<CaseView>('POST', `/api/cases/${id}/acts`, {
            revision: row.revision,
            command: whole,
          });
        } catch (error) {
          // A paper finished in between: the case is read again, as somebody at a screen would.
          if (tries === 5 || !(error instanceof Error) || !error.message.includes('case.stale-revision'))
            throw error;
        }
    },
    async draft(service, answers) {
      const { id } = await send<{ id: string }>('POST', '/api/cases', { service });
      await send('PUT', `/api/cases/${id}/draft`, { answers: await answersOf(id, answers), revision: 0 });
      return id;
    },
  };
}
