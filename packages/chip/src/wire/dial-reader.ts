import { connect } from 'node:net';
import type { Card } from '../card/book-card.ts';
import { serveCard } from './serve-card.ts';

/** Where a virtual reader waits for a card, as vpcd does on 35963. */
export interface ReaderPort {
  readonly host?: string;
  readonly port: number;
}

/** A card that lies on a reader. */
export interface LaidCard {
  /** Settles when the connection is over, whoever ended it. */
  readonly gone: Promise<void>;
  /** Takes it away. */
  take(): void;
}

/** Lays a card on a virtual reader; rejects where nobody listens. */
export function layCard(card: Card, { host = '127.0.0.1', port }: ReaderPort): Promise<LaidCard> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    const gone = new Promise<void>((settle) => socket.once('close', () => settle()));
    socket.once('error', reject);
    socket.once('connect', () => {
      serveCard(socket, card);
      resolve({ gone, take: () => socket.destroy() });
    });
  });
}
