import { toHex } from '../bytes.ts';
import { APPLICATION } from '../file/data-groups.ts';
import { type Command, status, SW } from './apdu.ts';
import type { BookContent } from './book-content.ts';
import type { CardState, Turn } from './card-state.ts';

/** The files a command is about. */
export const filesOf = (content: BookContent, state: CardState): ReadonlyMap<number, Uint8Array> =>
  state.application ? content.files : content.open;

const turn = (sw: number): Turn => ({ response: status(sw) });

/** SELECT: the master file, the application by name, a file by identifier. */
export function select(command: Command, content: BookContent, state: CardState): Turn {
  const { p1, p2, data } = command;
  if (![0x0c, 0x00, 0x04].includes(p2)) return turn(SW.wrongParameters);
  const identifier = data.length === 2 ? ((data[0] ?? 0) << 8) | (data[1] ?? 0) : undefined;
  if (p1 === 0x04) {
    if (toHex(data) !== APPLICATION) return turn(SW.noFile);
    Object.assign(state, { application: true, file: undefined });
    return turn(SW.done);
  }
  if (p1 === 0x00 && (data.length === 0 || identifier === 0x3f00)) {
    Object.assign(state, { application: false, file: undefined });
    return turn(SW.done);
  }
  if ((p1 !== 0x02 && p1 !== 0x00) || identifier === undefined) return turn(SW.wrongParameters);
  // Which files there are is nobody's business before the book was opened.
  if (state.application && !state.access) return turn(SW.notAllowed);
  if (!filesOf(content, state).has(identifier)) return turn(SW.noFile);
  state.file = identifier;
  return turn(SW.done);
}
