import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tableDefinition } from '../layout/layouts.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { type Fixture, has, readBytes, readFixture } from '../testing.ts';
import { disclosureDocument } from './build.ts';
import { writeDocx } from './docx.ts';
import { type PdfFonts, writePdf } from './pdf.ts';
import { writeXlsx } from './xlsx.ts';

const fixtures: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];
const resolve = createRequire(import.meta.url).resolve;
const font = (file: string) =>
  new Uint8Array(readFileSync(resolve(`@expo-google-fonts/noto-serif-sc/${file}`)));
const fonts: PdfFonts = {
  files: [font('400Regular/NotoSerifSC_400Regular.ttf'), font('700Bold/NotoSerifSC_700Bold.ttf')],
  families: ['Noto Serif SC'],
};

function pdfOf(model: Disclosure): Uint8Array {
  const result = writePdf(disclosureDocument(model), fonts);
  if (!result.ok) throw new Error(result.detail);
  return result.bytes;
}

const writers: Record<string, (model: Disclosure) => Promise<Uint8Array>> = {
  xlsx: async (model) => writeXlsx(disclosureDocument(model)),
  docx: async (model) => writeDocx(disclosureDocument(model)),
  pdf: async (model) => pdfOf(model),
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'budget-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is written reads back as the same model', () => {
  for (const name of fixtures) {
    for (const [format, write] of Object.entries(writers)) {
      test(`${name} as ${format}`, async () => {
        const { model } = await readFixture(name);
        const again = await readBytes(await write(model));
        expect(again.kind).toBe(format);
        expect(again.model).toEqual(model);
        expect(
          again.findings.filter(
            ({ kind, raw }) =>
              // What the office itself prints as about so many is doubtful in every copy.
              (kind === 'unread' || kind === 'doubtful') && !raw.endsWith('左右'),
          ),
        ).toEqual([]);
      });
    }
  }

  test('the same model gives the same bytes, so that a published file can be proved', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    expect(writeXlsx(disclosureDocument(model))).toEqual(writeXlsx(disclosureDocument(model)));
    expect(pdfOf(model)).toEqual(pdfOf(model));
  });
});

/** Words pdftotext finds, with the middle of each: a second program's view of where every figure is printed. */
function wordsOf(pdf: Uint8Array): { page: number; x: number; y: number; text: string }[] {
  const file = join(folder, 'check.pdf');
  writeFileSync(file, pdf);
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  let page = 0;
  return html.split('\n').flatMap((line) => {
    if (line.includes('<page ')) page += 1;
    const match = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</.exec(line);
    if (match === null) return [];
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = match.slice(1, 5).map(Number);
    return [{ page, x: (x1 + x2) / 2, y: (y1 + y2) / 2, text: match[5] ?? '' }];
  });
}

describe.skipIf(!has('pdftotext'))('poppler finds in the PDF what the tables hold', () => {
  for (const name of ['hebei-fao-2024', 'shanxi-fao-2024'] as const) {
    test(`${name}: every row of figures, cell for cell, left to right`, async () => {
      const { model } = await readFixture(name);
      const words = wordsOf(pdfOf(model));
      const lines = new Map<string, { x: number; text: string }[]>();
      for (const word of words) {
        if (!/^-?\d+\.\d+$/.test(word.text)) continue;
        const key = `${word.page}:${Math.round(word.y)}`;
        lines.set(key, [...(lines.get(key) ?? []), { x: word.x, text: word.text }]);
      }
      const printed = [...lines.values()].map((line) =>
        line
          .sort((a, b) => a.x - b.x)
          .map((word) => word.text)
          .join(' '),
      );
      const expected = model.tables.flatMap((table) =>
        table.rows
          .map((row) =>
            row
              .filter(
                (cell, at) =>
                  /^-?\d+\.\d+$/.test(cell ?? '') &&
                  tableDefinition(model.layout, table.id)?.columns[at]?.kind !== 'words',
              )
              .join(' '),
          )
          .filter((row) => row !== ''),
      );
      const rest = [...printed];
      const lost = expected.filter((row) => {
        const at = rest.indexOf(row);
        if (at >= 0) rest.splice(at, 1);
        return at < 0;
      });
      expect(lost).toEqual([]);
      expect(expected.length).toBeGreaterThan(120);
    });
  }
});

describe.skipIf(!has('soffice'))('LibreOffice opens what is written', () => {
  const office = (file: string, to: string) => {
    const out = mkdtempSync(join(folder, 'out-'));
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        to,
        '--outdir',
        out,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    return new Uint8Array(readFileSync(join(out, `in.${to}`)));
  };
  const put = (format: string, bytes: Uint8Array) => {
    const file = join(folder, `in.${format}`);
    writeFileSync(file, bytes);
    return file;
  };
  /** LibreOffice prints no glyph for a blank between Chinese and Latin letters, so a PDF of its making cannot show it. */
  const solid = (model: Disclosure) =>
    JSON.parse(
      JSON.stringify(model, (_, value) => (typeof value === 'string' ? value.replace(/\s+/g, '') : value)),
    );

  for (const name of ['hebei-fao-2024', 'shanxi-fao-2024'] as const) {
    for (const format of ['docx', 'xlsx'] as const) {
      test(`${name}: ${format} saved again by LibreOffice reads as the same model`, {
        timeout: 180_000,
      }, async () => {
        const { model } = await readFixture(name);
        const write = writers[format];
        if (write === undefined) throw new Error(format);
        const again = await readBytes(office(put(format, await write(model)), format));
        expect(again.model).toEqual(model);
      });
    }

    test(`${name}: the PDF LibreOffice makes of the Word file reads as the same model but for blanks`, {
      timeout: 180_000,
    }, async () => {
      const { model } = await readFixture(name);
      const again = await readBytes(office(put('docx', await writeDocx(disclosureDocument(model))), 'pdf'));
      expect(solid(again.model)).toEqual(solid(model));
    });
  }
});
