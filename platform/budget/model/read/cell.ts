import { schemeOf } from '../codes/classification.ts';
import type { Column, TableDefinition } from '../layout/definition.ts';
import { type Figure, readFigure } from '../money/figure.ts';
import { plainSigns, unmarkedNumber, unmarkedWords } from '../print/signs.ts';
import type { Findings } from './finding.ts';
import { cellPlace, type Line } from './line.ts';
import { noteMarks } from './marks.ts';
import { closed } from './tokens.ts';
import { tidy } from './words.ts';

/** Reads one body cell as its column's kind demands; what does not fit becomes blank and is listed. */
export function readCell(
  definition: TableDefinition,
  column: Column,
  raw: string,
  line: Line,
  at: number,
  findings: Findings,
): Figure {
  const subject = `${definition.title}·${column.label}`;
  const note = (kind: 'unread' | 'doubtful' | 'cleaned', message: string, en: string) =>
    findings.add(kind, cellPlace(line, at), {
      subject,
      owner: definition.id,
      field: column.key,
      raw,
      message,
      en,
    });
  const marked = (marks: string | undefined) =>
    noteMarks(marks, { place: cellPlace(line, at), subject, owner: definition.id, raw }, findings);
  if (column.kind === 'words') {
    const words = unmarkedWords(raw);
    marked(words.marks);
    return readWords(words.text, line.ragged, note);
  }
  if (column.kind === 'code') {
    const code = unmarkedNumber(raw);
    marked(code.marks);
    return readCode(definition, code.text, note);
  }
  const reading = readFigure(raw);
  if (!reading.ok) {
    note('unread', `${reading.reason}，此格未读入。`, 'Not a number; the cell was not read.');
    return null;
  }
  if (reading.cleaned) note('cleaned', '数字中夹有空格，已去除。', 'Blanks inside the number were removed.');
  marked(reading.marks);
  if (column.kind === 'seq' && reading.figure !== null && !/^\d{1,4}$/.test(reading.figure)) {
    note('unread', '序号不是整数，此格未读入。', 'The running number is not whole; the cell was not read.');
    return null;
  }
  return reading.figure;
}

/** Words that stand behind something: what stood before them is gone. Their cell was named when it was read. */
export const TORN = /^[、，。；：]/;

type Note = (kind: 'unread' | 'doubtful' | 'cleaned', message: string, en: string) => void;

function readWords(raw: string, scanned: boolean, note: Note): Figure {
  const text = tidy(raw);
  if (text === '') return null;
  if (/^-?[\d,.]+\.\d+$/.test(plainSigns(text)) || text.includes('\ufffd')) {
    note(
      'unread',
      '此处应为文字，印的却是数字或乱码，未读入。',
      'Words were expected here; the cell was not read.',
    );
    return null;
  }
  if (/^-?[\d,]+%?$/.test(plainSigns(text)))
    note(
      'doubtful',
      '此处应为文字，印的却是数字，可能串行、错列。',
      'A number stands where words were expected; rows or columns may be mixed up.',
    );
  if (TORN.test(text))
    note(
      'doubtful',
      '文字以标点开头，前面可能缺了编号或字。',
      'The words begin with a mark; something before it may be lost.',
    );
  // Offices spread the word for a sum over its cell ("合 计"); the blanks say nothing.
  const word = text.replace(/\s+/g, '');
  if (/^[\u4e00-\u9fff（）()]{0,40}[合小总]计$/.test(word)) return word;
  if (!scanned || closed(text) === text) return text;
  note('cleaned', '文字中夹有空格，已去除。', 'Blanks between characters were removed.');
  return closed(text);
}

function readCode(definition: TableDefinition, raw: string, note: Note): Figure {
  const text = raw.replace(/\s+/g, '');
  if (text === '') return null;
  // Some layouts print 合计 across the code and name columns; it is the row's name, kept where it is printed.
  if (text === '合计') return text;
  const fits =
    definition.scheme === undefined ? /^\d{3,9}$/.test(text) : schemeOf(text) === definition.scheme;
  if (!fits) {
    note(
      'unread',
      '不是本表所用的科目编码，未读入。',
      'Not a code of the classification this table uses; not read.',
    );
    return null;
  }
  return text;
}
