import { parseProjectCode, projectCodeProblem } from '../codes/project-code.ts';
import type { Indicator, PaymentPlanForm, PlanPoint } from '../model/disclosure.ts';
import { type Figure, readFigure } from '../money/figure.ts';
import { withoutMarks } from '../print/signs.ts';
import { isIndicatorHeader, readIndicatorTable } from './indicator-table.ts';
import { cellPlace, type Line, type SourceLocation } from './line.ts';
import { passLoneLine } from './lone-line.ts';
import { noteMarks } from './marks.ts';
import { planMonthsOf, readPlan } from './payment-plan.ts';
import {
  emptyMeta,
  isFurniture,
  noteUnit,
  passFurniture,
  proseOf,
  type Session,
  takeMeta,
} from './session.ts';
import { endsTable } from './titles.ts';
import { closed, join, type Token, tokensOf } from './tokens.ts';

interface Draft {
  code: string | null;
  name: string | null;
  budget: Figure;
  fiscal: Figure;
  other: Figure;
  purpose: string | null;
  plan: readonly PlanPoint[];
  goals: readonly string[];
  indicators: readonly Indicator[];
}

/** Reads a project form of Hebei's layout whose title line was just taken. */
export function readPaymentPlanForm(
  title: { no: string | null; name: string },
  at: SourceLocation,
  owner: string,
  session: Session,
): PaymentPlanForm {
  const draft: Draft = {
    code: null,
    name: null,
    budget: null,
    fiscal: null,
    other: null,
    purpose: null,
    plan: [],
    goals: [],
    indicators: [],
  };
  const meta = emptyMeta();
  const seen = new Set<string>();
  for (let line = session.cursor.peek(); line !== undefined; line = session.cursor.peek()) {
    const prose = proseOf(line);
    if (line.starts || (prose !== null && endsTable(line, prose))) break;
    if (tokensOf(line).length === 0 || takeMeta(line, session, meta)) session.cursor.next();
    else if (!line.row && isFurniture(line, session)) {
      session.cursor.next();
      passFurniture(line, title.name, owner, session.findings);
    } else if (!line.row) {
      const isOwn = (row: Line) => !seen.has('code') || tokensOf(row).every(({ key }) => key !== '项目编码');
      if (!passLoneLine(line, title.name, owner, isOwn, session)) break;
    } else if (isIndicatorHeader(line)) {
      draft.indicators = readIndicatorTable(title.name, owner, session);
      seen.add('indicators');
      break;
    } else {
      session.cursor.next();
      takeRow(line, draft, seen, title.name, owner, session);
    }
  }
  noteUnit(meta, at, title.name, owner, session);
  reportMissing(seen, at, title.name, owner, session);
  return { layout: 'payment-plan', no: title.no, unit: meta.unit ?? '万元', ...draft };
}

function takeRow(
  line: Line,
  draft: Draft,
  seen: Set<string>,
  form: string,
  owner: string,
  session: Session,
): void {
  const tokens = tokensOf(line);
  const find = (label: string) => tokens.findIndex((token) => token.key === label);
  const from = (index: number, until: number) => tokens.slice(index + 1, until < 0 ? undefined : until);
  const code = find('项目编码');
  const budget = find('预算数');
  const fiscal = tokens.findIndex((token) => token.key.endsWith('财政资金'));
  const other = find('其他资金');
  const name = find('项目名称');
  if (code >= 0) {
    seen.add('code');
    draft.code = readCode(from(code, name), line, form, owner, session);
    if (name >= 0) draft.name = piece(from(name, -1), '项目名称', line, form, owner, session);
  } else if (budget >= 0) {
    seen.add('budget');
    noteLabel(tokens.slice(0, budget), /^预算规模(?:及(?:资金用途)?)?$/, line, form, owner, session);
    const amount = (index: number, until: number, label: string) =>
      index < 0 ? null : readAmount(from(index, until), label, line, form, owner, session);
    draft.budget = amount(budget, fiscal, '预算数');
    draft.fiscal = amount(fiscal, other, '财政资金');
    draft.other = amount(other, -1, '其他资金');
  } else if (planMonthsOf(line) !== null) {
    seen.add('plan');
    draft.plan = readPlan(line, form, owner, session);
  } else if (tokens[0]?.key === '绩效目标') {
    seen.add('goals');
    draft.goals = readGoals(line, form, owner, session);
  } else if (seen.has('budget') && !seen.has('purpose') && !seen.has('plan')) {
    seen.add('purpose');
    const words = withoutLabel(tokens);
    noteLabel(
      tokens.slice(0, tokens.length - words.length),
      /^(?:预算规模及)?资金用途$/,
      line,
      form,
      owner,
      session,
    );
    draft.purpose = piece(words, '资金用途', line, form, owner, session);
  } else {
    session.findings.add('unread', line.place, {
      subject: `${form}·绩效目标表`,
      owner,
      field: 'row',
      raw: tokens.map((token) => token.text).join(' | '),
      message: '这一行不属于绩效目标表的任何栏目，未读入。',
      en: 'The row fits no field of the goal form; it was not read.',
    });
  }
}

/** The label cell of the purpose row is merged with the row above; a scanner may repeat or garble it. */
function withoutLabel(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  return first !== undefined && first.at === 0 && rest.length > 0 ? rest : tokens;
}

/** A label that is not legible is passed over, and said so: what was printed there may be more than a label. */
function noteLabel(
  tokens: readonly Token[],
  expected: RegExp,
  line: Line,
  form: string,
  owner: string,
  session: Session,
): void {
  for (const token of tokens) {
    if (expected.test(token.key)) continue;
    session.findings.add('cleaned', cellPlace(line, token.at), {
      subject: `${form}·预算规模及资金用途`,
      owner,
      raw: token.text,
      message: '栏目名称印得不清，按位置认作“预算规模及资金用途”。',
      en: 'The label is not legible; by its position it was taken for 预算规模及资金用途.',
    });
  }
}

