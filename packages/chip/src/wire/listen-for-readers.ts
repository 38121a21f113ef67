import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Card } from '../card/book-card.ts';
import { serveCard } from './serve-card.ts';

/** A port where readers find a book. */
export interface BookPort {
  readonly port: number;
  close(): Promise<void>;
}

/** Waits for readers that speak the framing of vpcd; each gets a card of its own, as if the book were laid on anew. */
export function listenForReaders(card: () => Card, port = 0, host = '127.0.0.1'): Promise<BookPort> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    serveCard(socket, card());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((settle) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => settle());
          }),
      }),
    );
  });
}
