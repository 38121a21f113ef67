import type { Block, PaperDoc } from '@zhitongche/base';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { lineWith, measurePages, pdfFonts, redBox, withTool } from '../../test/measure.ts';
import { approval, fullPages, joint, notice, opinion } from '../../test/samples.ts';
import { type FontBook, loadFontBook } from '../font/font-book.ts';
import { typeset } from './typeset.ts';

let fonts: FontBook;

beforeAll(async () => {
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  fonts = book.value;
});

async function pdfOf(doc: PaperDoc): Promise<Uint8Array> {
  const result = await typeset(doc, fonts);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const paper = (...blocks: Block[]): PaperDoc => ({
  kind: 'test',
  name: '测试',
  issuer: '燕北省外办',
  issuedOn: '2026-11-05',
  blocks,
});

// Expected figures are those of GB/T 9704-2012 itself, not of the table the layout reads.
describe('a page by GB/T 9704-2012', () => {
  it('is A4 with a type area of 156 by 225 mm, 37 from the top and 28 from the binding edge', async () => {
    const [odd, even] = measurePages(await pdfOf(fullPages));
    expect(odd?.width).toBeCloseTo(210, 1);
    expect(odd?.height).toBeCloseTo(297, 1);
    const body = odd?.lines.slice(0, 22) ?? [];
    for (const line of body) {
      expect(Math.abs(line.left - 28)).toBeLessThan(0.1);
      expect(Math.abs(line.right - (28 + 156))).toBeLessThan(0.1);
    }
    // The em box stands in the middle of its line, 225/22 mm high.
    const half = 225 / 22 / 2;
    expect(middle(body[0]) - half).toBeCloseTo(37, 1);
    expect(middle(body[21]) + half).toBeCloseTo(37 + 225, 1);
    // Even pages are bound at the right.
    expect(even?.lines[0]?.left).toBeCloseTo(210 - 28 - 156, 1);
  });

  it('holds 22 lines of 28 characters of 16 pt', async () => {
    const pages = measurePages(await pdfOf(fullPages));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const body = page.lines.filter((line) => line.text.includes('国'));
      expect(body).toHaveLength(22);
      for (const line of body) {
        expect([...line.text]).toHaveLength(28);
        expect(line.size).toBeCloseTo(16, 2);
      }
    }
  });

  it('numbers its pages in 14 pt between dashes, 7 mm below the type area, outside', async () => {
    const [odd, even] = measurePages(await pdfOf(fullPages));
    const one = lineWith(odd, '— 1 —');
    expect(one.size).toBeCloseTo(14, 1);
    // The dash lies at the middle of the character.
    expect(middle(one)).toBeCloseTo(37 + 225 + 7, 0);
    expect(one.right).toBeCloseTo(28 + 156 - (14 * 25.4) / 72, 1);
    expect(lineWith(even, '— 2 —').left).toBeCloseTo(26 + (14 * 25.4) / 72, 1);
  });
});

