import { dayInChinese, type PaperDoc } from '@zhitongche/base';
import { type MeasuredPage, measurePages, type Printed } from './measure.ts';

/** What one sheet of a paper holds, measured from the outside; lengths in millimetres. */
export interface Sheet {
  readonly landscape: boolean;
  /** Lines of text that are neither page number, checking strip, title, signature, date nor imprint. */
  readonly body: number;
  /** From the lowest line inside the type area to its foot. */
  readonly left: number;
  /** Where the outermost letters stand: from the upper edge of the sheet, and from the edge it is bound at. */
  readonly top: number;
  readonly bound: number;
  /** Type sizes inside the type area, in points, to the next half. */
  readonly sizes: readonly number[];
}

/** A paper as a reader sees it. */
export interface SheetFacts {
  readonly sheets: readonly Sheet[];
  /** Dates that begin on one line and end on the next, as printed. */
  readonly brokenDates: readonly string[];
  /** Widest extra space between two Chinese characters of a line, as a share of their size. */
  readonly widestGap: number;
}

/** Foot of the type area (GB/T 9704-2012 §5.2.1) on an upright sheet and on one that lies on its side. */
const FOOT = { upright: 37 + 225, side: 27 + 156 };
const isSide = (page: MeasuredPage): boolean => page.width > page.height;
const footOf = (page: MeasuredPage): number => (isSide(page) ? FOOT.side : FOOT.upright);
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Measures every sheet of a finished paper; the document tells which lines are its body. */
export function sheetFacts(pdf: Uint8Array, doc: PaperDoc): SheetFacts {
  const pages = measurePages(pdf);
  const apart = notBody(doc);
  return {
    sheets: pages.map((page, index) => sheetOf(page, index + 1, apart)),
    brokenDates: pages.flatMap((page) => datesBroken(page.lines)),
    widestGap: Math.max(0, ...pages.map(gapOf)),
  };
}

/** Texts of a paper that do not make a sheet worth turning over. */
function notBody(doc: PaperDoc): ReadonlySet<string> {
  const texts = doc.blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'redHead':
        return [block.office];
      case 'title':
        return block.lines;
      case 'attachment':
        return [`附件${block.number ?? ''}`, ...block.title];
      case 'signature':
        return [...block.offices, dayInChinese(block.date)];
      case 'imprint':
        return [block.printer, `${dayInChinese(block.printedOn)}印发`, ...(block.copiesTo ?? [])];
      default:
        return [];
    }
  });
  return new Set(texts.map(squeezed));
}

/** An upright sheet is bound at its left when its number is odd; one on its side at its top, or at its foot. */
function boundOf(page: MeasuredPage, number: number, lines: readonly Printed[]): number {
  const odd = number % 2 === 1;
  if (isSide(page)) {
    return odd
      ? Math.min(...lines.map(({ top }) => top))
      : page.height - Math.max(...lines.map(({ bottom }) => bottom));
  }
  return odd
    ? Math.min(...lines.map(({ left }) => left))
    : page.width - Math.max(...lines.map(({ right }) => right));
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

function sheetOf(page: MeasuredPage, number: number, apart: ReadonlySet<string>): Sheet {
  const foot = footOf(page);
  const inside = page.lines.filter((line) => (line.top + line.bottom) / 2 < foot);
  const body = inside.filter((line) => isBody(squeezed(line.text), apart));
  const lowest = Math.max(0, ...inside.map((line) => line.bottom));
  // The page number of a sheet on its side stands beside the type area.
  const area = inside.filter((line) => !isSide(page) || line.left > 33);
  return {
    landscape: isSide(page),
    body: body.length,
    left: tenth(foot - lowest),
    top: tenth(Math.min(...area.map(({ top }) => top))),
    bound: tenth(boundOf(page, number, area)),
    sizes: [...new Set(area.map(({ size }) => Math.round(size * 2) / 2))].toSorted((a, b) => b - a),
  };
}

function isBody(text: string, apart: ReadonlySet<string>): boolean {
  if (/^(查验码|查验网址|扫描二维码|抄送)|^—\d+—$|^—$|^\d$/.test(text)) return false;
  return ![...apart].some((known) => known === text || (text.length > 3 && known.includes(text)));
}

const DATE = /\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{4}-\d{2}-\d{2}/g;

function datesBroken(lines: readonly Printed[]): string[] {
  return lines.flatMap((line) => {
    const next = below(line, lines);
    if (!next) return [];
    const end = squeezed(line.text);
    const both = end + squeezed(next.text);
    return [...both.matchAll(DATE)]
      .filter(({ index, 0: date }) => index < end.length && index + date.length > end.length)
      .map(({ 0: date }) => date);
  });
}

/** The line directly under another one in the same column. */
function below(line: Printed, lines: readonly Printed[]): Printed | undefined {
  const height = line.bottom - line.top;
  return lines
    .filter((each) => each.top > line.bottom - height / 2 && each.top < line.bottom + 1.2 * height)
    .filter((each) => Math.min(each.right, line.right) > Math.max(each.left, line.left))
    .filter((each) => Math.abs(each.left - line.left) < 12)
    .toSorted((a, b) => a.top - b.top)[0];
}

const HAN_WORD = /^\p{Script=Han}{2,}$/u;
const HAN_END = /\p{Script=Han}$/u;
const HAN_START = /^\p{Script=Han}/u;

function gapOf(page: MeasuredPage): number {
  let widest = 0;
  const em = (size: number): number => (size * 25.4) / 72;
  // Lines of tables are never drawn to both edges.
  const words = page.words.filter((word) => word.size > 15);
  for (const [index, word] of words.entries()) {
    const count = [...word.text].length;
    if (HAN_WORD.test(word.text)) {
      const pitch = (word.right - word.left - em(word.size)) / (count - 1);
      widest = Math.max(widest, pitch / em(word.size) - 1);
    }
    const next = words[index + 1];
    const near = next && Math.abs(next.top - word.top) < 0.5 && next.left > word.right;
    if (near && HAN_END.test(word.text) && HAN_START.test(next.text)) {
      const gap = (next.left - word.right) / em(word.size);
      // More than two characters apart are two cells of a table, not one line.
      if (gap < 2) widest = Math.max(widest, gap);
    }
  }
  return Math.round(widest * 100) / 100;
}
