import { Decimal } from 'decimal.js';
import { plainSigns, withoutMarks } from '../print/signs.ts';
import { comparisonOf, type Operator } from './comparison.ts';

export type { Operator } from './comparison.ts';

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
/** Other signs for the same comparison. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[≧⩾≮]|>=|=>/g, '≥'],
  [/[≦⩽≯]|<=|=</g, '≤'],
  [/於/g, '于'],
  [/過/g, '过'],
  [/百分之(\d+(?:\.\d+)?)/g, '$1%'],
  [/千分之(\d+(?:\.\d+)?)/g, '$1‰'],
];
const number = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/;
/** A minus stands at the beginning or right after the comparison; anywhere else a dash may join or divide. */
const minus = /(?:^|[≥≤<>=于过到少多在])[-−–]$/;
/** What may touch a number: before it words, comparisons, currency and stops; behind it words, units and stops. Anything else may be part of it. */
const touchesBefore = /(?:^|[\p{L}\p{Sc}≥≤<>=≈~+:：,，、;；。"“”'《》])[-−–]?$/u;
const touchesAfter = /^(?:$|[\p{L}%‰‱°′\u3380-\u33df/(,，、;；。:："“”'+…])/u;
/** Letters that touch a number may be misread digits ("l0", "1O"); ±, an ordinal and a part of a whole are other numbers than the one printed. */
const otherNumber = /(?:[A-Za-z|±]\+?|第|分之|[^于过到少多在≥≤<>=][-−–]|[—―])$/;
/** A letter alone, or one before a digit, a sign or 汉字, is a mistyped digit and no unit; "13月底前" is no number of months. */
const mistyped = /^(?:[lIoO|]|[BDSZ](?![A-Za-z])|[A-Za-z]+(?=[\p{Script=Han}%‰])|月[^,，]*前)/u;
const units = '[个次人项场批份篇名家期天日月年周季元万亿户条件套台部%‰]{0,3}';
const compared = '(?:[≥≤<>=]|[大高多小低少]于|等于|超过|达到|不足|至[少多]|最[少多高低])*';
const chinese = '[〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+';
/** A number in Chinese signs is read by nobody here, a comparison without a number says nothing. */
const spelt = new RegExp(
  `^(?:[不未][得能应]?)?${compared}(?:百分之)?${chinese}(?:[余多几]|分之${chinese})?${units}$`,
);
const bareUnit = new RegExp(`^${compared}${units}$`);
const vague = /(?:约|近|[≈~])\d|\d[万亿]?[余多几+]|左右|上下/;
const decrease = /(?:下降|降低|减少|压减|压缩|缩减)(?![到至为])[^\d,，]{0,2}\d/;
const trend = /提升|提高|增强|增长|增进|增加|扩大|改善|深化|完备|推进|降低|减少/;

/** Takes a printed target apart ("≥10次", "11月底前", "比上年提升"); what holds no number is qualitative, never an invented figure. */
export function parseTarget(raw: string, context: TargetContext): Target {
  const text = comparable(raw);
  return relative(text, context) ?? dated(text, context.year) ?? quantity(text, context) ?? qualitative(text);
}

/** What a person should compare with the print because the target alone does not show it, or null. */
export function targetDoubt(raw: string): TargetDoubt | null {
  const { marks } = withoutMarks(raw);
  const text = comparable(raw);
  // Any year will do: only whether the digits were understood is asked.
  if (hidesNumber(text, marks) && parseTarget(raw, { year: '2000' }).operator === 'qualitative')
    return {
      message: '目标值里印有数字，但拆不出一个确定的数，按定性目标读入。',
      en: 'Digits are printed, but no single number can be told; the target was taken as qualitative.',
    };
  if (!/\d/.test(text)) return null;
  if (marks !== '')
    return {
      message: `目标值带有注码“${marks}”，已不计入数字。`,
      en: 'The target carries a footnote mark, which was kept out of its number.',
    };
  if ((parseTarget(raw, { year: '2000' }).unit?.length ?? 0) > LONGEST_UNIT)
    return {
      message: '目标值的单位过长，可能并入了别处的文字，请核对。',
      en: 'The unit is too long to be one; words from elsewhere may have run into it.',
    };
  if (vague.test(text))
    return {
      message: '目标值印的是约数，按印出的数读入，请核对比较符。',
      en: 'The number is printed as approximate; it was taken as printed.',
    };
  return decrease.test(text)
    ? {
        message: '目标值印的是减少的幅度，按印出的数读入，请核对正负和比较符。',
        en: 'The number is a decrease; it was taken as printed, without a sign.',
      }
    : null;
}

/** Longer units ("万元/人·年") are sentences. */
const LONGEST_UNIT = 10;
/** Comparisons that are meant without a number. */
const standard = /上年|去年|同期|标准|规定|办法|计划/;

function hidesNumber(text: string, marks: string): boolean {
  if (/[≥≤<>]/.test(text) && !standard.test(text)) return true;
  return /\p{N}/u.test(text) || spelt.test(text) || (marks !== '' && bareUnit.test(text));
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
  // A second date or a number beside the date would be lost.
  if (match !== null && /\d/.test(text.replace(match[0], ''))) return null;
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
  // A second number ("5%至10%", "30/60") would leave half of the target unsaid; so would a leading zero that was glued to it.
  if (/\d/.test(after) || /^0\d/.test(found[0])) return null;
  if (!touchesBefore.test(before) || !touchesAfter.test(after)) return null;
  if (otherNumber.test(before) || mistyped.test(after)) return null;
  const operator = comparisonOf(before, after);
  if (operator === 'unclear') return null;
  const printed =
    /^(?:个(?=小时)|)([^,，。;；以之及()]*(?:\([^)]*\))?)/
      .exec(after)?.[1]
      ?.replace(/\(不?含\)$|(?:左右|上下|受理|回应|有所收获)$/, '')
      .replace(/^([万亿]?)[余多几+]/, '$1')
      .replace(/^\(([^)]*)\)$/, '$1') ?? '';
  const sign = minus.test(before) ? '-' : '';
  const { value, unit } = scaled(`${sign}${found[0].replaceAll(',', '')}`, printed);
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
