import { plainSigns, withoutMarks } from '../print/signs.ts';

/** How a target compares with what is achieved; `qualitative` when no number can be compared. */
export type Operator = '≥' | '≤' | '=' | '>' | '<' | 'qualitative';

/** What a qualitative target is judged against: last year's figure, a named standard, a direction, or a state with evidence. */
export type QualitativeKind = 'previous-year' | 'standard' | 'trend' | 'state';

/** A performance target taken apart; `bare` when the print has no operator, so that ours is an interpretation. */
export interface Target {
  readonly operator: Operator;
  /** Decimal text, null for qualitative targets and for targets that are only a date. */
  readonly value: string | null;
  /** Unit as printed ("人次", "%", "万元/年"); "date" when the target is a day. */
  readonly unit: string | null;
  /** ISO day, or relative to a starting point: "contract+P10M", "approval+P10M". */
  readonly deadline?: string;
  readonly qualitative?: QualitativeKind;
  readonly bare?: true;
}

/** Why a target taken apart needs a person's eye. */
export interface TargetDoubt {
  readonly message: string;
  readonly en: string;
}

/** What stands around a target and helps to understand it. */
export interface TargetContext {
  readonly year: string | null;
  readonly level2?: string;
  readonly description?: string;
}

const chineseDigits = '零一二三四五六七八九';
const operators: readonly (readonly [RegExp, Operator])[] = [
  [/≥|>=|不低于|不少于|不小于|达到/, '≥'],
  [/≤|<=|不超过|不高于|不多于|不大于|控制在/, '≤'],
  [/>|高于|超过|多于/, '>'],
  [/<|低于|少于|小于/, '<'],
  [/=|等于/, '='],
];
const number = /\d+(?:\.\d+)?/;
const trend = /提升|提高|增强|增长|增进|增加|扩大|改善|深化|完备|推进|降低|减少/;

/** Takes a printed target apart ("≥10次", "11月底前", "比上年提升"); what holds no number is qualitative, never an invented figure. */
export function parseTarget(raw: string, context: TargetContext): Target {
  const text = comparable(raw);
  return relative(text, context) ?? dated(text, context.year) ?? quantity(text, context) ?? qualitative(text);
}

/** What a person should compare with the print because the target alone does not show it, or null. */
export function targetDoubt(raw: string): TargetDoubt | null {
  const { marks } = withoutMarks(raw);
  if (!/\d/.test(comparable(raw))) return null;
  return marks === ''
    ? null
    : {
        message: `目标值带有注码“${marks}”，已不计入数字。`,
        en: 'The target carries a footnote mark, which was kept out of its number.',
      };
}

/** The words of a target as they are compared: ordinary width, without marks and blanks. */
function comparable(raw: string): string {
  return withoutMarks(raw).text.replace(/\s+/g, '');
}

function relative(text: string, context: TargetContext): Target | null {
  const months = /^(≤|<=)?(\d+|[一二三四五六七八九十]+)个月$/.exec(text);
  const source = months ? plainSigns(context.description ?? '') : text;
  const match = /(批复|批准|合同)[^,，]{0,4}后([一二三四五六七八九十]+|\d+)个?月内/.exec(source);
  if (match === null) return null;
  const value = months ? count(months[2] ?? '') : count(match[2] ?? '');
  const from = match[1] === '合同' ? 'contract' : 'approval';
  return { operator: '≤', value, unit: '个月', deadline: `${from}+P${value}M` };
}

function dated(text: string, year: string | null): Target | null {
  const day = dayOf(text, year);
  return day === null ? null : { operator: '≤', value: null, unit: 'date', deadline: day };
}

function dayOf(text: string, budgetYear: string | null): string | null {
  const match = /(?:(\d{4})年)?(\d{1,2})月(底|末|上旬|中旬|下旬|(\d{1,2})[日号])?(?:前|之前|以前)/.exec(text);
  const year = match?.[1] ?? budgetYear;
  if (year === null) return null;
  if (match === null) return /^年(?:底|末|内)前?(?!.*\d)/.test(text) ? `${year}-12-31` : null;
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  const part = match[3] ?? '底';
  const named: Record<string, number> = { 底: last, 末: last, 下旬: last, 上旬: 10, 中旬: 20 };
  const day = match[4] === undefined ? (named[part] ?? last) : Number(match[4]);
  if (day < 1 || day > last) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function quantity(text: string, context: TargetContext): Target | null {
  const found = number.exec(text);
  if (found === null) return null;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  // A second number ("5%至10%", "30/60") would leave half of the target unsaid.
  if (number.test(after)) return null;
  const { value, unit } = scaled(
    found[0],
    /^(?:个(?=小时)|)([^,，。;；以之及()]*(?:\([^)]*\))?)/.exec(after)?.[1] ?? '',
  );
  const named = operators.find(([pattern]) => pattern.test(before))?.[1];
  const operator =
    named ??
    (/^[^,，]*(以上|及以上)/.test(after) ? '≥' : /^[^,，]*(以内|以下|之内)/.test(after) ? '≤' : null);
  const cleanUnit = unit.replace(/(左右|受理|回应|有所收获)$/, '') || null;
  const perHead = cleanUnit === '元' && before.includes('人均') ? '元/人' : cleanUnit;
  if (operator !== null) return { operator, value, unit: perHead };
  return { operator: ceiling(perHead, context) ? '≤' : '=', value, unit: perHead, bare: true };
}

/** A bare time limit or a bare cost can only be meant as an upper bound; every other bare number is meant exactly. */
function ceiling(unit: string | null, context: TargetContext): boolean {
  const level2 = context.level2 ?? '';
  if (level2.startsWith('时效')) return /^(个?工作日|日|天|个?小时|分钟)$/.test(unit ?? '');
  return level2.startsWith('成本') && /^万?元/.test(unit ?? '');
}

function scaled(value: string, unit: string): { value: string; unit: string } {
  if (!unit.startsWith('万') || unit.startsWith('万元')) return { value, unit };
  const [whole = '', fraction = ''] = value.split('.');
  const shifted = `${whole}${fraction.padEnd(4, '0').slice(0, 4)}`.replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(4);
  return { value: rest ? `${shifted}.${rest}` : shifted, unit: unit.slice(1) };
}

function qualitative(text: string): Target {
  const kind: QualitativeKind = /上年|去年|同比/.test(text)
    ? 'previous-year'
    : /符合|规定|标准|办法/.test(text)
      ? 'standard'
      : trend.test(text) && !text.startsWith('提供')
        ? 'trend'
        : 'state';
  return { operator: 'qualitative', value: null, unit: null, qualitative: kind };
}

function count(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined, blank: number) => (char ? chineseDigits.indexOf(char) : blank);
  return String((text.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
}
