import type { Block, PaperDoc } from '@zhitongche/base';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it, vi } from 'vitest';
import { paperOf, pdfOf } from '../../test/book.ts';
import { lineWith, measurePages } from '../../test/measure.ts';
import { sheetFacts } from '../../test/sheets.ts';

const OFFICE = '燕北省人民政府外事办公室';
const DAY = '2026-11-25';
const SENTENCE = '请按照批准的任务、路线和天数执行，不得擅自延长在外停留时间。';
const VERIFICATION: Block = {
  kind: 'verification',
  url: 'https://waiban.example.gov.cn/verify/3tYbq0c8G1mXw6Zr9uJk2LhPs5dNf7Aa',
  code: '7K3D-Q9FM-2XTH',
};
const head = (form: 'document' | 'letter'): readonly Block[] => [
  { kind: 'redHead', office: OFFICE, form },
  { kind: 'documentNumber', word: '燕外通字', year: 2026, sequence: 8 },
  { kind: 'title', lines: ['因公临时出国任务通知书'] },
  { kind: 'addressee', text: '岭西省人民政府外事办公室' },
];
const title: Block = { kind: 'title', lines: ['因公临时出国人员名单'] };
const tail: readonly Block[] = [{ kind: 'signature', offices: [OFFICE], date: DAY }, VERIFICATION];
const imprint: Block = { kind: 'imprint', copiesTo: ['燕北省财政厅'], printer: OFFICE, printedOn: DAY };

/** Body text of about so many lines, in paragraphs of at most seven. */
const words = (lines: number): readonly Block[] =>
  Array.from({ length: Math.ceil(lines / 7) }, (_, index) => ({
    kind: 'paragraph' as const,
    text: '国'.repeat(28 * Math.min(7, lines - 7 * index) - 9) + '末。',
  }));
const table = (rows: number, size: 'list' | 'form' = 'list'): Block => ({
  kind: 'table',
  size,
  widths: [1, 4, 6],
  header: [['序号', '事项', '需补正的内容']],
  rows: Array.from({ length: rows }, (_, index) => [`${index + 1}`, '邀请人职务', '请写明邀请人的职务。']),
});

/** A table of costs with their sum. */
const lines = (rows: number): Extract<Block, { kind: 'table' }> => ({
  kind: 'table',
  widths: [2, 3],
  header: [['费用', '金额']],
  rows: [...Array.from({ length: rows }, () => ['住宿费', '1.00']), ['合计', '1.00']],
});

/** Every shape a paper of ours takes, with a body of any length. */
const SHAPES: Readonly<Record<string, (length: number) => PaperDoc>> = {
  'an approval with copies and a list on its side': (length) =>
    paperOf([
      ...head('document'),
      ...words(length),
      { kind: 'attachmentList', items: ['因公临时出国人员名单'] },
      ...tail,
      { kind: 'attachment', title: ['因公临时出国人员名单'], orientation: 'landscape' },
      table(length),
      imprint,
    ]),
  'a letter of text': (length) => paperOf([...head('letter'), ...words(length), ...tail]),
  'a letter with a table and a last sentence': (length) =>
    paperOf([
      ...head('letter'),
      { kind: 'paragraph', text: SENTENCE },
      table(length),
      { kind: 'paragraph', text: SENTENCE },
      ...tail,
      imprint,
    ]),
  'a list on its side': (length) =>
    paperOf([title, { kind: 'paragraph', text: SENTENCE }, table(length), ...tail], {
      orientation: 'landscape',
    }),
  'a form that ends in a table': (length) =>
    paperOf([
      title,
      table(3, 'form'),
      { kind: 'heading', level: 2, text: '审核记录' },
      table(length),
      ...tail,
    ]),
};

/** Around the end of the first sheet of every shape, and some longer ones. */
const LENGTHS = [1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 23, 31];

