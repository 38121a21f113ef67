import { type Command, parseCommand, type Response, responseBytes, status, SW } from './apdu.ts';
import {
  externalAuthenticate,
  generalAuthenticate,
  getChallenge,
  internalAuthenticate,
  manageSecurity,
} from './authenticate.ts';
import type { BookContent } from './book-content.ts';
import { type CardState, freshState, type Turn } from './card-state.ts';
import { readBinary } from './read-binary.ts';
import { secureChannel } from './secure-channel.ts';
import { select } from './select.ts';

/** A chip as its reader meets it: bytes in, bytes out. */
export interface Card {
  transmit(command: Uint8Array): Uint8Array;
  /** Power was off: nothing is remembered. */
  reset(): void;
  /** What it says of itself when powered. */
  readonly atr: Uint8Array;
}

/** Contactless form of ISO/IEC 14443-4 as PC/SC writes it: names, short file identifiers and long lengths. */
const HISTORY = [0x80, 0x73, 0x94, 0x21, 0x40];
const HEAD = [0x80 | HISTORY.length, 0x80, 0x01, ...HISTORY];
const ATR = new Uint8Array([0x3b, ...HEAD, HEAD.reduce((sum, byte) => sum ^ byte, 0)]);

/** A book that answers commands; whatever arrives, it answers with a status. */
export function bookCard(content: BookContent): Card {
  let state = freshState();
  let block: 8 | 16 = 8;

  const handle = (command: Command): Turn => {
    const only = (response: Response): Turn => ({ response });
    switch (command.ins) {
      case 0xa4:
        return select(command, content, state);
      case 0xb0:
      case 0xb1:
        return only(readBinary(command, content, state, block));
      case 0x84:
        return getChallenge(command, content, state);
      case 0x82:
        return externalAuthenticate(command, content, state);
      case 0x22:
        return manageSecurity(command, content, state);
      case 0x86:
        return generalAuthenticate(command, content, state);
      case 0x88:
        return internalAuthenticate(command, content, state);
      default:
        return only(status(SW.noInstruction));
    }
  };
  const next = ({ session }: Turn): void => {
    if (!session) return;
    state.channel = secureChannel(session);
    block = session.suite === '3DES' ? 8 : 16;
  };
  /** A session is over: the book is as closed as before, the application stays selected. */
  const forget = (): void => {
    const { application }: CardState = state;
    state = { ...freshState(), application };
  };
  const secured = (command: Command): Uint8Array => {
    const { channel } = state;
    const plain = channel?.accept(command);
    if (!channel || !plain) {
      forget();
      return responseBytes(status(channel ? SW.secureObjectWrong : SW.secureObjectMissing));
    }
    const turn = handle(plain);
    const answer = channel.seal(turn.response, plain.ins % 2 === 1);
    next(turn);
    return answer;
  };
  return {
    atr: ATR,
    reset() {
      state = freshState();
    },
    transmit(bytes) {
      const command = parseCommand(bytes);
      if (!command) return responseBytes(status(SW.wrongLength));
      if (command.cla & 0xe0) return responseBytes(status(SW.noClass));
      if ((command.cla & 0x0c) === 0x0c) return secured(command);
      if (command.cla & 0x0c) return responseBytes(status(SW.noSecureMessaging));
      // A command in the clear ends the session (Doc 9303-11 §9.8.3).
      if (state.channel) forget();
      const turn = handle(command);
      next(turn);
      return responseBytes(turn.response);
    },
  };
}
