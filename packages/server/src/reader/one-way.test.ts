import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Whatever takes the content of a file apart. */
const PARSERS =
  /\b(inspect|fetches|readSheets|bookCells|readXml|readArchive|partsWithinBounds|readPaper|verifyPdf|readDisclosure|unzipSync|inflate\w*|PdfFile)\(/;
/** What runs in a thread with limits, and the parsers it is made of. */
const INSIDE =
  /^(reader|budget\/thread\.ts|files\/(inspect|sheet|book-cells|sheet-bounds|archive|active-pdf|programs|fetching)\.ts)/;
/** Files an operator names at a console, and tests. */
const NOBODY_SENT = /^(backup|cli|testing)\/|\.test\.ts$/;

it('no file that somebody sent is taken apart outside a thread with limits', () => {
  const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((name) => relative('.', name).split('\\').join('/'))
    .filter((name) => name.endsWith('.ts') && !INSIDE.test(name) && !NOBODY_SENT.test(name));
  const others = sources.filter((name) => PARSERS.test(readFileSync(join(ROOT, name), 'utf8')));
  expect(sources.length).toBeGreaterThan(100);
  expect(others).toEqual([]);
});