describe.each(Object.entries(SHAPES))('%s', (_name, shape) => {
  it('has body text on every sheet, however long it is', { timeout: 120_000 }, async () => {
    const bare: string[] = [];
    for (const length of LENGTHS) {
      const doc = shape(length);
      const { sheets } = sheetFacts(await pdfOf(doc), doc);
      for (const [index, sheet] of sheets.entries())
        if (sheet.body === 0) bare.push(`${length} lines: sheet ${index + 1} of ${sheets.length}`);
    }
    expect(bare).toEqual([]);
  });
});

it('leaves no more room at the foot of a sheet than the signature and its seal need', {
  timeout: 120_000,
}, async () => {
  for (const length of LENGTHS.slice(1)) {
    const doc = paperOf([...head('letter'), { kind: 'paragraph', text: '国'.repeat(28 * length) }, ...tail]);
    const { sheets } = sheetFacts(await pdfOf(doc), doc);
    // Three lines for the seal, the name, the date.
    for (const sheet of sheets.slice(0, -1)) expect(sheet.left).toBeLessThan((5 * 225) / 22);
  }
});

it('never carries the sum of a table over to a sheet with fewer than two of its rows', {
  timeout: 120_000,
}, async () => {
  const sums: string[] = [];
  for (let rows = 1; rows < 30; rows += 1) {
    const doc = paperOf([title, { ...lines(rows), total: true }, ...tail]);
    const pages = measurePages(await pdfOf(doc));
    const page = pages.find((each) => each.words.some(({ text }) => text === '合计'));
    const above = page?.words.filter(({ text }) => text === '住宿费').length ?? 0;
    if (above < Math.min(2, rows)) sums.push(`${rows} rows: ${above} above the sum`);
  }
  expect(sums).toEqual([]);
});

it('never carries the last line of a paper alone to the sheet of the signature, be it of a digest', {
  timeout: 120_000,
}, async () => {
  const digest = 'aaddcb526a95780c573a1f602f9359451fba297b691e533fd9da44c46b5f355f';
  const alone: string[] = [];
  for (const length of LENGTHS)
    for (const ending of [`电子文本的SM3摘要为${digest}。`, '国'.repeat(100)]) {
      const doc = paperOf([
        ...head('letter'),
        ...words(length),
        { kind: 'paragraph', text: ending },
        ...tail,
      ]);
      const { sheets } = sheetFacts(await pdfOf(doc), doc);
      if (sheets.at(-1)?.body === 1) alone.push(`${length} lines and ${ending.slice(0, 4)}`);
    }
  expect(alone).toEqual([]);
});

it('lays a paper out once when its sheets are sound, and tries few layouts when they are not', async () => {
  const asked = vi.spyOn(NodeCompiler.prototype, 'query');
  const layoutsOf = async (doc: PaperDoc): Promise<number> => {
    asked.mockClear();
    await pdfOf(doc);
    return asked.mock.calls.length;
  };
  expect(await layoutsOf(paperOf([...head('letter'), ...words(5), ...tail]))).toBe(1);
  const most = [];
  for (const length of LENGTHS)
    most.push(await layoutsOf(paperOf([...head('document'), ...words(length), ...tail])));
  expect(Math.max(...most)).toBeLessThanOrEqual(4);
  asked.mockRestore();
});

describe('dates', () => {
  it('stand whole on one line wherever they fall', async () => {
    const lines = Array.from({ length: 28 }, (_, before) => ({
      kind: 'paragraph' as const,
      text: `${'国'.repeat(before)}于2026年11月25日至2026年12月5日前往，11月25日出境，2026年11月取得签证。`,
    }));
    const doc = paperOf(lines);
    expect(sheetFacts(await pdfOf(doc), doc).brokenDates).toEqual([]);
  });

  it('stand whole in every box of a table that has room for one', async () => {
    const rows = Array.from({ length: 12 }, (_, before) => [
      `${'国'.repeat(before)}2026年11月25日至2026年12月5日`,
      '2026-11-25',
      '2026年11月25日',
    ]);
    const doc = paperOf([{ kind: 'table', size: 'list', widths: [20, 12, 16], rows }]);
    expect(sheetFacts(await pdfOf(doc), doc).brokenDates).toEqual([]);
  });

  it('never run out of a box too narrow for them', async () => {
    const doc = paperOf([{ kind: 'table', widths: [1, 4], rows: [['2026年11月25日', '右']] }]);
    const [page] = measurePages(await pdfOf(doc));
    const inside = page?.words.filter((word) => /[年月日]/.test(word.text)) ?? [];
    expect(Math.max(...inside.map((word) => word.right))).toBeLessThan(28 + 156 / 5);
  });
});

