import type { TableDefinition } from '../layout/definition.ts';
import { type HeaderMap, isBodyRow, isHeaderRow, isNumberingRow, repeatsHeader, spans } from './header.ts';
import type { Line } from './line.ts';
import type { ReadRow } from './row-checks.ts';
import { isIdentity, passFurniture, proseOf, type Session } from './session.ts';
import { opensSomething, titledTable } from './titles.ts';
import { isPageFurniture, labelKey } from './words.ts';

/** Lines the head of a page may take before the heading of the table comes again. */
const longest = 10;

/**
 * Passes over what a page prints again in the middle of a table: its number and running head, the title with or without （续）, identity
 * lines, the heading. Says whether it did; another table, or the same one from its beginning, is left to be read as such.
 */
export function passRepeatedHead(
  definition: TableDefinition,
  header: HeaderMap,
  rows: readonly ReadRow[],
  session: Session,
): boolean {
  const { cursor, findings } = session;
  const body = bodyAfter(definition, header, session);
  if (body === null || (!body.continued && beginsAgain(body.line, header, rows))) return false;
  for (let left = body.distance; left > 0; left -= 1) {
    const line = cursor.next();
    if (line === undefined) break;
    const prose = proseOf(line) ?? '';
    if (isPageFurniture(prose) || line.inside === true)
      passFurniture(line, definition.title, definition.id, findings);
    else if (body.running.includes(line))
      findings.add('doubtful', line.place, {
        subject: definition.title,
        owner: definition.id,
        raw: prose,
        message: '表中夹着这一行，其后重印了表头，按页眉略过，其下各行仍归本表；如另是一张表，请改正。',
        en: 'The heading is printed again after this line; it was skipped as a running head and the rows below belong to the same table.',
      });
  }
  return true;
}

/** The first line of the body after the head of a page, how far ahead it stands, the lines before it that are no part of the table's own head, and whether its title says （续）. */
function bodyAfter(definition: TableDefinition, header: HeaderMap, session: Session) {
  const running: Line[] = [];
  let announced = false;
  let continued = false;
  for (let distance = 0; distance < longest; distance += 1) {
    const line = session.cursor.peek(distance);
    if (line === undefined) return null;
    const prose = proseOf(line);
    const title = prose === null ? null : titledTable(prose);
    const own = title?.definition === definition || (prose !== null && /^续上?表/.test(labelKey(prose)));
    if (line.starts && title?.continued !== true) return null;
    if (title?.definition === definition && title.continued) continued = true;
    const heading =
      (isHeaderRow(definition, line.cells) && !isBodyRow(line, header, definition)) ||
      repeatsHeader(header, line.cells);
    if (heading && line.row) {
      announced = true;
      continue;
    }
    if (announced && isNumberingRow(line.cells)) continue;
    if (announced && spans(line, header))
      return distance === 0 ? null : { line, distance, running, continued };
    if (line.cells.every((cell) => cell.trim() === '') || isIdentity(line, session)) continue;
    if (own) announced = true;
    else if (prose === null || opensSomething(prose) || line.row) return null;
    else if (!isPageFurniture(prose)) running.push(line);
  }
  return null;
}

/** Whether a row names what the first row of the table named: then the table is printed a second time, not continued. */
function beginsAgain(line: Line, header: HeaderMap, rows: readonly ReadRow[]): boolean {
  const first = rows[0]?.line;
  if (first === undefined) return true;
  return header.columns.every(
    (column, at) =>
      column === null ||
      column.kind === 'money' ||
      labelKey(line.cells[at] ?? '') === labelKey(first.cells[at] ?? ''),
  );
}