describe('an approval in the ordinary form', () => {
  it('has the mark 35 mm below the top of the type area, the number, and the rule 4 mm below it', async () => {
    const [first] = measurePages(await pdfOf(approval));
    const mark = lineWith(first, '燕北省人民政府外事办公室');
    expect(mark.top).toBeCloseTo(37 + 35, 0);
    expect(middleAcross(mark)).toBeCloseTo(28 + 78, 0);
    const number = lineWith(first, '燕外出字〔2026〕15号');
    expect(number.size).toBeCloseTo(16, 1);
    expect(middleAcross(number)).toBeCloseTo(28 + 78, 0);
    const rule = redBox(await pdfOf(approval), 1, number.bottom, number.bottom + 20);
    expect((rule?.top ?? 0) - number.bottom).toBeCloseTo(4, 0);
    expect(rule?.left).toBeCloseTo(28, 0);
    expect(rule?.right).toBeCloseTo(28 + 156, 0);
  });

  it('sets the title in 22 pt, centred, broken where the writer broke it', async () => {
    const [first] = measurePages(await pdfOf(approval));
    const title = lineWith(first, '关于李喆等6人赴德国、法国和匈牙利');
    expect(title.size).toBeCloseTo(22, 1);
    expect(middleAcross(title)).toBeCloseTo(28 + 78, 0);
    expect(lineWith(first, '执行访问任务的批件').top).toBeGreaterThan(title.bottom);
  });

  it('ends the date four characters from the right, the office centred on it, with text on the same sheet', async () => {
    const pages = measurePages(await pdfOf(approval));
    const sheet = pages.find((page) => page.lines.some((line) => line.text === '2026年11月5日'));
    const date = lineWith(sheet, '2026年11月5日');
    const right = sheet === pages[0] ? 28 + 156 : 26 + 156;
    expect(right - date.right).toBeCloseTo((4 * 156) / 28, 0);
    const offices = sheet?.lines.filter((line) => line.text === '燕北省人民政府外事办公室') ?? [];
    expect(middleAcross(offices.at(-1))).toBeCloseTo(middleAcross(date), 0);
    expect(sheet?.lines.some((line) => line.text.includes('提交出访报告'))).toBe(true);
  });

  it('lays its list on its side and repeats the header on every sheet of it', async () => {
    const pages = measurePages(await pdfOf(approval)).filter((page) => page.width > page.height);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.lines.some((line) => line.text.includes('出生日期'))).toBe(true);
    const rows = pages.flatMap((page) => page.words).filter((word) => /^19\d\d-\d\d-15$/.test(word.text));
    expect(rows).toHaveLength(30);
  });

  it('can be read back as text with number, members and dates', async () => {
    const text = withTool(await pdfOf(approval), 'pdftotext', ['-layout', '%', '-']).toString();
    for (const said of [
      '燕外出字〔2026〕15号',
      '2026年12月1日至12月10日',
      '孙䶮',
      '周㛃',
      '吴𬭎',
      '7K3D-Q9FM-2XTH',
    ]) {
      expect(text).toContain(said);
    }
  });
});

describe('a notice in the letter form', () => {
  it('has its mark 30 mm from the top of the page, the number at the right, no number on the first page', async () => {
    const [first] = measurePages(await pdfOf(notice));
    expect(lineWith(first, '燕北省人民政府外事办公室').top).toBeCloseTo(30, 1);
    expect(lineWith(first, '燕外通字〔2026〕8号').right).toBeCloseTo(28 + 156, 0);
    expect(first?.lines.some((line) => line.text.includes('—'))).toBe(false);
  });

  it('has rules 170 mm wide, 4 mm under the mark and 20 mm above the foot of the page', async () => {
    const pdf = await pdfOf(notice);
    const mark = lineWith(measurePages(pdf)[0], '燕北省人民政府外事办公室');
    const [upper, lower] = [redBox(pdf, 1, mark.bottom + 1, 60), redBox(pdf, 1, 200, 297)];
    for (const rule of [upper, lower]) {
      expect((rule?.right ?? 0) - (rule?.left ?? 0)).toBeCloseTo(170, 0);
      expect(middleAcross(rule)).toBeCloseTo(28 + 78, 0);
    }
    expect((upper?.top ?? 0) - mark.bottom).toBeCloseTo(4, 0);
    expect(297 - (lower?.bottom ?? 0)).toBeCloseTo(20, 0);
  });
});

describe('a sealed paper', () => {
  it('bears the seal in its own size, upright and centred on the date, a little above it', async () => {
    const pdf = await pdfOf(joint);
    const [first] = measurePages(pdf);
    const date = lineWith(first, '2026年11月5日');
    const mark = redBox(pdf, 1, lineWith(first, '请遵照执行').bottom, 260);
    expect((mark?.right ?? 0) - (mark?.left ?? 0)).toBeCloseTo(42, 0);
    expect((mark?.bottom ?? 0) - (mark?.top ?? 0)).toBeCloseTo(42, 0);
    expect(middleAcross(mark)).toBeCloseTo(middleAcross(date), 0);
    const signatures = (lineWith(first, '燕北省财政厅').top + date.bottom) / 2;
    expect(middle(mark)).toBeLessThan(signatures);
    // §7.3.5.1: its top lies within one line of the text above.
    expect((mark?.top ?? 0) - lineWith(first, '请遵照执行').bottom).toBeLessThan(225 / 22);
  });

  it('stays archival and sound', async () => {
    expect(withTool(await pdfOf(joint), 'qpdf', ['--check', '%']).toString()).toContain(
      'No syntax or stream encoding',
    );
  });
});

