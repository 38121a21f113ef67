import { Decimal } from 'decimal.js';
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
  [/≥|[大高多]于或?等于|不得?[低少小]于|至少|达到/, '≥'],
  [/≤|[小低少]于或?等于|不得?(?:超过|[高多大]于)|至多|最多|控制在/, '≤'],
  [/>|大于|高于|超过|多于/, '>'],
  [/<|低于|少于|小于/, '<'],
  [/=|等于/, '='],
];
/** Other signs for the same comparison. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[≧⩾≮]|>=|=>/g, '≥'],
  [/[≦⩽≯]|<=|=</g, '≤'],
];
const number = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/;
/** A minus stands at the beginning or right after the comparison; anywhere else a dash may join or divide. */
const minus = /(?:^|[≥≤<>=于过到少多在])[-−–]$/;
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
  // Any year will do: only whether the digits were understood is asked.
  if (parseTarget(raw, { year: '2000' }).operator === 'qualitative')
    return {
      message: '目标值里印有数字，但拆不出一个确定的数，按定性目标读入。',
      en: 'Digits are printed, but no single number can be told; the target was taken as qualitative.',
    };
  return marks === ''
    ? null
    : {
        message: `目标值带有注码“${marks}”，已不计入数字。`,
        en: 'The target carries a footnote mark, which was kept out of its number.',
      };
}

/** The words of a target as they are compared: ordinary width and signs, no marks, no blanks but those between two digits. */
function comparable(raw: string): string {
  const text = withoutMarks(raw).text.replace(/\s+/g, (blank, at: number, whole: string) =>
    /\d/.test(whole[at - 1] ?? '') && /\d/.test(whole[at + blank.length] ?? '') ? ' ' : '',
  );
  return signs.reduce((words, [pattern, sign]) => words.replace(pattern, sign), text);
}

function relative(text: string, context: TargetContext): Target | null {
  const months = /^(≤)?(\d+|[一二三四五六七八九十]+)个月$/.exec(text);
  const source = months ? plainSigns(context.description ?? '') : text;
  const match = /(批复|批准|合同)[^,，]{0,4}后([一二三四五六七八九十]+|\d+)个?月内/.exec(source);
  if (match === null) return null;
  const value = months ? chineseCount(months[2] ?? '') : chineseCount(match[2] ?? '');
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
  // Letters that touch a number may be misread digits ("l0", "1O"), and ± names two bounds.
  if (/[A-Za-z|±]$/.test(before) || /^[lIoO|]/.test(after)) return null;
  const negative = minus.test(before);
  if (!negative && /[-−–]$/.test(before)) return null;
  const printed =
    /^(?:个(?=小时)|)([^,，。;；以之及()]*(?:\([^)]*\))?)/
      .exec(after)?.[1]
      ?.replace(/(左右|受理|回应|有所收获)$/, '') ?? '';
  const { value, unit } = scaled(`${negative ? '-' : ''}${found[0].replaceAll(',', '')}`, printed);
  const named = operators.find(([pattern]) => pattern.test(before))?.[1];
  const operator =
    named ??
    (/^[^,，]*(以上|及以上)/.test(after) ? '≥' : /^[^,，]*(以内|以下|之内)/.test(after) ? '≤' : null);
  const cleanUnit = unit || null;
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

/** Ten thousands of a thing that is counted ("1.5万份"); a bare 万 may be of anything and stays as printed. */
function scaled(value: string, unit: string): { value: string; unit: string } {
  if (!unit.startsWith('万') || unit.startsWith('万元') || unit === '万') return { value, unit };
  return { value: new Decimal(value).times(10000).toFixed(), unit: unit.slice(1) };
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

/** A whole number below a hundred as printed in digits or Chinese (十二), in digits. */
export function chineseCount(text: string): string {
  if (/^\d+$/.test(text)) return text;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined, blank: number) => (char ? chineseDigits.indexOf(char) : blank);
  return String((text.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0));
}