it('draws no line apart around a digest, an address or a date', async () => {
  const digest = 'aaddcb526a95780c573a1f602f9359451fba297b691e533fd9da44c46b5f355f';
  const doc = paperOf(
    Array.from({ length: 28 }, (_, before) => '国'.repeat(before)).flatMap((lead) =>
      [
        `${lead}随函报送预算表格，电子文本的SM3摘要为${digest}。`,
        `${lead}详见https://waiban.example.gov.cn/notices/2026/11/25/3tYbq0c8G1mX。`,
        `经审核，同意${lead}于2026年11月25日至2026年12月5日前往匈牙利。`,
      ].map((text) => ({ kind: 'paragraph' as const, text })),
    ),
  );
  // Full lines of the shipped faces stand within a twentieth of their size.
  expect(sheetFacts(await pdfOf(doc), doc).widestGap).toBeLessThan(0.1);
});

describe('a list on its side', () => {
  const doc = paperOf([
    { kind: 'paragraph', text: SENTENCE },
    ...[1, 2].flatMap((number): Block[] => [
      { kind: 'attachment', number, title: ['名单'], orientation: 'landscape' },
      table(3),
    ]),
  ]);

  it('has its page number where the bound sheet has it: at the left edge, turned, outside (GB/T 9704-2012 §8)', async () => {
    const [, even, odd] = measurePages(await pdfOf(doc));
    const number = (page: typeof even) => page?.words.filter(({ right }) => right < 33) ?? [];
    for (const [page, digit] of [
      [even, '2'],
      [odd, '3'],
    ] as const) {
      expect(
        number(page)
          .map(({ text }) => text)
          .join(''),
      ).toContain(digit);
      // Its dash lies 7 mm outside the foot of the type area, which is 35 mm from the edge.
      for (const word of number(page)) expect(middleAcross(word)).toBeCloseTo(35 - 7, 0);
    }
    const em = (14 * 25.4) / 72;
    expect(Math.min(...number(even).map(({ top }) => top))).toBeCloseTo(26 + em, 0);
    expect(Math.max(...number(odd).map(({ bottom }) => bottom))).toBeCloseTo(28 + 156 - em, 0);
  });

  it('is bound 28 mm (a millimetre more or less) from either side of the sheet', async () => {
    for (const page of measurePages(await pdfOf(doc)).slice(1)) {
      const top = Math.min(...page.lines.filter((line) => line.left > 33).map((line) => line.top));
      expect(Math.abs(top - 28)).toBeLessThan(4);
    }
  });
});

describe('the imprint', () => {
  it('ends with the foot of the type area of the last sheet', async () => {
    const doc = paperOf([...head('document'), ...words(3), ...tail, imprint]);
    const page = measurePages(await pdfOf(doc)).at(-1);
    const printed = lineWith(page, '2026年11月25日印发');
    expect(printed.size).toBeCloseTo(14, 0);
    expect(37 + 225 - printed.bottom).toBeLessThan(3);
    expect(lineWith(page, '抄送：').bottom).toBeLessThan(printed.top);
  });

  it('of a letter names only who else gets it (GB/T 9704-2012 §10.1)', async () => {
    const doc = paperOf([...head('letter'), ...words(3), ...tail, imprint]);
    const [page] = measurePages(await pdfOf(doc));
    expect(37 + 225 - lineWith(page, '燕北省财政厅。').bottom).toBeLessThan(3);
    expect(page?.lines.some((line) => line.text.includes('印发'))).toBe(false);
  });
});

function middleAcross(line: { left: number; right: number }): number {
  return (line.left + line.right) / 2;
}
