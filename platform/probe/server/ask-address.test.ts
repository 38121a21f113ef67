import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { askAddress } from './ask-address.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A system that behaves as told; its name leads nowhere, for the address that was judged is asked. */
async function system(answer: RequestListener) {
  server = createServer(answer);
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: new URL(`http://oa.example.invalid:${port}/`), address: '127.0.0.1', open: false };
}

test.each([
  [200, true],
  [302, true],
  [401, true],
  [404, false],
  [503, false],
])('status %i is %s', async (status, ok) => {
  const target = await system((_request, response) => void response.writeHead(status).end());
  expect(await askAddress(target)).toEqual({ ok, said: ok ? '' : `应答 HTTP ${status}` });
});

test('it follows nothing, sends nothing of the office and reads no body', async () => {
  const asked: string[] = [];
  const target = await system((request, response) => {
    asked.push(`${request.method} ${request.url} ${JSON.stringify(request.headers.cookie ?? '')}`);
    response.writeHead(302, { location: '/elsewhere' });
    // A body without an end holds nobody up.
    response.write('x'.repeat(1_000));
  });
  expect(await askAddress(target)).toEqual({ ok: true, said: '' });
  expect(asked).toEqual(['GET / ""']);
});

test('whoever takes too long, hangs up or is not there has not answered', async () => {
  const slow = await system(() => undefined);
  expect(await askAddress(slow, 200)).toEqual({ ok: false, said: '0.2秒内没有应答' });
  const rude = await system((request) => void request.socket.destroy());
  expect(await askAddress(rude)).toEqual({ ok: false, said: '连接中断' });
  server?.close();
  const gone = await system(() => undefined);
  await new Promise((done) => server?.close(done));
  expect(await askAddress(gone)).toEqual({ ok: false, said: '连接被拒绝' });
});
