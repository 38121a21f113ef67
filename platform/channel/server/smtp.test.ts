import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type SmtpSink, smtpSink } from '../testing/smtp-sink.ts';
import { smtpCarrier } from './smtp.ts';

const letter = (id: string) => ({
  id,
  to: 'li@unit.example',
  subject: '直通车',
  text: '有新消息',
  kind: 'test',
});
const close: (() => unknown)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(close.splice(0).map((end) => end()));
});

/** Gives a fresh access token for the refresh token, each good for so many seconds. */
async function tokenServer(seconds: number) {
  const given: string[] = [];
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      const form = new URLSearchParams(body);
      asked.push(form);
      response.setHeader('content-type', 'application/json');
      if (form.get('refresh_token') !== 'long-lived') {
        response.statusCode = 400;
        response.end(JSON.stringify({ error: 'invalid_grant' }));
        return;
      }
      given.push(`token-${given.length + 1}`);
      response.end(JSON.stringify({ access_token: given.at(-1), expires_in: seconds, token_type: 'Bearer' }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  close.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, given, asked };
}

const carrier = (sink: SmtpSink, tokenUrl: string, refreshToken = 'long-lived') =>
  smtpCarrier({
    host: '127.0.0.1',
    port: sink.port,
    security: 'plain',
    from: 'noreply@office.example',
    auth: {
      kind: 'oauth2',
      user: 'noreply@office.example',
      tokenUrl,
      clientId: 'ztc',
      clientSecret: 's',
      refreshToken,
    },
  });

async function sinkFor(admits: (token: string) => boolean): Promise<SmtpSink> {
  const sink = await smtpSink(undefined, (_, token) => admits(token));
  close.push(() => sink.close());
  return sink;
}

describe('mail by OAuth2', () => {
  it('fetches an access token with the refresh token and uses it while it is good', async () => {
    const tokens = await tokenServer(3600);
    const sink = await sinkFor((token) => token === 'token-1');
    const mail = carrier(sink, tokens.url);
    expect(await mail.send(letter('a'))).toMatchObject({ state: 'handed-over' });
    expect(await mail.send(letter('b'))).toMatchObject({ state: 'handed-over' });
    expect(tokens.given).toEqual(['token-1']);
    expect(tokens.asked[0]?.get('grant_type')).toBe('refresh_token');
  });
  it('fetches the next one when the server no longer takes it, within the same mail', async () => {
    const tokens = await tokenServer(3600);
    const sink = await sinkFor((token) => token === tokens.given.at(-1) && token !== 'token-1');
    expect(await carrier(sink, tokens.url).send(letter('a'))).toMatchObject({ state: 'handed-over' });
    expect(tokens.given).toEqual(['token-1', 'token-2']);
    expect(sink.mails).toHaveLength(1);
  });
  it('fetches the next one when its time is over', async () => {
    const tokens = await tokenServer(600);
    const sink = await sinkFor((token) => token === tokens.given.at(-1));
    const mail = carrier(sink, tokens.url);
    await mail.send(letter('a'));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    await mail.send(letter('b'));
    expect(tokens.given).toEqual(['token-1', 'token-2']);
    expect(sink.mails).toHaveLength(2);
  });
  it('that is refused is no fault of the mail: it waits and is tried again', async () => {
    const tokens = await tokenServer(3600);
    const sink = await sinkFor(() => true);
    expect(await carrier(sink, tokens.url, 'revoked').send(letter('a'))).toMatchObject({ state: 'later' });
    expect(sink.mails).toEqual([]);
  });
});
