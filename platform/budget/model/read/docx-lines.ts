import { Findings } from './finding.ts';
import { type Line, withProgress } from './line.ts';
import type { Opened } from './opened.ts';
import { readXml, officeParts, partText, tooLarge } from '@zhitongche/formats';

interface OpenCell {
  paragraphs: string[];
  span: number;
  continued: boolean;
}

interface OpenTable {
  readonly number: number;
  rows: number;
  cells: OpenCell[];
}

/** Opens a Word file: paragraphs and table rows in order, merged cells spread out with their words in the first. */
export function openDocx(bytes: Uint8Array): Opened {
  const files = officeParts(bytes, (name) => /^word\/(?:document|footnotes|endnotes)\.xml$/.test(name));
  if (files === 'too-large') return tooLarge('Word');
  const xml = typeof files === 'string' ? null : partText(files, 'word/document.xml');
  if (xml === null) {
    return {
      ok: false,
      message: 'Word 文件损坏，解不开。',
      en: 'The Word file is damaged and cannot be unpacked.',
    };
  }
  const findings = new Findings();
  const reader = new WordReader();
  const problem = readXml(xml, reader);
  if (problem !== null) {
    findings.add(
      'doubtful',
      {},
      {
        subject: 'Word 文件结构',
        raw: problem,
        message: '文件内部结构有损坏，损坏处之后的内容可能缺失。',
        en: 'The file is not well-formed; content after the damage may be missing.',
      },
    );
  }
  for (const [part, subject] of [
    ['word/footnotes.xml', '脚注'],
    ['word/endnotes.xml', '尾注'],
  ] as const)
    noteApart(typeof files === 'string' ? null : partText(files, part), subject, findings);
  return { ok: true, lines: withProgress(reader.lines), encoding: null, findings };
}

/** Notes at the foot of a page belong to no table; they are listed with their words, so that none is passed over. */
function noteApart(xml: string | null, subject: string, findings: Findings): void {
  if (xml === null) return;
  const reader = new WordReader();
  readXml(xml, reader);
  for (const { cells } of reader.lines)
    findings.add(
      'unread',
      {},
      { subject, raw: cells.join(' | '), message: `${subject}未读入。`, en: 'A note was not read.' },
    );
}

class WordReader {
  readonly lines: Line[] = [];
  #tables: OpenTable[] = [];
  #count = { tables: 0, paragraphs: 0 };
  #paragraph: string | null = null;
  #inText = false;
  #skipped = 0;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const table = this.#tables.at(-1);
    const cell = table?.cells.at(-1);
    // Text boxes come twice (drawing and its fallback), deletions and field codes are not printed.
    if (name === 'Fallback' || name === 'del' || name === 'instrText') this.#skipped += 1;
    if (this.#skipped > 0) return;
    if (name === 'tbl') {
      this.#count.tables += 1;
      this.#tables.push({ number: this.#count.tables, rows: 0, cells: [] });
    } else if (name === 'tr' && table !== undefined) table.cells = [];
    else if (name === 'tc') table?.cells.push({ paragraphs: [], span: 1, continued: false });
    else if (name === 'gridSpan' && cell !== undefined)
      cell.span = Math.max(1, Number(attributes['w:val']) || 1);
    else if (name === 'vMerge' && cell !== undefined) cell.continued = attributes['w:val'] !== 'restart';
    else if (name === 'gridBefore' && table !== undefined)
      table.cells.push({ paragraphs: [], span: Number(attributes['w:val']) || 1, continued: false });
    else if (name === 'p') this.#paragraph = '';
    else if (name === 't') this.#inText = true;
    else if (name === 'tab' && this.#paragraph !== null && this.#paragraph !== '') this.#paragraph += ' ';
    else if (name === 'br' && this.#paragraph !== null) this.#paragraph += '\n';
  };

  readonly text = (text: string): void => {
    if (this.#inText && this.#paragraph !== null && this.#skipped === 0) this.#paragraph += text;
  };

  readonly close = (name: string): void => {
    if (name === 'Fallback' || name === 'del' || name === 'instrText') this.#skipped -= 1;
    if (this.#skipped > 0) return;
    if (name === 't') this.#inText = false;
    else if (name === 'p') this.#endParagraph();
    else if (name === 'tr') this.#endRow();
    else if (name === 'tbl') this.#tables.pop();
  };

  #endParagraph(): void {
    const text = this.#paragraph ?? '';
    this.#paragraph = null;
    const cell = this.#tables.at(-1)?.cells.at(-1);
    if (cell !== undefined) cell.paragraphs.push(text);
    else {
      this.#count.paragraphs += 1;
      if (text.trim() !== '') this.#push({ paragraph: this.#count.paragraphs }, false, [text]);
    }
  }

  #endRow(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    table.rows += 1;
    const cells = table.cells.flatMap((cell) => [
      cell.continued ? '' : cell.paragraphs.join('\n').replace(/^\n+|\n+$/g, ''),
      ...Array.from({ length: Math.min(cell.span, 64) - 1 }, () => ''),
    ]);
    table.cells = [];
    const outer = this.#tables.at(-2)?.cells.at(-1);
    // A table inside a cell is part of that cell's words.
    if (outer !== undefined) outer.paragraphs.push(cells.join(' '));
    else this.#push({ table: table.number, row: table.rows }, true, cells);
  }

  #push(place: Line['place'], row: boolean, cells: string[]): void {
    this.lines.push({ place, row, cells, gap: 0, ragged: false, progress: 0 });
  }
}
