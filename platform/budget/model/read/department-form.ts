import { departmentFacts, departmentMoney } from '../model/goal-form.ts';
import type { DepartmentForm } from '../model/disclosure.ts';
import { readFigure } from '../money/figure.ts';
import { unmarkedNumber } from '../print/signs.ts';
import { cellPlace, type Line, type SourceLocation } from './line.ts';
import { passLoneLine } from './lone-line.ts';
import { noteMarks } from './marks.ts';
import { isFurniture, proseOf, type Session } from './session.ts';
import { SideBySide } from './side-by-side.ts';
import { endsTable } from './titles.ts';
import { type Token, tokensOf } from './tokens.ts';
import { labelKey, tidy } from './words.ts';

type Draft = { -readonly [Key in keyof DepartmentForm]: DepartmentForm[Key] };

const factKeys = new Map(departmentFacts.map((fact) => [labelKey(fact), fact]));

/** Labels of merged cells at the left edge that carry nothing of their own. */
const edges = new Set([
  '部门基本信息',
  '年度预算情况',
  '年度重点',
  '任务',
  '年度重点任务',
  '绩效指标',
  '年度绩效指标',
]);

/** Reads Shanxi's form for the whole department (部门整体支出绩效目标申报表) whose title was just taken. */
export function readDepartmentForm(at: SourceLocation, session: Session): DepartmentForm {
  const { cursor, findings } = session;
  const draft: Draft = {
    name: null,
    facts: [],
    duties: null,
    strategy: null,
    money: [],
    tasks: [],
    goal: null,
    indicators: [],
  };
  let table: SideBySide | null = null;
  let inTasks = false;
  for (let line = cursor.peek(); line !== undefined; line = cursor.peek()) {
    const tokens = tokensOf(line);
    const prose = proseOf(line);
    if (line.starts || (prose !== null && endsTable(line, prose))) break;
    if (
      !line.row &&
      tokens.length > 0 &&
      !/^[(（]?\s*20\d\d/.test(tidy(prose ?? '')) &&
      !isFurniture(line, session)
    ) {
      const isOwn = (row: Line) => draft.name === null || tokensOf(row)[0]?.key !== '部门名称';
      if (passLoneLine(line, '部门整体支出绩效目标申报表', 'department', isOwn, session)) continue;
      break;
    }
    cursor.next();
    if (!line.row || tokens.length === 0 || (prose !== null && /^[(（]?\s*20\d\d/.test(tidy(prose))))
      continue;
    const keys = tokens.map((token) => token.key);
    const unit = keys.find((key) => /^资金总额(?!万元)/.test(key));
    if (unit !== undefined)
      findings.add('unread', line.place, {
        subject: '部门整体支出绩效目标申报表·金额单位',
        owner: 'department',
        raw: unit,
        message: '资金总额的单位不是万元，请换算后填写。',
        en: 'The amounts are not in 万元; convert them before accepting.',
      });
    if (keys.includes('核心职能')) inTasks = true;
    else if (keys.includes('二级指标')) table = new SideBySide(line);
    else if (
      table !== null
        ? !table.take(line, '部门整体支出', 'department', session)
        : !takeRow(tokens, draft, inTasks, line, session)
    ) {
      unread(line, tokens, session);
    }
    if (keys[0] === '年度绩效目标') inTasks = false;
  }
  if (table === null) {
    findings.add('missing', at, {
      subject: '部门整体支出绩效目标申报表',
      owner: 'department',
      message: '申报表没有绩效指标。',
      en: 'The department form has no indicators.',
    });
  }
  return { ...draft, indicators: table?.indicators(session) ?? [] };
}

function unread(line: Line, tokens: readonly Token[], session: Session): void {
  session.findings.add('unread', line.place, {
    subject: '部门整体支出绩效目标申报表',
    owner: 'department',
    raw: tokens.map((token) => token.text).join(' | '),
    message: '这一行与申报表的栏目对不上，未读入。',
    en: 'The row fits no field of the department form; it was not read.',
  });
}

function takeRow(
  printed: readonly Token[],
  draft: Draft,
  inTasks: boolean,
  line: Line,
  session: Session,
): boolean {
  const tokens = edges.has(printed[0]?.key ?? '') ? printed.slice(1) : printed;
  const [first] = tokens;
  if (first === undefined) return true;
  const rest = tokens[1]?.text ?? null;
  // Several cells where one is printed: which belongs where cannot be told.
  const texts = ['年度绩效目标', '部门名称', '部门职责', '部门战略目标'];
  if (texts.includes(first.key) && tokens.length > 2) return false;
  if (first.key === '年度绩效目标') draft.goal = rest;
  else if (inTasks) return takeTask(tokens, draft);
  else if (first.key === '部门名称') draft.name = rest;
  else if (first.key === '部门职责') draft.duties = rest;
  else if (first.key === '部门战略目标') draft.strategy = rest;
  else if (first.key.startsWith('按资金来源划分')) return true;
  else return takeFacts(tokens, draft) || takeMoney(tokens, draft, line, session);
  return true;
}

function takeTask(tokens: readonly Token[], draft: Draft): boolean {
  const [duty, task, more] = tokens;
  if (duty === undefined || task === undefined || more !== undefined) return false;
  draft.tasks = [...draft.tasks, { duty: duty.text, task: task.text }];
  return true;
}

function takeFacts(tokens: readonly Token[], draft: Draft): boolean {
  const found: { label: string; value: string | null }[] = [];
  for (let index = 0; index < tokens.length; index += 2) {
    const label = factKeys.get((tokens[index]?.key ?? '').replace(/^其中/, ''));
    if (label === undefined) return false;
    found.push({ label, value: tokens[index + 1]?.text ?? null });
  }
  draft.facts = [...draft.facts, ...found];
  return true;
}

function takeMoney(tokens: readonly Token[], draft: Draft, line: Line, session: Session): boolean {
  const sides = ['source', 'use'] as const;
  const labels = tokens.flatMap((token, index) =>
    /^[\d.,-]+$/.test(unmarkedNumber(token.text).text) ? [] : [index],
  );
  if (labels[0] !== 0 || labels.length > 2) return false;
  const found = labels.map((start, order) => {
    const side = sides[order] ?? 'use';
    const key = (tokens[start]?.key ?? '').replace(/^其中/, '');
    const source = departmentMoney[side].find((label) => labelKey(label) === key);
    const reading = readFigure(tokens[start + 1]?.text ?? '');
    if (source !== undefined && reading.ok)
      noteMarks(
        reading.marks,
        {
          place: cellPlace(line, tokens[start + 1]?.at ?? 0),
          subject: `部门整体支出绩效目标申报表·${source}`,
          owner: 'department',
          raw: tokens[start + 1]?.text ?? '',
        },
        session.findings,
      );
    return source === undefined || !reading.ok ? null : { source, amount: reading.figure, side };
  });
  const lines = found.filter((entry) => entry !== null);
  if (lines.length !== labels.length) return false;
  draft.money = [...draft.money, ...lines];
  return true;
}
