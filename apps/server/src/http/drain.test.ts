import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { drain } from './drain.ts';

async function openDoor() {
  const http = fastify();
  drain(http);
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  http.get('/held', async () => {
    await held;
    return 'done';
  });
  http.get('/', async () => 'here');
  await http.listen({ host: '127.0.0.1', port: 0 });
  const { port } = http.server.address() as AddressInfo;
  const call = async (sent: string) => {
    const socket = connect(port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    if (sent) socket.write(sent);
    return { socket, heard: () => heard };
  };
  return { http, call, answer: () => answer() };
}

// A browser opens connections ahead of need; a stopping node waited for one of them for ever.
it('a door that closes does not wait for connections on which nothing was asked', async () => {
  const door = await openDoor();
  const ahead = await door.call('');
  const half = await door.call('GET / HTTP/1.1\r\nhost');
  const kept = await door.call('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await expect.poll(() => kept.heard()).toContain('here');
  await door.http.close();
  for (const { socket } of [ahead, half, kept])
    expect(socket.destroyed || (await once(socket, 'close'))).toBeTruthy();
});

it('a door that closes answers what it was asked before, and ends that connection', async () => {
  const door = await openDoor();
  const asked = await door.call('GET /held HTTP/1.1\r\nhost: x\r\n\r\n');
  // The question has arrived once a later one on another connection is answered.
  const later = await door.call('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await expect.poll(() => later.heard()).toContain('here');
  const closed = door.http.close();
  await new Promise((resolve) => setTimeout(resolve, 300));
  door.answer();
  await closed;
  await expect.poll(() => asked.heard()).toContain('done');
  expect(asked.heard()).toContain('200 OK');
  expect(asked.heard().toLowerCase()).toContain('connection: close');
});
