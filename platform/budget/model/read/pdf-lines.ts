import type { PDFPageProxy } from 'pdfjs-dist';
import { Findings } from './finding.ts';
import { type Line, withProgress } from './line.ts';
import { flowOf } from './pdf-flow.ts';
import { openEnd, type PageText } from './pdf-page.ts';
import { rulesOf } from './pdf-rules.ts';
import type { Opened, ReadOptions } from './opened.ts';
import { opensSomething } from './titles.ts';
import { withoutRadicals } from '@zhitongche/formats';
import { isPageNumber } from './words.ts';

/** Opens a PDF: ruled tables are rebuilt from their drawn lines, everything else is prose in reading order. */
export async function openPdf(bytes: Uint8Array, options: ReadOptions): Promise<Opened> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const findings = new Findings();
  let lines: readonly Line[];
  // pdf.js keeps the buffer it is given; the caller's bytes stay untouched.
  const task = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
    ...(options.cMapUrl !== undefined && { cMapUrl: options.cMapUrl, cMapPacked: true }),
  });
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      pages.push(await readPage(page, number));
      page.cleanup();
      await options.onProgress?.({ step: 'open', share: number / document.numPages });
    }
    const empty = pages.filter((page) => page.items.length === 0);
    for (const page of empty) {
      findings.add(
        'unread',
        { page: page.number },
        {
          subject: `第${page.number}页`,
          message: '这一页没有文字层，可能是扫描件，未读入。',
          en: 'This page has no text layer; it may be a scan and was not read.',
          advice: '请先做文字识别，或从原始电子文件导出。',
        },
      );
    }
    lines = flowOf(pages, findings);
  } catch (error) {
    return {
      ok: false,
      message: 'PDF 打不开，文件损坏或有密码。',
      en: `The PDF cannot be opened: ${error instanceof Error ? error.message : 'damaged'}`,
    };
  } finally {
    await task.destroy();
  }
  return { ok: true, lines: withProgress(joinParagraphs(lines)), encoding: null, findings };
}

async function readPage(page: PDFPageProxy, number: number): Promise<PageText> {
  const [, bottom = 0, width = 0, top = 0] = page.view;
  const { items } = await page.getTextContent();
  const printed = items.flatMap((item) => {
    // pdf.js reports a gap between words as a blank without height; a printed blank has one.
    if (!('str' in item) || item.str === '' || (item.str.trim() === '' && item.height === 0)) return [];
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
    return [
      { text: withoutRadicals(item.str), x, y, width: item.width, size: Math.hypot(a, b) || item.height },
    ];
  });
  return {
    number,
    width,
    height: top - bottom,
    items: printed,
    rules: rulesOf(await page.getOperatorList()),
  };
}

/** A paragraph that ran to the end of its page goes on where the next page begins at the margin. */
function joinParagraphs(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let open: number | null = null;
  for (const line of lines) {
    const text = line.cells[0] ?? '';
    if (line.row) {
      joined.push(line);
      open = null;
      continue;
    }
    const before: Line | undefined = open === null ? undefined : joined[open];
    const own = text.replaceAll(openEnd, '');
    if (open !== null && before !== undefined && text.startsWith(openEnd) && !opensSomething(own)) {
      joined[open] = { ...before, cells: [`${before.cells[0] ?? ''}${own}`] };
    } else joined.push({ ...line, cells: [own] });
    // A page number stands between the two halves and does not end the paragraph.
    if (text.endsWith(openEnd))
      open = text.startsWith(openEnd) && before !== undefined ? open : joined.length - 1;
    else if (!isPageNumber(own)) open = null;
  }
  return joined;
}
