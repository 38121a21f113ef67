import { concat, numberBytes } from '../bytes.ts';

/** Control words of the framing of vpcd: one byte where a command has at least four. */
export const CONTROL = { off: 0, on: 1, reset: 2, atr: 4 } as const;

/** A message behind its length in two bytes; throws for one too long to be said. */
export function frame(message: Uint8Array): Uint8Array {
  if (message.length > 0xffff) throw new Error('A message of the card is too long for its frame');
  return concat(numberBytes(message.length, 2), message);
}

/** Takes messages out of a stream, in whatever pieces it arrives. */
export function frames(): (piece: Uint8Array) => readonly Uint8Array[] {
  let rest = new Uint8Array();
  return (piece) => {
    rest = new Uint8Array(concat(rest, piece));
    const whole: Uint8Array[] = [];
    while (rest.length >= 2) {
      const end = 2 + (((rest[0] ?? 0) << 8) | (rest[1] ?? 0));
      if (rest.length < end) break;
      whole.push(rest.slice(2, end));
      rest = rest.slice(end);
    }
    return whole;
  };
}
