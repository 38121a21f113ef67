import type { Indicator } from '../model/disclosure.ts';
import { asFirstLevel, asSecondLevel, indicator, type PrintedIndicator } from './indicators.ts';
import { cellPlace, type Line } from './line.ts';
import { passLoneLine } from './lone-line.ts';
import { noteTarget } from './marks.ts';
import { emptyMeta, isFurniture, passFurniture, proseOf, type Session, takeMeta } from './session.ts';
import { endsTable } from './titles.ts';
import { closed, join, tokensOf } from './tokens.ts';
import { labelKey, tidy } from './words.ts';

type Field = 'level1' | 'level2' | 'name' | 'description' | 'raw' | 'basis';

const labels: readonly (readonly [string, Field])[] = [
  ['一级指标', 'level1'],
  ['二级指标', 'level2'],
  ['三级指标', 'name'],
  ['绩效指标描述', 'description'],
  ['绩效指标', 'description'],
  ['指标描述', 'description'],
  ['指标值', 'raw'],
  ['指标值确定依据', 'basis'],
];

/** True for the row naming the columns of an indicator table. */
export function isIndicatorHeader(line: Line): boolean {
  const keys = tokensOf(line).map((token) => token.key);
  return ['一级指标', '二级指标', '三级指标', '指标值'].every((label) => keys.includes(label));
}

const namesSecondLevel = (line: Line) => line.cells.some((cell) => asSecondLevel(tidy(cell)) !== null);

/** Reads the indicator rows of Hebei's form up to the next heading; the header row is still to be taken. */
export function readIndicatorTable(form: string, owner: string, session: Session): Indicator[] {
  const { cursor, findings } = session;
  const header = cursor.next();
  if (header === undefined) return [];
  const fields = fieldsOf(header);
  const indicators: Indicator[] = [];
  let level2: string | null = null;
  for (let line = cursor.peek(); line !== undefined; line = cursor.peek()) {
    const prose = proseOf(line);
    if (line.starts || (prose !== null && endsTable(line, prose))) break;
    if (tokensOf(line).length === 0 || isIndicatorHeader(line)) cursor.next();
    else if (takeMeta(line, session, emptyMeta())) cursor.next();
    else if (!line.row) {
      if (isFurniture(line, session)) {
        cursor.next();
        passFurniture(line, `${form}·绩效指标`, owner, findings);
      } else if (!passLoneLine(line, `${form}·绩效指标`, owner, namesSecondLevel, session)) break;
    } else {
      cursor.next();
      const row = wholeRow(line, fields.length, session, form, owner);
      const read: PrintedIndicator | null =
        row === null ? null : readRow(row, fields, level2, form, owner, session);
      if (read === null) {
        findings.add('unread', line.place, {
          subject: `${form}·绩效指标`,
          owner,
          field: 'indicators',
          raw: line.cells.map((cell) => tidy(cell)).join(' | '),
          message: '这一行与指标表的栏目对不上，未读入。',
          en: 'The row does not fit the columns of the indicator table; it was not read.',
        });
        continue;
      }
      level2 = read.level2;
      const raw = read.raw ?? '';
      const column = row === null ? 0 : Math.max(0, fields.indexOf('raw'));
      noteTarget(
        { place: cellPlace(row ?? line, column), subject: `${form}·绩效指标·${read.name ?? ''}`, owner, raw },
        findings,
      );
      indicators.push(indicator(read, indicators.length + 1, '年度', session.year));
    }
  }
  return indicators;
}

/** The field of each column; a column without a label of its own continues the one on its left. */
function fieldsOf(header: Line): Field[] {
  let last = header.cells.findLastIndex((cell) => cell.trim() !== '');
  if (last < 0) last = 0;
  const fields: Field[] = [];
  for (const cell of header.cells.slice(0, last + 1)) {
    const named = labels.find(([label]) => label === labelKey(cell))?.[1];
    fields.push(named ?? fields.at(-1) ?? 'level1');
  }
  return fields;
}

function wholeRow(line: Line, width: number, session: Session, form: string, owner: string): Line | null {
  if (line.cells.length === width) return line;
  if (
    line.cells.slice(width).every((cell) => cell.trim() === '') &&
    (line.ragged || line.cells.length > width)
  )
    return line;
  const next = session.cursor.peek();
  if (line.ragged || next?.row !== true || next.gap < 1 || line.cells.length + next.cells.length !== width)
    return null;
  session.cursor.next();
  session.findings.add('cleaned', line.place, {
    subject: `${form}·绩效指标`,
    owner,
    raw: [...line.cells, ...next.cells].map((cell) => tidy(cell)).join(' | '),
    message: '一行被空段拆成两截，已按列数接合。',
    en: 'A row torn apart by an empty paragraph was joined; the cells add up to the heading.',
  });
  return { ...line, cells: [...line.cells, ...next.cells] };
}

function readRow(
  line: Line,
  fields: readonly Field[],
  above: string | null,
  form: string,
  owner: string,
  session: Session,
): PrintedIndicator | null {
  const text = (field: Field): string | null => {
    const at = fields.flatMap((own, column) =>
      own === field && tidy(line.cells[column] ?? '') !== '' ? [column] : [],
    );
    const joined = join(at.map((column) => tidy(line.cells[column] ?? '')));
    if (joined === null) return null;
    if (joined.how !== 'whole') {
      session.findings.add('doubtful', cellPlace(line, at[0] ?? 0), {
        subject: `${form}·绩效指标`,
        owner,
        raw: at.map((column) => tidy(line.cells[column] ?? '')).join(' | '),
        message: '一栏文字被拆在几个单元格里，接合后可能缺字。',
        en: 'One field was split over several cells; characters may be missing where they were joined.',
      });
    }
    return line.ragged && field !== 'basis' ? closed(joined.text) : joined.text;
  };
  const printed2 = text('level2');
  const level2 = printed2 === null ? above : asSecondLevel(printed2);
  const name = text('name');
  const raw = text('raw');
  if (level2 === null || name === null || raw === null) return null;
  const printed1 = text('level1');
  const level1Printed = printed1 === null ? null : asFirstLevel(printed1);
  if (printed1 !== null && level1Printed === null) {
    session.findings.add('unread', cellPlace(line, 0), {
      subject: `${form}·一级指标`,
      owner,
      field: 'indicators',
      raw: printed1,
      message: '一级指标认不出，已按二级指标归类。',
      en: 'The first-level label is not legible; it follows from the second level.',
    });
  }
  return { level1Printed, level2, name, description: text('description'), raw, basis: text('basis') };
}
