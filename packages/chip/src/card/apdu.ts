import { concat, numberBytes } from '../bytes.ts';

/** A command to a card, taken apart (ISO/IEC 7816-4 §5.1). */
export interface Command {
  readonly cla: number;
  readonly ins: number;
  readonly p1: number;
  readonly p2: number;
  readonly data: Uint8Array;
  /** How many bytes are asked for at most; absent where none are. */
  readonly le?: number;
}

/** What a card answers: data and the status word. */
export interface Response {
  readonly data: Uint8Array;
  readonly sw: number;
}

/** Status words this package gives or reads. */
export const SW = {
  done: 0x9000,
  endOfFile: 0x6282,
  wrongSecret: 0x6300,
  wrongLength: 0x6700,
  noSecureMessaging: 0x6882,
  notAllowed: 0x6982,
  notNow: 0x6985,
  secureObjectMissing: 0x6987,
  secureObjectWrong: 0x6988,
  wrongData: 0x6a80,
  notSupported: 0x6a81,
  noFile: 0x6a82,
  wrongParameters: 0x6a86,
  noReference: 0x6a88,
  beyondFile: 0x6b00,
  noInstruction: 0x6d00,
  noClass: 0x6e00,
} as const;

/** A status without data. */
export const status = (sw: number): Response => ({ data: new Uint8Array(), sw });

const asked = (length: number, most: number): number => (length === 0 ? most : length);

/** The command bytes stand for; undefined where lengths do not add up. */
export function parseCommand(bytes: Uint8Array): Command | undefined {
  const [cla, ins, p1, p2] = bytes;
  if (cla === undefined || ins === undefined || p1 === undefined || p2 === undefined) return undefined;
  const head = { cla, ins, p1, p2 };
  const body = bytes.subarray(4);
  const first = body[0];
  if (first === undefined) return { ...head, data: body };
  if (body.length === 1) return { ...head, data: new Uint8Array(), le: asked(first, 256) };
  if (first > 0) {
    const data = body.subarray(1, 1 + first);
    const rest = body.subarray(1 + first);
    if (data.length < first || rest.length > 1) return undefined;
    return { ...head, data, ...(rest.length ? { le: asked(rest[0] ?? 0, 256) } : {}) };
  }
  const long = ((body[1] ?? 0) << 8) | (body[2] ?? 0);
  if (body.length < 3) return undefined;
  if (body.length === 3) return { ...head, data: new Uint8Array(), le: asked(long, 65_536) };
  const data = body.subarray(3, 3 + long);
  const rest = body.subarray(3 + long);
  if (long === 0 || data.length < long || rest.length === 1 || rest.length > 2) return undefined;
  const le = ((rest[0] ?? 0) << 8) | (rest[1] ?? 0);
  return { ...head, data, ...(rest.length ? { le: asked(le, 65_536) } : {}) };
}

/** A command as it is sent; the long form only where the short one cannot say it. */
export function commandBytes({ cla, ins, p1, p2, data, le }: Command): Uint8Array {
  const head = new Uint8Array([cla, ins, p1, p2]);
  const long = data.length > 255 || (le ?? 0) > 256;
  const length = data.length
    ? long
      ? concat(new Uint8Array(1), numberBytes(data.length, 2))
      : numberBytes(data.length, 1)
    : new Uint8Array();
  const wanted =
    le === undefined
      ? new Uint8Array()
      : long
        ? concat(new Uint8Array(data.length ? 0 : 1), numberBytes(le, 2))
        : numberBytes(le, 1);
  return concat(head, length, data, wanted);
}

/** Data and status as they are sent. */
export const responseBytes = ({ data, sw }: Response): Uint8Array => concat(data, numberBytes(sw, 2));

/** An answer taken apart; undefined where there is no status. */
export const parseResponse = (bytes: Uint8Array): Response | undefined =>
  bytes.length < 2
    ? undefined
    : {
        data: bytes.subarray(0, -2),
        sw: ((bytes.at(-2) ?? 0) << 8) | (bytes.at(-1) ?? 0),
      };