describe('a paper read aloud', () => {
  it('has its name, its language and the order of its parts', async () => {
    const pdf = await pdfOf(notice);
    const about = withTool(pdf, 'pdfinfo', ['%']).toString();
    expect(about).toMatch(/Title:\s+因公临时出国任务通知书 燕外通字〔2026〕8号/);
    expect(about).toMatch(/Tagged:\s+yes/);
    expect(withTool(pdf, 'qpdf', ['--json', '%']).toString()).toMatch(/"\/Lang": "u:zh-CN"/);
    const parts = withTool(pdf, 'pdfinfo', ['-struct-text', '%']).toString();
    const order = [
      'H1',
      '因公临时出国任务通知书',
      'H2',
      '一、批准事项',
      'H3',
      '（一）时间与路线',
      'P \\(block\\)',
    ];
    expect(parts).toMatch(new RegExp(order.join('[^]*')));
  });

  it('has the header cells of its lists as such', async () => {
    expect(withTool(await pdfOf(approval), 'pdfinfo', ['-struct', '%']).toString()).toMatch(
      /Table \(block\)[^]*THead[^]*TH\b[^]*TBody[^]*TD\b/,
    );
  });

  it('says what each of its pictures is', async () => {
    const texts = withTool(await pdfOf(notice), 'qpdf', ['--json', '%'])
      .toString()
      .match(/"\/Alt": "u:[^"]+"/g);
    expect(texts?.join()).toMatch(/查验二维码.*7K3D-Q9FM-2XTH|7K3D-Q9FM-2XTH.*查验二维码/);
    const sealed = withTool(await pdfOf(joint), 'qpdf', ['--json', '%']).toString();
    expect(sealed).toMatch(/"\/Alt": "u:印章"/);
  });
});

describe('every paper', () => {
  it.each([approval, notice, opinion])(
    '$kind embeds each font as a subset that maps back to Unicode',
    async (doc) => {
      const embedded = pdfFonts(await pdfOf(doc));
      expect(embedded.length).toBeGreaterThan(0);
      for (const font of embedded) {
        expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
        expect(font.name).toMatch(/^[A-Z]{6}\+(?:Noto|LXGW)/);
      }
    },
  );

  it.each([approval, notice, opinion])('$kind is a sound PDF that claims PDF/A-2a', async (doc) => {
    const pdf = await pdfOf(doc);
    expect(withTool(pdf, 'qpdf', ['--check', '%']).toString()).toContain(
      'No syntax or stream encoding errors found',
    );
    expect(withTool(pdf, 'pdfinfo', ['-meta', '%']).toString()).toMatch(
      /pdfaid:part>2<.*pdfaid:conformance>A</s,
    );
  });

  it('gives the same bytes again', { timeout: 120_000 }, async () => {
    expect(await pdfOf(approval)).toEqual(await pdfOf(approval));
    const other = await loadFontBook();
    if (!other.ok) throw new Error('fonts');
    const again = await typeset(approval, other.value);
    expect(again.ok && again.value).toEqual(await pdfOf(approval));
  });

  it('prints markup and commands of its writer as plain text', async () => {
    const text = '#panic("x") $x$ *粗* _斜_ `码` \\ @id <b> // 注释 #include "paper.typ"';
    const pdf = await pdfOf(paper({ kind: 'paragraph', text, align: 'left' }));
    const read = withTool(pdf, 'pdftotext', ['-raw', '%', '-']).toString().replace(/\s/g, '');
    expect(read).toContain(text.replace(/\s/g, ''));
  });

  it('keeps a word longer than its box inside it', async () => {
    const table = { kind: 'table', widths: [1, 1], rows: [['a'.repeat(200), '右']] } as const;
    const [page] = measurePages(await pdfOf(paper(table)));
    expect(
      Math.max(...(page?.words ?? []).filter((word) => word.text.includes('aaa')).map((word) => word.right)),
    ).toBeLessThan(28 + 78);
  });

  it('lets a box that outgrows a page go on overleaf', async () => {
    const table = { kind: 'table', widths: [1, 3], rows: [['长文', '国'.repeat(3000)]] } as const;
    const pdf = await pdfOf(paper(table));
    const read = withTool(pdf, 'pdftotext', ['-raw', '%', '-']).toString();
    expect([...read].filter((letter) => letter === '国')).toHaveLength(3000);
  });
});

