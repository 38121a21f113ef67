import { connect } from 'node:net';
import type { Transport } from '../reader/dialogue.ts';
import { CONTROL, frame, frames } from './frames.ts';

/** A card at the other end of a socket, as a reader holds it. */
export interface RemoteCard {
  readonly transmit: Transport;
  readonly atr: Uint8Array;
  close(): void;
}

/** Powers a card that listens on a port; rejects where nobody answers in time. */
export async function remoteCard(port: number, host = '127.0.0.1', patience = 10_000): Promise<RemoteCard> {
  const socket = connect({ host, port });
  const take = frames();
  let waiting: { resolve(answer: Uint8Array): void; reject(reason: Error): void } | undefined;
  const settle = (answer: Uint8Array | Error): void => {
    const one = waiting;
    waiting = undefined;
    if (answer instanceof Error) one?.reject(answer);
    else one?.resolve(answer);
  };
  socket.setTimeout(patience, () => {
    if (waiting) socket.destroy(new Error('The card does not answer'));
  });
  socket.on('data', (piece: Buffer) => take(piece).forEach(settle));
  socket.on('error', settle);
  socket.on('close', () => settle(new Error('The card was taken away')));
  const ask = (message: Uint8Array): Promise<Uint8Array> =>
    new Promise((resolve, reject) => {
      if (waiting) return reject(new Error('A card answers one command at a time'));
      if (socket.destroyed) return reject(new Error('The card was taken away'));
      waiting = { resolve, reject };
      socket.write(frame(message));
    });
  socket.write(frame(new Uint8Array([CONTROL.on])));
  const atr = await ask(new Uint8Array([CONTROL.atr]));
  return { transmit: ask, atr, close: () => socket.destroy() };
}
