import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '@zhitongche/account/server';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { handlers } from './handlers.ts';
import { buildHttp } from './http.ts';

let t: TestOffice;
let http: FastifyInstance;
beforeAll(async () => {
  t = await testOffice();
  // A second stands for the minute a form may take, and ten bytes of it for what the slowest honest line brings.
  http = await buildHttp({
    app: t.app,
    handlers,
    actorOf,
    slowness: { body: 1_000, span: 1_000, least: 10 },
  });
  http.get('/api/slow', async () => {
    await sleep(1_500);
    return 'done';
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
}, 60_000);
afterAll(async () => {
  await http.close();
  await t.drop();
});

/** Sends the head, then the body piece by piece, and gives what came back and how long the server listened. */
const send = async (head: string, pieces: readonly string[], pause: number): Promise<string> => {
  const { port } = http.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  let got = '';
  const ended = new Promise<void>((resolve) => {
    socket.on('data', (data) => {
      got += data.toString();
    });
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  socket.write(head);
  for (const piece of pieces) {
    await sleep(pause);
    if (socket.destroyed || got !== '') break;
    socket.write(piece);
  }
  await Promise.race([ended, sleep(5_000)]);
  socket.destroy();
  return got;
};

const PDF = '%PDF-1.7\n%%EOF\n';
const BODY = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n${PDF}\r\n--x--\r\n`;
const upload = (length: number) =>
  `POST /api/verify HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: ${length}\r\n\r\n`;

describe('somebody on a slow line', () => {
  test('sends a file for as long as it takes, while it keeps coming', async () => {
    // Forty pieces, many of them to a span: four seconds, four times what a form may take.
    const pieces = Array.from({ length: 40 }, (_, i) =>
      BODY.slice(Math.floor((BODY.length * i) / 40), Math.floor((BODY.length * (i + 1)) / 40)),
    );
    expect(await send(upload(BODY.length), pieces, 100)).toMatch(/^HTTP\/1\.1 200 /);
  }, 20_000);
});

test('an answer that lasts is not cut off', async () => {
  const slow = await fetch(`http://127.0.0.1:${(http.server.address() as AddressInfo).port}/api/slow`);
  expect(await slow.text()).toBe('done');
}, 20_000);

describe('somebody who sends nothing and holds the line', () => {
  test('of a form is answered and let go', async () => {
    const head =
      'POST /api/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{';
    const pieces = Array.from({ length: 40 }, () => ' ');
    expect(await send(head, pieces, 100)).toMatch(/^HTTP\/1\.1 408 /);
  }, 20_000);

  test('of a file too', async () => {
    expect(await send(upload(BODY.length), [BODY.slice(0, 40)], 50)).toMatch(/^HTTP\/1\.1 408 /);
  }, 20_000);

  test('and a byte now and then is no file that keeps coming', async () => {
    const pieces = [...BODY].slice(0, 20);
    expect(await send(upload(BODY.length), pieces, 300)).toMatch(/^HTTP\/1\.1 408 /);
  }, 20_000);
});

describe('a stranger who was turned away and goes on sending', () => {
  const turnedAway = (length: number) =>
    `POST /api/cases HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

  /** What was answered, and whether the server let go of the line. */
  const goOn = async (head: string, pieces: number): Promise<{ got: string; letGo: boolean }> => {
    const socket = connect((http.server.address() as AddressInfo).port, '127.0.0.1');
    let got = '';
    let gone = false;
    socket.on('data', (data) => {
      got += data.toString();
    });
    socket.on('close', () => {
      gone = true;
    });
    socket.on('error', () => undefined);
    socket.write(head);
    for (let piece = 0; piece < pieces && !gone; piece += 1) {
      await sleep(200);
      if (socket.writable) socket.write(' ');
    }
    socket.destroy();
    return { got, letGo: gone };
  };

  test('does not hold the line for ever', async () => {
    const { got, letGo } = await goOn(turnedAway(100_000), 25);
    expect(got).toMatch(/^HTTP\/1\.1 401 /);
    expect(letGo).toBe(true);
  }, 20_000);
});
