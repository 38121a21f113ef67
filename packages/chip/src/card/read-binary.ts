import { bigOf } from '../bytes.ts';
import { readTlvs, tlv } from '../tlv/tlv.ts';
import { type Command, type Response, status, SW } from './apdu.ts';
import type { BookContent } from './book-content.ts';
import type { CardState } from './card-state.ts';
import { filesOf } from './select.ts';

/** The most a short answer carries once it is encrypted: 256 bytes less padding, status and MAC. */
const MOST_PROTECTED = { 8: 231, 16: 223 } as const;

/** The most any answer carries, so that with its protection it fits a frame of 65 535. */
const MOST = 0xfe00;

/** A file by its short identifier, which is the end of the long one but beside the application. */
function bySfi(sfi: number, content: BookContent, state: CardState): number | undefined {
  if (state.application) return 0x0100 | sfi;
  return [...content.open.keys()].find((file) =>
    file === 0x2f00 ? sfi === 0x1e : file === 0x2f01 ? sfi === 0x01 : (file & 0x1f) === sfi,
  );
}

/** READ BINARY: of the selected file or one named by its short identifier; refused before the book was opened. */
export function readBinary(
  command: Command,
  content: BookContent,
  state: CardState,
  block: 8 | 16,
): Response {
  const { ins, p1, p2, data, le } = command;
  if (state.application && !state.access) return status(SW.notAllowed);
  const odd = ins === 0xb1;
  const named = odd ? p1 === 0 && p2 > 0 && p2 < 0x1f : p1 >= 0x80;
  if (named) state.file = bySfi(odd ? p2 : p1 & 0x1f, content, state);
  else if (odd && (p1 || p2)) return status(SW.wrongParameters);
  const file = state.file === undefined ? undefined : filesOf(content, state).get(state.file);
  if (!file) return status(named ? SW.noFile : SW.notNow);
  const offset = odd ? offsetIn(data) : named ? p2 : (p1 << 8) | p2;
  if (offset === undefined) return status(SW.wrongData);
  if (le === undefined) return status(SW.wrongLength);
  if (offset >= file.length) return status(SW.beyondFile);
  const most = state.channel && le <= 256 ? MOST_PROTECTED[block] : MOST;
  const part = file.slice(offset, offset + Math.min(le, most));
  // Less than was asked for because the file ends is worth a word; "all there is" (256) never is.
  const short = part.length < Math.min(le, most) && le !== 256 && le !== 65_536;
  return { data: odd ? tlv(0x53, part) : part, sw: short ? SW.endOfFile : SW.done };
}

/** The offset in the data of the odd form, for what lies beyond 32 767. */
function offsetIn(data: Uint8Array): number | undefined {
  const [object, ...more] = readTlvs(data) ?? [];
  if (object?.tag !== 0x54 || more.length || object.value.length < 1 || object.value.length > 4)
    return undefined;
  return Number(bigOf(object.value));
}
