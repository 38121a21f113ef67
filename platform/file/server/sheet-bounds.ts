import { readArchive } from './archive.ts';

/** Most cells read, empty ones between counted: far beyond any list, and far below what exhausts memory. */
export const MOST_CELLS = 500_000;
/** Most letters in all cells together: ten thousand people with a hundred each. */
export const MOST_TEXT = 1_000_000;
/** Most bytes a workbook may unpack to. */
const MOST_UNPACKED = 20 * 1024 * 1024;

/**
 * The XML parts of a workbook; null when a sheet names a cell so far out that the rows and columns up to it, which a reader
 * builds one by one, would exhaust memory. References a reader could understand otherwise than plain text does are not within.
 */
export function partsWithinBounds(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const archive = readArchive(bytes, { entries: 5_000, unpacked: MOST_UNPACKED, ratio: 200 });
  if (!archive.ok) return null;
  const parts = new Map<string, string>();
  for (const entry of archive.entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const xml = Buffer.from(entry.read()).toString('utf8');
    if (!sheetFits(xml)) return null;
    parts.set(entry.name, xml);
  }
  return parts;
}

function sheetFits(xml: string): boolean {
  if (!/<(?:\w+:)?sheetData\b/.test(xml)) return true;
  let rows = 0;
  let columns = 0;
  for (const [, reference = ''] of xml.matchAll(/\s(?:r|ref)\s*=\s*["']([^"']*)["']/g))
    for (const corner of reference.split(/[:\s]/)) {
      const parts = /^\$?([A-Z]{0,3})\$?(\d{0,7})$/i.exec(corner);
      if (!parts) return false;
      rows = Math.max(rows, Number(parts[2]));
      columns = Math.max(columns, columnNumber(parts[1] ?? ''));
    }
  return rows * Math.max(columns, 1) <= MOST_CELLS;
}

/** The one-based number of a column by its letters. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
