import type { LayoutId } from '../layout/definition.ts';
import type { MoneyUnit } from '../money/figure.ts';
import { plainSigns, unmarkedWords } from '../print/signs.ts';
import type { Findings } from './finding.ts';
import type { Cursor, Line, SourceLocation } from './line.ts';
import { comesBetween, isPageFurniture, isPageNumber, tidy } from './words.ts';

/** What is known about the document while it is being read. */
export interface Session {
  readonly cursor: Cursor;
  readonly findings: Findings;
  layout: LayoutId | null;
  department: { code: string | null; name: string | null };
  year: string | null;
}

/** What the small lines around a table title say. */
export interface Meta {
  unit: MoneyUnit | null;
  asOf: string | null;
  /** A unit of money as printed that is neither 万元 nor 元. */
  otherUnit: string | null;
}

/** Nothing said yet. */
export function emptyMeta(): Meta {
  return { unit: null, asOf: null, otherUnit: null };
}

/** A department printed with its budget code; a year is not a code. */
const named = /^(?!20\d\d年)(\d{3}(?:\d{3})?)\s*([\u4e00-\u9fff（）()]{4,40})$/;
const yearLine = /(?:预算)?年度[:：]\s*(20\d\d)/;
const dayLine = /截[止至]时间[:：]\s*(\d{4})[-年./](\d{1,2})[-月./](\d{1,2})/;

/** The words of a line that is prose: a paragraph, or a row in which a single cell is printed; null for a real row. */
export function proseOf(line: Line): string | null {
  const printed = line.cells.filter((cell) => cell.trim() !== '');
  if (!line.row) return line.cells[0] ?? '';
  return printed.length === 1 ? (printed[0] ?? null) : null;
}

/** Takes in a line of identity (department, year, unit, day) and says whether it was one. */
export function takeMeta(line: Line, session: Session, meta: Meta): boolean {
  const parts = line.inside === true ? [] : identityParts(line, session);
  for (const part of parts) take(part, session, meta);
  return parts.length > 0;
}

/** Whether a line says nothing but the identity of what stands under it, without taking it in. */
export function isIdentity(line: Line, session: Session): boolean {
  return identityParts(line, session).length > 0;
}

/** What a line of identity says, part by part; nothing when it is none. */
function identityParts(line: Line, session: Session): string[] {
  const printed = line.cells.map((cell) => unmarkedWords(tidy(cell)).text).filter((cell) => cell !== '');
  if (printed.length > 4) return [];
  const parts = printed.flatMap((cell) => cell.split(/\s+(?=(?:单位|预算年度|截止时间)[:：])/));
  return parts.every((part) => isMeta(part, session)) ? parts : [];
}

function isMeta(text: string, session: Session): boolean {
  const { name } = session.department;
  return (
    /^(?:部门(?:名称|\(单位\))?|编制单位|单位(?:名称)?|金额单位|预算年度|截[止至]时间):/.test(
      plainSigns(text).replace(/\s+/g, ''),
    ) ||
    /^\(?20\d\d\)?年?度?\)?$/.test(plainSigns(text).replace(/\s+/g, '')) ||
    /^(?:预算|部门)公开表\s*\d+$/.test(text) ||
    named.test(plainSigns(text)) ||
    (name !== null && text === name)
  );
}

function take(text: string, session: Session, meta: Meta): void {
  const plain = plainSigns(text).replace(/\s+/g, '');
  session.year ??= yearLine.exec(plain)?.[1] ?? null;
  const day = dayLine.exec(plain);
  if (day !== null)
    meta.asOf = [day[1] ?? '', (day[2] ?? '').padStart(2, '0'), (day[3] ?? '').padStart(2, '0')].join('-');
  const unit = /^(?:金额)?单位:(?:人民币)?([^,，]*元)$/.exec(plain)?.[1];
  if (unit === '万元' || unit === '元') meta.unit = unit;
  else if (unit !== undefined) meta.otherUnit = unit;
  const found = named.exec(plain);
  if (found !== null && session.department.name === null) {
    session.department = { code: found[1] ?? null, name: found[2] ?? null };
  }
  const labelled = /^(?:部门(?:名称|[（(]单位[）)])?|编制单位)\s*[:：]\s*(.+)$/.exec(text);
  if (labelled !== null) session.department.name ??= (labelled[1] ?? '').trim();
}

/** Whether a line belongs to the page: its number, or the name of the paper where rows go on below it. */
export function isFurniture(line: Line, session: Session): boolean {
  const prose = proseOf(line);
  if (line.inside === true && prose !== null && comesBetween(prose)) return true;
  if (prose === null || !isPageFurniture(prose)) return false;
  if (isPageNumber(prose)) return true;
  const below = [1, 2, 3, 4].map((distance) => session.cursor.peek(distance));
  const next = below.find(
    (own) => own !== undefined && !isPageFurniture(proseOf(own) ?? '-') && !isIdentity(own, session),
  );
  return next?.row === true && !next.starts;
}

/** Passes over a page number or running head and says so; between the cells of a row it may as well be the rest of one of them. */
export function passFurniture(line: Line, subject: string, owner: string, findings: Findings): void {
  const raw = line.cells.join('');
  const number = isPageNumber(raw);
  if (line.inside)
    findings.add('doubtful', line.place, {
      subject,
      owner,
      raw,
      message: `一行中间夹着单独成行的${number ? '数字，按页码' : '文字，按页眉、续表或单位'}略过；如是上一格的内容，请补上。`,
      en: `A lone line stands inside a row; it was skipped as a ${number ? 'page number' : 'running head'} and may be the rest of a cell.`,
    });
  else
    findings.add('ignored', line.place, {
      subject: number ? '页码' : '页眉',
      raw,
      message: `按${number ? '页码' : '页眉'}略过。`,
      en: `Skipped as a ${number ? 'page number' : 'running head'}.`,
    });
}

/** Says where no unit of money, or one that cannot be told, is printed over figures: they would be taken for 万元. */
export function noteUnit(
  meta: Meta,
  at: SourceLocation,
  subject: string,
  owner: string,
  session: Session,
): void {
  if (meta.otherUnit !== null)
    session.findings.add('unread', at, {
      subject: `${subject}·金额单位`,
      owner,
      raw: meta.otherUnit,
      message: `金额单位印的是“${meta.otherUnit}”，不是万元或元，请换算后填写并选定单位。`,
      en: 'The unit of money is neither 万元 nor 元; convert the figures before accepting them.',
    });
  else if (meta.unit === null)
    session.findings.add('missing', at, {
      subject: `${subject}·金额单位`,
      owner,
      message: '没有读到金额单位，核对时按万元计算。',
      en: 'No unit of money is printed; the figures are taken as 万元 in the checks.',
    });
}
