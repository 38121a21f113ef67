import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const TOP = join(import.meta.dirname, '../../../..');
/** Whatever takes the content of a file apart. */
const PARSERS =
  /\b(inspect|fetches|readSheets|bookCells|readXml|readArchive|readZip|officeParts|partsWithinBounds|readPaper|bareJpeg|verifyPdf|readDisclosure|unzipSync|inflate\w*|PdfFile)\(/;
/** What runs in a thread with limits, and the parsers it is made of. */
const INSIDE =
  /^platform\/(file\/server\/reader\/|budget\/server\/thread\.ts|file\/server\/(inspect|sheet|book-cells|sheet-bounds|archive|active-pdf|programs|fetching)\.ts)/;
/** Files an operator names at a console, and tests. */
const NOBODY_SENT = /^platform\/backup\/|^apps\/server\/src\/cli\/|\/testing\/|\.test\.ts$|\/(model|web)\//;

it('no file that somebody sent is taken apart outside a thread with limits', () => {
  const sources = ['platform', 'apps/server/src']
    .flatMap((floor) =>
      readdirSync(join(TOP, floor), { recursive: true, encoding: 'utf8' }).map((name) => `${floor}/${name}`),
    )
    .map((name) => name.split('\\').join('/'))
    .filter((name) => name.endsWith('.ts') && !INSIDE.test(name) && !NOBODY_SENT.test(name));
  const others = sources.filter((name) => PARSERS.test(readFileSync(join(TOP, name), 'utf8')));
  expect(sources.length).toBeGreaterThan(100);
  expect(others).toEqual([]);
});
