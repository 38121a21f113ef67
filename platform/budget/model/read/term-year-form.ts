import { termSources, termTexts } from '../model/goal-form.ts';
import type { TermAndYearForm, TermMoney } from '../model/disclosure.ts';
import { type Figure, type MoneyUnit, readFigure } from '../money/figure.ts';
import { unmarkedWords } from '../print/signs.ts';
import { cellPlace, type Line, type SourceLocation } from './line.ts';
import { passLoneLine } from './lone-line.ts';
import { noteMarks } from './marks.ts';
import { isFurniture, passFurniture, proseOf, type Session } from './session.ts';
import { SideBySide } from './side-by-side.ts';
import { endsTable } from './titles.ts';
import { type Token, tokensOf } from './tokens.ts';
import { isPageNumber, labelKey, tidy } from './words.ts';

type Head = 'name' | 'authority' | 'unitName' | 'nature' | 'period';

const heads: ReadonlyMap<string, Head> = new Map([
  ['项目名称', 'name'],
  ['主管部门及代码', 'authority'],
  ['实施单位', 'unitName'],
  ['项目属性', 'nature'],
  ['项目期', 'period'],
]);

/** The label of the money lines, with or without its unit. */
const moneyLabel = /^项目资金(?:万?元)?$/;

const textKeys = termTexts.map(labelKey);

const TITLE = '项目支出绩效目标申报表';

interface Draft {
  head: Partial<Record<Head, string>>;
  money: Map<string, { term: Figure; year: Figure }>;
  texts: (string | null)[];
  termGoal: string | null;
  yearGoal: string | null;
  filledAt: string | null;
  unit: MoneyUnit;
}

/** Reads Shanxi's project goal form whose title was just taken. */
export function readTermAndYearForm(at: SourceLocation, owner: string, session: Session): TermAndYearForm {
  const { cursor, findings } = session;
  const draft: Draft = {
    head: {},
    money: new Map(),
    texts: termTexts.map(() => null),
    termGoal: null,
    yearGoal: null,
    filledAt: null,
    unit: '元',
  };
  let table: SideBySide | null = null;
  for (let line = cursor.peek(); line !== undefined; line = cursor.peek()) {
    const tokens = tokensOf(line);
    const prose = proseOf(line);
    if (line.starts || (prose !== null && endsTable(line, prose))) break;
    if (tokens.length === 0 || (prose !== null && isOrdinary(prose)) || isFurniture(line, session)) {
      cursor.next();
      takeUnit(labelKey(prose ?? ''), draft);
      if (prose !== null && isPageNumber(prose))
        passFurniture(slipped(line), draft.head.name ?? TITLE, owner, findings);
    } else if (!line.row) {
      const form = draft.head.name ?? TITLE;
      const isOwn = (row: Line) => draft.head.name === undefined || tokensOf(row)[0]?.key !== '项目名称';
      if (!passLoneLine(line, form, owner, isOwn, session)) break;
    } else {
      cursor.next();
      const form = draft.head.name ?? TITLE;
      if (takeSignature(line, tokens, draft, owner, session)) {
        if (draft.filledAt !== null) break;
      } else if (tokens.filter((token) => token.key === '二级指标').length === 2)
        table ??= new SideBySide(line);
      else if (
        !(table?.take(line, form, owner, session) ?? takeHead(line, tokens, draft, form, owner, session))
      ) {
        findings.add('unread', line.place, {
          subject: `${form}·申报表`,
          owner,
          field: 'row',
          raw: tokens.map((token) => token.text).join(' | '),
          message: '这一行与申报表的栏目对不上，未读入。',
          en: 'The row fits no field of the declaration form; it was not read.',
        });
      }
    }
  }
  if (draft.head.name === undefined || table === null) {
    findings.add('missing', at, {
      subject: draft.head.name ?? TITLE,
      owner,
      message: draft.head.name === undefined ? '申报表没有项目名称。' : '申报表没有绩效指标。',
      en: 'The declaration form lacks its project name or its indicators.',
    });
  }
  return {
    layout: 'term-and-year',
    name: draft.head.name ?? null,
    authority: draft.head.authority ?? null,
    unitName: draft.head.unitName ?? null,
    nature: draft.head.nature ?? null,
    period: draft.head.period ?? null,
    unit: draft.unit,
    money: termSources.map(
      (source): TermMoney => ({ source, ...(draft.money.get(source) ?? { term: null, year: null }) }),
    ),
    texts: draft.texts,
    termGoal: draft.termGoal,
    yearGoal: draft.yearGoal,
    indicators: table?.indicators(session) ?? [],
    filledAt: draft.filledAt,
  };
}

/** A bare number alone in a row may be the rest of the row above it; one between dashes, or of no row, is a page's. */
const slipped = (line: Line): Line =>
  line.row && /^[\d.,\s]+$/.test(line.cells.join('')) ? { ...line, inside: true } : line;

function isOrdinary(prose: string): boolean {
  const words = unmarkedWords(tidy(prose)).text;
  return /^[(（]?\s*20\d\d\s*[)）]?\s*年度\s*[)）]?$/.test(words) || /^单位[:：]/.test(words);
}

