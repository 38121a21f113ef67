import { newId } from '@zhitongche/host';
import { HttpClient } from './http-client.ts';
import { PASSWORD } from './office.ts';
import type { Draft } from './drafts.ts';
import { byTurns, type Order } from './turns.ts';
import { roadOf } from './trip.ts';

/** Header lines that make a request somebody's. */
export type Session = string;

/** Logs people in with name and password; gives their header lines by name. */
export async function logIn(
  address: string,
  usernames: readonly string[],
): Promise<ReadonlyMap<string, Session>> {
  const client = new HttpClient(address);
  const sessions = new Map<string, Session>();
  for (const username of usernames) {
    const reply = await client.send(
      'POST',
      '/api/login',
      '',
      JSON.stringify({ username, password: PASSWORD }),
    );
    const cookie = /set-cookie: ([^;\r]+)/i.exec(reply.head)?.[1];
    const body: unknown = JSON.parse(reply.body.toString());
    const csrf = typeof body === 'object' && body !== null && 'csrf' in body ? String(body.csrf) : '';
    if (reply.status !== 200 || !cookie)
      throw new Error(`${username} could not log in: ${reply.status} ${reply.body.toString()}`);
    sessions.set(username, `cookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\n`);
  }
  client.close();
  return sessions;
}

/** What a run over HTTP measured. */
export interface Driven {
  readonly times: readonly number[];
  readonly seconds: number;
  /** Mean bytes of a reply. */
  readonly replyBytes: number;
}

/** Plays cases over HTTP, `connections` at a time, spread over the processes' doors. */
export async function driveHttp(
  addresses: readonly string[],
  sessions: ReadonlyMap<string, Session>,
  connections: number,
  drafts: readonly Draft[],
  revisions: readonly number[],
  order: Order,
): Promise<Driven> {
  const times: number[] = [];
  let bytes = 0;
  const clients = Array.from(
    { length: connections },
    (_, index) => new HttpClient(addresses[index % addresses.length] ?? ''),
  );
  const start = performance.now();
  await byTurns(drafts, revisions.length, connections, order, async (draft, step, hand) => {
    const { by = '', command } = roadOf(draft)[step] ?? {};
    const body = JSON.stringify({ revision: revisions[step], command });
    const headers = `${sessions.get(by) ?? ''}idempotency-key: ${newId()}\r\n`;
    const begun = performance.now();
    const reply = await clients[hand]?.send('POST', `/api/cases/${draft.caseId}/acts`, headers, body);
    times.push(performance.now() - begun);
    bytes += reply?.body.length ?? 0;
    if (reply?.status !== 200)
      throw new Error(`${by}: ${reply?.status} ${reply?.body.toString().slice(0, 500)}`);
  });
  for (const client of clients) client.close();
  return { times, seconds: (performance.now() - start) / 1000, replyBytes: Math.round(bytes / times.length) };
}
