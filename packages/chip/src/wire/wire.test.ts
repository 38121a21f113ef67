import { connect, createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { SPECIMEN_LINES, specimen } from '../../test/specimen.ts';
import { zoneKeyOf } from '../access/zone-key.ts';
import { fromHex, toHex } from '../bytes.ts';
import { bookCard } from '../card/book-card.ts';
import type { BookContent } from '../card/book-content.ts';
import { readBook } from '../reader/read-book.ts';
import { layCard } from './dial-reader.ts';
import { frame, frames } from './frames.ts';
import { listenForReaders } from './listen-for-readers.ts';
import { remoteCard } from './remote-card.ts';

let content: BookContent;
beforeAll(async () => {
  ({ content } = await specimen());
});
const zone = zoneKeyOf(SPECIMEN_LINES);
if (!zone) throw new Error('the lines of the specimen do not hold');

describe('a book at the end of a line', () => {
  it('messages arrive whole in whatever pieces they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ maxLength: 40 })),
        fc.integer({ min: 1, max: 9 }),
        (messages, size) => {
          const stream = Buffer.concat(messages.map(frame));
          const take = frames();
          const taken: Uint8Array[] = [];
          for (let at = 0; at < stream.length; at += size)
            taken.push(...take(stream.subarray(at, at + size)));
          expect(taken.map(toHex)).toEqual(messages.map(toHex));
        },
      ),
    );
  });

  it('is read over its own port, by two readers at once', async () => {
    const port = await listenForReaders(() => bookCard(content));
    const readers = await Promise.all([remoteCard(port.port), remoteCard(port.port)]);
    const read = await Promise.all(readers.map(({ transmit }) => readBook(transmit, { zone })));
    expect(read.map(({ groups }) => groups.get(2))).toEqual(Array(2).fill(content.files.get(0x0102)));
    for (const reader of readers) reader.close();
    await port.close();
    await expect(remoteCard(port.port)).rejects.toThrow();
  });

  it('dials a reader and does as it says: power, ATR, commands, power off', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const [laid, [socket]] = await Promise.all([
      layCard(bookCard(content), { port: typeof address === 'object' && address ? address.port : 0 }),
      once(server, 'connection') as Promise<[Socket]>,
    ]);
    const take = frames();
    const heard: string[] = [];
    socket.on('data', (piece: Buffer) => heard.push(...take(piece).map(toHex)));
    const say = (...messages: string[]) => messages.forEach((one) => socket.write(frame(fromHex(one))));
    say('01', '04', '00A4040C07A0000002471001', '0084000008', '02', '0084000008', '00');
    await expect.poll(() => heard.length).toBe(4);
    const [atr, selected, challenge, afterReset] = heard;
    expect([selected, afterReset]).toEqual(['9000', '6985']);
    expect(challenge).toMatch(/^.{16}9000$/);
    // TS, T0, then every byte but the first cancels out (ISO/IEC 7816-3 §8.2.5).
    expect(atr).toMatch(/^3B85/);
    expect([...fromHex(atr ?? '').subarray(1)].reduce((sum, byte) => sum ^ byte, 0)).toBe(0);
    socket.destroy();
    await laid.gone;
    server.close();
  });

  it('a reader that leaves in the middle disturbs nobody', async () => {
    const port = await listenForReaders(() => bookCard(content));
    const rude = connect(port.port, '127.0.0.1');
    await once(rude, 'connect');
    rude.write(fromHex('00FF00A4'));
    rude.destroy();
    const reader = await remoteCard(port.port);
    expect((await readBook(reader.transmit, { zone })).access).toBe('pace');
    reader.close();
    await port.close();
  });

  it('nobody to lay the book on is told', async () => {
    const port = await listenForReaders(() => bookCard(content));
    await port.close();
    await expect(layCard(bookCard(content), { port: port.port })).rejects.toThrow(/ECONNREFUSED/);
  });
});