function piece(
  tokens: readonly Token[],
  field: string,
  line: Line,
  form: string,
  owner: string,
  session: Session,
): string | null {
  const joined = join(tokens.map((token) => token.text));
  if (joined === null) return null;
  const text = line.ragged ? closed(joined.text) : joined.text;
  if (joined.how !== 'whole') {
    session.findings.add(
      joined.how === 'pieced' ? 'doubtful' : 'cleaned',
      cellPlace(line, tokens[0]?.at ?? 0),
      {
        subject: `${form}·${field}`,
        owner,
        raw: tokens.map((token) => token.text).join(' | '),
        message: '一栏文字被拆在几个单元格里，已接合。',
        en: 'One field was split over several cells; the pieces were joined.',
      },
    );
  }
  return text;
}

function readCode(
  tokens: readonly Token[],
  line: Line,
  form: string,
  owner: string,
  session: Session,
): string | null {
  const raw = tokens.map((token) => token.text).join(' | ');
  const pieces = tokens.flatMap((token) => withoutMarks(token.text).text.toUpperCase().split(/\s+/));
  if (pieces.length === 0) return null;
  const note = (kind: 'unread' | 'doubtful' | 'cleaned', message: string, en: string) =>
    session.findings.add(kind, cellPlace(line, tokens[0]?.at ?? 0), {
      subject: `${form}·项目编码`,
      owner,
      field: 'code',
      raw,
      message,
      en,
    });
  const plain = pieces.join('');
  if (projectCodeProblem(plain) === null) {
    if (pieces.length > 1)
      note(
        'cleaned',
        '编码中的空格已去除，校验字符相符。',
        'Blanks were removed from the code; its check character agrees.',
      );
    return plain;
  }
  const repaired = [...new Set(arrangements(pieces))].filter(
    (candidate) => projectCodeProblem(candidate) === null,
  );
  if (repaired.length === 1 && repaired[0] !== undefined) {
    note(
      'cleaned',
      `编码被拆散，已按校验字符还原为${repaired[0]}。`,
      'The code was split; it was put together by its check character.',
    );
    return repaired[0];
  }
  if (parseProjectCode(plain) !== null) {
    note('doubtful', '编码的校验字符不符，可能有误印。', 'The check character of the code does not agree.');
    return plain;
  }
  note('unread', '不是21位项目编码，未读入。', 'Not a project code of 21 symbols; not read.');
  return null;
}

/** A code printed over two lines and read as two columns comes in three pieces, the boundary symbol perhaps twice. */
function arrangements(pieces: readonly string[]): string[] {
  const [head = '', second = '', third = ''] = pieces;
  if (pieces.length !== 3) return [];
  return [head + third + second, head + third.slice(1) + second];
}

function readAmount(
  tokens: readonly Token[],
  field: string,
  line: Line,
  form: string,
  owner: string,
  session: Session,
): Figure {
  const raw = tokens.map((token) => token.text).join(' | ');
  const reading = tokens.length > 1 ? ({ ok: false, reason: '一栏里有几个数' } as const) : readFigure(raw);
  const subject = `${form}·${field}`;
  const place = cellPlace(line, tokens[0]?.at ?? 0);
  if (reading.ok) {
    noteMarks(reading.marks, { place, subject, owner, raw }, session.findings);
    return reading.figure;
  }
  session.findings.add('unread', place, {
    subject,
    owner,
    field: 'money',
    raw,
    message: `${reading.reason}，此栏未读入。`,
    en: 'Not a single number; the field was not read.',
  });
  return null;
}

function readGoals(line: Line, form: string, owner: string, session: Session): string[] {
  const cells = line.cells.filter((cell) => cell.trim() !== '').slice(1);
  if (cells.length > 1) {
    const text = piece(tokensOf(line).slice(1), '绩效目标', line, form, owner, session);
    return text === null ? [] : splitGoals(text);
  }
  return splitGoals(cells[0] ?? '');
}

/** Cuts a text at its running numbers ("1.… 2.…"); a text that does not begin with 1 is one goal. */
function splitGoals(text: string): string[] {
  const flat = text.replace(/[ \t\u00a0\u3000]*[\r\n]+[ \t\u00a0\u3000]*/g, '\n').trim();
  const starts: { at: number; end: number }[] = [];
  for (const match of flat.matchAll(/(?<!\d)(\d{1,2})\s*[.．、](?!\d)/g)) {
    if (Number(match[1]) !== starts.length + 1 || (starts.length === 0 && match.index !== 0)) continue;
    starts.push({ at: match.index, end: match.index + match[0].length });
  }
  const whole = starts.length === 0 ? [{ at: 0, end: 0 }] : starts;
  return whole
    .map(({ end }, index) =>
      flat
        .slice(end, whole[index + 1]?.at)
        .replaceAll('\n', '')
        .trim(),
    )
    .filter((goal) => goal !== '');
}

const required: readonly (readonly [string, string])[] = [
  ['code', '项目编码和名称'],
  ['budget', '预算数'],
  ['plan', '资金支出计划'],
  ['goals', '绩效目标'],
  ['indicators', '绩效指标'],
];

function reportMissing(
  seen: ReadonlySet<string>,
  at: SourceLocation,
  form: string,
  owner: string,
  session: Session,
): void {
  for (const [key, label] of required) {
    if (seen.has(key)) continue;
    session.findings.add('missing', at, {
      subject: `${form}·${label}`,
      owner,
      message: `这张绩效目标表里没有读到“${label}”。`,
      en: `The goal form lacks this field: ${key}.`,
    });
  }
}
