import { commandBytes, type Command, parseResponse, type Response, SW } from '../card/apdu.ts';
import { type SecureChannel, secureChannel, type SessionKeys } from '../card/secure-channel.ts';

/** Carries a command to a chip and brings its answer: a reader, a socket, a card in memory. */
export type Transport = (command: Uint8Array) => Promise<Uint8Array>;

/** Why a chip could not be read. */
export type ReadFaultCode =
  | 'no-application'
  | 'refused'
  | 'wrong-key'
  | 'not-authentic'
  | 'missing'
  | 'damaged'
  | 'cut-off';

/** A chip that could not be read; the status it gave, where it gave one. */
export class ReadFault extends Error {
  constructor(
    readonly code: ReadFaultCode,
    readonly sw?: number,
  ) {
    super(`The chip could not be read: ${code}${sw === undefined ? '' : ` (${sw.toString(16)})`}`);
  }
}

/** A conversation with a chip; protected from the moment keys were agreed on. */
export interface Dialogue {
  /** Sends a command; throws {@link ReadFault} where the answer is not one, or not from that chip. */
  send(command: Omit<Command, 'cla'> & { readonly cla?: number }): Promise<Response>;
  /** From now on every command is protected with these keys. */
  protect(keys: SessionKeys): void;
}

/** Begins a conversation in the clear. */
export function dialogueOver(transport: Transport): Dialogue {
  let channel: SecureChannel | undefined;
  return {
    async send(parts) {
      const command: Command = { cla: 0, ...parts };
      const bytes = channel ? channel.protect(command) : commandBytes(command);
      const answer = await transport(bytes);
      const response = channel ? channel.open(answer) : parseResponse(answer);
      if (response) return response;
      // A chip that ended the session says so in the clear.
      const sw = parseResponse(answer)?.sw;
      throw new ReadFault('not-authentic', sw);
    },
    protect(keys) {
      channel = secureChannel(keys);
    },
  };
}

/** The data of an answer that is done; throws {@link ReadFault} for any other status. */
export function dataOf(response: Response, code: ReadFaultCode): Uint8Array {
  if (response.sw !== SW.done) throw new ReadFault(code, response.sw);
  return response.data;
}