/** The label of the money lines names their unit ("项目资金（元）"); where it does not, a line above the form may. */
function takeUnit(key: string, draft: Draft): void {
  const unit = /^(?:项目资金|(?:金额)?单位)(万?元)$/.exec(key)?.[1];
  if (unit === '万元' || unit === '元') draft.unit = unit;
}

/** The foot of the form: names and telephone numbers are no part of a budget and are left out, with a word that they are there. */
function takeSignature(
  line: Line,
  tokens: readonly Token[],
  draft: Draft,
  owner: string,
  session: Session,
): boolean {
  if (!tokens[0]?.key.startsWith('负责人')) return false;
  const people = tokens.filter(
    ({ key }) => !/^(?:负责人|经办人|联系电话|填报日期|\d*)$/.test(key) || /^\d{7,11}$/.test(key),
  );
  if (people.length > 0)
    session.findings.add('ignored', line.place, {
      subject: '签字栏',
      owner,
      raw: people.map(({ text }) => text).join(' | '),
      message: '申报人姓名、电话不属预算内容，未读入。',
      en: 'Names and telephone numbers of those who filed the form are not read.',
    });
  const date = tokens.findIndex((token) => token.key === '填报日期');
  if (date >= 0)
    draft.filledAt =
      tokens
        .slice(date + 1)
        .map((token) => token.text.replace(/\s+/g, ''))
        .join('') || null;
  return true;
}

function takeHead(
  line: Line,
  tokens: readonly Token[],
  draft: Draft,
  form: string,
  owner: string,
  session: Session,
): boolean {
  const keys = tokens.map((token) => token.key);
  for (const key of keys) takeUnit(key, draft);
  if (keys.every((key) => ['实施期目标', '年度目标', '绩效指标'].includes(key) || moneyLabel.test(key)))
    return true;
  if (keys.some((key) => key.endsWith('资金总额') || moneySource(key) !== null)) {
    return takeMoney(line, tokens, draft, form, owner, session);
  }
  // The tail of a label wrapped inside its cell ("市县（区）财政资" + "金") carries nothing of its own.
  if (draft.money.size > 0 && keys.every((key) => ['金', '资金'].includes(key))) return true;
  const [first] = tokens;
  const text = textKeys.indexOf(first?.key ?? '');
  if (text >= 0) {
    // Several cells where one is printed: which belongs where cannot be told.
    if (tokens.length > 2) return false;
    draft.texts[text] = tokens[1]?.text ?? null;
    return true;
  }
  if (first?.key === '总体目标') return takeGoals(tokens, draft);
  return heads.has(first?.key ?? '') && takePairs(tokens, draft);
}

function takePairs(tokens: readonly Token[], draft: Draft): boolean {
  for (let index = 0; index < tokens.length; index += 2) {
    const head = heads.get(tokens[index]?.key ?? '');
    const value = tokens[index + 1];
    if (head === undefined) return false;
    if (value !== undefined) draft.head[head] = value.text;
  }
  return true;
}

function takeGoals(tokens: readonly Token[], draft: Draft): boolean {
  const goals = tokens.slice(1);
  if (goals.length > 2) return false;
  // A single printed goal cannot be given to the term or the year by its cell alone; the caller lists the row.
  if (goals.length === 1) return false;
  draft.termGoal = goals[0]?.text ?? null;
  draft.yearGoal = goals[1]?.text ?? null;
  return true;
}

function moneySource(key: string): string | null {
  const bare = key.replace(/^其中/, '').replace(/^(?:实施期|年度)(?=资金总额)/, '');
  if (bare === '') return null;
  const found = termSources.filter((source) => labelKey(source) === bare);
  if (found.length === 1) return found[0] ?? null;
  return bare.startsWith('市县区财政') && labelKey('市县（区）财政资金').startsWith(bare)
    ? '市县（区）财政资金'
    : null;
}

function takeMoney(
  line: Line,
  tokens: readonly Token[],
  draft: Draft,
  form: string,
  owner: string,
  session: Session,
): boolean {
  const cells = tokens.filter((token) => !moneyLabel.test(token.key));
  const labels = cells.flatMap((token, index) => (moneySource(token.key) === null ? [] : [index]));
  if (labels[0] !== 0 || labels.length > 2) return false;
  const amounts = labels.map((start, order) => {
    const printed = cells.slice(start + 1, labels[order + 1]);
    const raw = printed.map((token) => token.text).join(' | ');
    const reading = printed.length > 1 ? null : readFigure(raw);
    const at = cellPlace(line, printed[0]?.at ?? 0);
    const subject = `${form}·项目资金`;
    if (reading?.ok) {
      noteMarks(reading.marks, { place: at, subject, owner, raw }, session.findings);
      return reading.figure;
    }
    session.findings.add('unread', at, {
      subject,
      owner,
      field: 'money',
      raw,
      message: '不是一个数，此栏未读入。',
      en: 'Not a single number; the field was not read.',
    });
    return null;
  });
  const source = moneySource(cells[0]?.key ?? '');
  if (source === null) return false;
  draft.money.set(source, { term: amounts[0] ?? null, year: amounts[1] ?? null });
  return true;
}
