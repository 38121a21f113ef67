import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logLines } from '../../../apps/server/testing/log-lines.ts';
import { makeLog, type Anchor } from '@zhitongche/core/server';
import { makeAnchors } from './anchors.ts';

const anchor = (seq: number): Anchor => ({
  kind: 'seal',
  office: 'test',
  seq,
  digest: seq.toString(16).padStart(64, '0'),
  at: '2026-11-02T01:00:00.000Z',
});
const silent = pino({ level: 'silent' });
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anchors-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each seal stands in the file of the node and in its log, and a line torn by a power cut spoils no other', async () => {
  const lines = logLines((to) => makeLog({ logLevel: 'info' }, to));
  const kept = join(folder, 'kept');
  const anchors = makeAnchors({ folder: kept, sendTo: null, log: lines.log });
  await anchors.keep(anchor(1));
  await anchors.keep(anchor(2));
  expect(lines.text()).toContain(anchor(2).digest);
  const [name = ''] = await readdir(kept);
  await appendFile(join(kept, name), '{"kind":"seal","office":"te\n');
  await anchors.keep(anchor(3));
  expect(await anchors.read([])).toEqual([anchor(1), anchor(2), anchor(3)]);
});

test('an office may have them sent to an address of its own', async () => {
  const heard: string[] = [];
  const server = createServer((request, answer) => {
    request.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
    request.on('end', () => answer.end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await makeAnchors({ folder: null, sendTo: `http://127.0.0.1:${port}/`, log: silent }).keep(anchor(7));
  server.close();
  expect(JSON.parse(heard.join(''))).toEqual(anchor(7));
});

test('or to a syslog server', async () => {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const heard = once(socket, 'message');
  const to = `syslog://127.0.0.1:${socket.address().port}`;
  await makeAnchors({ folder: null, sendTo: to, log: silent }).keep(anchor(8));
  const [message]: unknown[] = await heard;
  socket.close();
  expect(String(message)).toMatch(/^<109>1 2026-11-02T01:00:00\.000Z \S+ zhitongche - anchor - \{/);
  expect(String(message)).toContain(anchor(8).digest);
});

test('a receiver that is not there is told in the log, and sealing goes on', async () => {
  const lines = logLines((to) => makeLog({ logLevel: 'info' }, to));
  const kept = join(folder, 'alone');
  await makeAnchors({ folder: kept, sendTo: 'http://127.0.0.1:9/', log: lines.log }).keep(anchor(9));
  expect(lines.text()).toContain('was not anchored');
  expect(await makeAnchors({ folder: kept, sendTo: null, log: silent }).read([])).toEqual([anchor(9)]);
});