describe('a paper that cannot be made is refused with all reasons at once', () => {
  it('names the character and code point that no font can draw, and where it stands', async () => {
    const result = await typeset(paper({ kind: 'paragraph', text: '张𡋤同志' }), fonts);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ code: 'paper.missing-glyph', at: ['blocks', 0, 'text'] }],
    });
    if (!result.ok) expect(result.problems[0]?.message).toContain('“𡋤”（U+212E4）');
  });

  it.each([
    ['a zero-width space', '张\u200b三', 'U+200B'],
    ['a variation selector', '葛\u{e0100}', 'U+E0100'],
    ['half a surrogate pair', '张\ud842', 'U+D842'],
    ['a control character', '张\u0007三', 'U+0007'],
    ['a direction override', '张\u202e三', 'U+202E'],
  ])('refuses %s rather than printing something else', async (_what, text, code) => {
    const result = await typeset(paper({ kind: 'title', lines: [text] }), fonts);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problems.map((problem) => problem.message).join()).toContain(code);
  });

  it('reports empty texts, impossible dates, bad numbers and misshapen tables together', async () => {
    const result = await typeset(
      paper(
        { kind: 'title', lines: [] },
        { kind: 'documentNumber', word: '燕', year: 26, sequence: 0 },
        { kind: 'signature', offices: ['外办'], date: '2026-02-30' },
        { kind: 'table', widths: [1, 1], rows: [['一', '二'], ['只有一格'], [{ text: '太宽', columns: 3 }]] },
        { kind: 'verification', url: 'javascript:alert(1)', code: '查验' },
      ),
      fonts,
    );
    expect(result.ok).toBe(false);
    const found = result.ok ? [] : result.problems.map((problem) => [problem.code, problem.at.join('.')]);
    expect(found).toEqual([
      ['paper.empty', 'blocks.0.lines.0'],
      ['paper.document-number', 'blocks.1'],
      ['paper.date', 'blocks.2.date'],
      ['paper.table-shape', 'blocks.3.rows.1'],
      ['paper.table-shape', 'blocks.3.rows.2'],
      ['paper.verification', 'blocks.4'],
    ]);
  });

  it('refuses ten million characters without laying them out', async () => {
    const result = await typeset(paper({ kind: 'paragraph', text: '国'.repeat(10_000_000) }), fonts);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'paper.too-long' }] });
  });

  it('is never answered by an exception, whatever is typed anywhere', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        text,
        text,
        text,
        fc.integer({ min: -2, max: 4 }),
        async (one, two, three, columns) => {
          const doc = paper(
            { kind: 'title', lines: [one] },
            { kind: 'particulars', items: [{ label: two, value: three }] },
            { kind: 'table', widths: [1, 2], rows: [[{ text: one, columns, foot: [two] }, three]] },
            { kind: 'signature', offices: [two], date: three },
            { kind: 'verification', url: one, code: two },
          );
          const result = await typeset({ ...doc, name: one, issuer: two, issuedOn: '2026-11-05' }, fonts);
          expect(result.ok || result.problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps strange names of a paper out of harm in the file properties', async () => {
    const pdf = await pdfOf({ ...approval, name: '<a>&\u0000(\\)〔〕\u{20000}', issuer: ')>>' });
    expect(withTool(pdf, 'qpdf', ['--check', '%']).toString()).toContain(
      'No syntax or stream encoding errors',
    );
    expect(withTool(pdf, 'pdfinfo', ['%']).toString()).toContain('〔〕');
  });

  it('says so when the seal is not a picture', async () => {
    const seal = { format: 'png', data: Buffer.from('no picture'), widthMm: 42, heightMm: 42 } as const;
    const result = await typeset(
      paper({ kind: 'signature', offices: ['燕北省外办'], date: '2026-11-05', seal }),
      fonts,
    );
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'paper.layout-failed' }] });
  });
});

function middle(line: { top: number; bottom: number } | undefined): number {
  return line ? (line.top + line.bottom) / 2 : Number.NaN;
}

function middleAcross(line: { left: number; right: number } | undefined): number {
  return line ? (line.left + line.right) / 2 : Number.NaN;
}
