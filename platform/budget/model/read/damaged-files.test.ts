import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import { readFixture } from '../testing.ts';
import { disclosureDocument } from '../write/build.ts';
import { writeDocx } from '../write/docx.ts';
import { writePdf } from '../write/pdf.ts';
import { writeXlsx } from '../write/xlsx.ts';
import { readDisclosure } from './read.ts';

let model: Disclosure;
const files = new Map<string, Uint8Array>();
const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
);

// Beside other load reading so many files takes minutes, and being slow is no wrong number.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

beforeAll(async () => {
  model = (await readFixture('shijiazhuang-fao-2024')).model;
  const document = disclosureDocument(model);
  files.set('docx', await writeDocx(document));
  files.set('xlsx', writeXlsx(document));
  const pdf = writePdf(document, {
    files: [new Uint8Array(readFileSync(fontFile))],
    families: ['Noto Serif SC'],
  });
  if (!pdf.ok) throw new Error(pdf.detail);
  files.set('pdf', pdf.bytes);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

for (const format of ['docx', 'xlsx', 'pdf'] as const) {
  describe(`a damaged ${format}`, () => {
    test('cut short ends in findings', async () => {
      await fc.assert(
        fc.asyncProperty(share, async (end) => {
          const whole = files.get(format) ?? new Uint8Array();
          const reading = await readDisclosure({
            name: format,
            bytes: whole.slice(0, Math.floor(end * (whole.length - 1))),
          });
          expect(reading.findings.length).toBeGreaterThan(0);
        }),
        { numRuns: format === 'pdf' ? 15 : 60 },
      );
    });

    test('with single bytes changed never gives another model without a word', async () => {
      await fc.assert(
        fc.asyncProperty(share, fc.integer({ min: 1, max: 255 }), async (at, change) => {
          const bytes = (files.get(format) ?? new Uint8Array()).slice();
          const position = Math.floor(at * (bytes.length - 1));
          bytes[position] = (bytes[position] ?? 0) ^ change;
          const reading = await readDisclosure({ name: format, bytes });
          const figures = (own: Disclosure) =>
            JSON.stringify(
              own.projects.map((form) =>
                form.layout === 'payment-plan' ? [form.code, form.budget, form.fiscal, form.plan] : null,
              ),
            );
          const same = reading.ok && figures(reading.model) === figures(model);
          expect(
            same ||
              reading.findings.some((finding) => finding.kind !== 'ignored' && finding.subject !== '预算表'),
          ).toBe(true);
        }),
        { numRuns: format === 'pdf' ? 15 : 80 },
      );
    });
  });
}

describe('files that would fill the memory', () => {
  const sheetOf = (rows: number) =>
    `<worksheet><sheetData>${'<row><c t="inlineStr"><is><t>5755.85</t></is></c><c><v>1</v></c></row>'.repeat(rows)}</sheetData></worksheet>`;
  const workbook = (rows: number) =>
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': strToU8(sheetOf(rows)),
    });

  test('a workbook of two hundred thousand rows is read through, and its findings are counted instead of listed', async () => {
    // A call with that many arguments overflowed the stack.
    const reading = await readDisclosure({ name: 'rows', bytes: workbook(200_000) });
    expect(reading.ok && reading.model.tables).toEqual([]);
    expect(reading.findings.length).toBeLessThan(2100);
    expect(reading.findings.some(({ message }) => message.includes('另有198000处'))).toBe(true);
  });

  test('a small archive that unpacks to hundreds of megabytes is not unpacked', async () => {
    const bytes = workbook(1_000_000);
    expect(bytes.length).toBeLessThan(1_000_000);
    const reading = await readDisclosure({ name: 'bomb', bytes });
    expect(reading.ok).toBe(false);
    expect(reading.findings[0]?.message).toContain('解开后超过64MB');
  });
});
