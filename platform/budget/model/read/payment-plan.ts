import { planMonths } from '../model/goal-form.ts';
import type { PlanPoint } from '../model/disclosure.ts';
import { plainSigns, unmarkedNumber } from '../print/signs.ts';
import { cellPlace, type Line } from './line.ts';
import { noteMarks } from './marks.ts';
import type { Session } from './session.ts';
import { tidy } from './words.ts';

/** Columns that belong to each month of a payment plan; `sure` is false where the label is damaged and only its position tells. */
interface MonthColumns {
  readonly month: number;
  readonly from: number;
  readonly to: number;
  readonly sure: boolean;
  readonly printed: string;
}

const exact = /^(\d{1,2})\s*月底?$/;

/** The months a line names as headings of a payment plan, or null when it is not such a line. */
export function planMonthsOf(line: Line): MonthColumns[] | null {
  const cells = line.cells.map((cell) => unmarkedNumber(tidy(cell)).text);
  const found = cells.flatMap((cell, at) => {
    const month = Number(exact.exec(cell)?.[1] ?? Number.NaN);
    return planMonths.includes(month) ? [{ month, at }] : [];
  });
  if (found.length < 2) return null;
  const months = planMonths.map((month) => found.find((entry) => entry.month === month));
  if (months.every((entry) => entry !== undefined)) {
    return found.map(({ month, at }) => ({
      month,
      from: at,
      to: at + 1,
      sure: true,
      printed: cells[at] ?? '',
    }));
  }
  return byPosition(cells, found);
}

/** With June and October in place, whatever stands before June can only be March and whatever follows October December. */
function byPosition(
  cells: readonly string[],
  found: readonly { month: number; at: number }[],
): MonthColumns[] | null {
  const june = found.find((entry) => entry.month === 6)?.at;
  const october = found.find((entry) => entry.month === 10)?.at;
  if (june === undefined || october === undefined || june < 2 || october !== june + 1) return null;
  const last = cells.findLastIndex((cell) => cell !== '');
  const span = (month: number, from: number, to: number): MonthColumns => {
    const printed = cells
      .slice(from, to)
      .filter((cell) => cell !== '')
      .join(' | ');
    return { month, from, to, sure: exact.exec(printed)?.[1] === String(month), printed };
  };
  if (last <= october) return null;
  return [
    span(3, 1, june),
    span(6, june, june + 1),
    span(10, october, october + 1),
    span(12, october + 1, last + 1),
  ];
}

/** Reads the cumulative percentages printed in the row under the months; a blank stays blank, and nothing says it must end at 100. */
export function readPlan(heading: Line, form: string, owner: string, session: Session): PlanPoint[] {
  const months = planMonthsOf(heading) ?? [];
  const subject = `${form}·资金支出计划`;
  for (const { month, from, sure, printed } of months) {
    if (sure) continue;
    session.findings.add('cleaned', cellPlace(heading, from), {
      subject,
      owner,
      raw: printed,
      message: `表头印作“${printed}”，按位置认作${month}月底。`,
      en: `The heading is damaged; by its position it was taken as the end of month ${month}.`,
    });
  }
  const line = session.cursor.peek();
  if (
    line?.row !== true ||
    planMonthsOf(line) !== null ||
    !/%|^\s*$/.test(plainSigns(line.cells.slice(1).join('')))
  ) {
    session.findings.add('unread', heading.place, {
      subject,
      owner,
      field: 'plan',
      message: '支出计划的百分比没有读到。',
      en: 'The percentages of the payment plan were not found.',
    });
    return months.map(({ month }) => ({ month, percent: null }));
  }
  session.cursor.next();
  const printed = line.cells
    .filter((cell) => cell.trim() !== '')
    .map((cell) => tidy(cell))
    .join(' | ');
  const columns = line.cells.length === heading.cells.length ? months : byOrder(line, months);
  if (columns === null) {
    return months.map(({ month }) => unreadPoint(month, line, 0, printed, subject, owner, session));
  }
  if (columns !== months) {
    session.findings.add('cleaned', line.place, {
      subject,
      owner,
      raw: printed,
      message: '百分比与表头列数不同，四个数按先后对应四个月份。',
      en: 'The row has another number of cells than its heading; four figures were taken for the four months in order.',
    });
  }
  const plan = columns.map((column) => readPoint(column, line, subject, owner, session));
  if (falls(plan)) {
    session.findings.add('doubtful', line.place, {
      subject,
      owner,
      raw: printed,
      message: '累计支出百分比前高后低，请核对月份。',
      en: 'The cumulative percentages fall; please check the months.',
    });
  }
  return plan;
}

/** When the cells do not line up with the heading, only as many figures as months can be told apart. */
function byOrder(line: Line, months: readonly MonthColumns[]): MonthColumns[] | null {
  const printed = line.cells.flatMap((cell, at) => (at > 0 && cell.trim() !== '' ? [at] : []));
  if (printed.length !== months.length) return null;
  return months.map((month, order) => ({
    ...month,
    from: printed[order] ?? 0,
    to: (printed[order] ?? 0) + 1,
  }));
}

function readPoint(
  column: MonthColumns,
  line: Line,
  subject: string,
  owner: string,
  session: Session,
): PlanPoint {
  const { month, from, to } = column;
  const cells = line.cells
    .slice(from, to)
    .map((cell) => tidy(cell))
    .filter((cell) => cell !== '');
  const raw = cells.join(' | ');
  if (cells.length === 0) return { month, percent: null };
  const { text, marks } = unmarkedNumber(raw);
  const percent = /^(\d{1,3}(?:\.\d+)?)%?$/.exec(text)?.[1];
  if (cells.length > 1 || percent === undefined || Number(percent) > 100)
    return unreadPoint(month, line, from, raw, subject, owner, session);
  noteMarks(
    marks,
    { place: cellPlace(line, from), subject: `${subject}·${month}月底`, owner, raw },
    session.findings,
  );
  return { month, percent };
}

function falls(plan: readonly PlanPoint[]): boolean {
  const printed = plan.flatMap(({ percent }) => (percent === null ? [] : [Number(percent)]));
  return printed.some((percent, index) => percent < (printed[index - 1] ?? 0));
}

function unreadPoint(
  month: number,
  line: Line,
  at: number,
  raw: string,
  subject: string,
  owner: string,
  session: Session,
): PlanPoint {
  session.findings.add('unread', cellPlace(line, at), {
    subject: `${subject}·${month}月底`,
    owner,
    field: 'plan',
    raw,
    message: '不是0到100之间的百分比，未读入。',
    en: 'Not a percentage from 0 to 100; not read.',
  });
  return { month, percent: null };
}
