import type { Line } from './line.ts';
import { proseOf, type Session } from './session.ts';
import { opensSomething } from './titles.ts';

/** Lines that may stand between a lone line in a form and the row the form goes on with. */
const longest = 8;

/**
 * Passes over a lone line between the rows of a form and lists it as unread; false, taking nothing, where the form ends at it because no
 * row follows that `isOwn` takes for one of the form.
 */
export function passLoneLine(
  line: Line,
  form: string,
  owner: string,
  isOwn: (row: Line) => boolean,
  session: Session,
): boolean {
  if (!goesOn(isOwn, session)) return false;
  session.cursor.next();
  session.findings.add('unread', line.place, {
    subject: form,
    owner,
    raw: line.cells.join(' '),
    message: '表中夹着的这一行不属于任何栏目，未读入；其下各行仍归本表。',
    en: 'This lone line inside the form fits no field and was not read; the rows below belong to the same form.',
  });
  return true;
}

function goesOn(isOwn: (row: Line) => boolean, { cursor }: Session): boolean {
  for (let distance = 1; distance <= longest; distance += 1) {
    const line = cursor.peek(distance);
    if (line === undefined || line.starts) return false;
    const prose = proseOf(line);
    if (prose === null) {
      if (line.cells.some((cell) => cell.trim() !== '')) return isOwn(line);
    } else if (!line.row && opensSomething(prose)) return false;
  }
  return false;
}
