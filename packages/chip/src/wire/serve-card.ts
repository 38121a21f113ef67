import type { Socket } from 'node:net';
import type { Card } from '../card/book-card.ts';
import { CONTROL, frame, frames } from './frames.ts';

/** The answer of a card to one message; undefined where none is expected. */
function answerOf(card: Card, message: Uint8Array): Uint8Array | undefined {
  if (message.length === 0) return undefined;
  if (message.length > 1) return card.transmit(message);
  if (message[0] === CONTROL.atr) return card.atr;
  card.reset();
  return undefined;
}

/** Lets a card answer whoever is at the other end of a socket, until it closes. */
export function serveCard(socket: Socket, card: Card): void {
  const take = frames();
  socket.on('data', (piece: Buffer) => {
    for (const message of take(piece)) {
      const answer = answerOf(card, message);
      if (answer) socket.write(frame(answer));
    }
  });
}
