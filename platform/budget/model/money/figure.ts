import { Decimal } from 'decimal.js';
import { unmarkedNumber } from '../print/signs.ts';

/** Decimal text as the table prints it, without thousand separators ("5755.85"); null is a blank cell, which is not zero. */
export type Figure = string | null;

/** Units in which the disclosures print money. */
export type MoneyUnit = '万元' | '元';

/** An amount with its unit; the amount is decimal text and never passes through binary floating point. */
export interface Money {
  readonly amount: string;
  readonly unit: MoneyUnit;
}

/** What reading one money cell gave: the figure, whether blanks had to be cleaned away, the footnote marks taken off, or why it cannot be read. */
export type FigureReading =
  | { readonly ok: true; readonly figure: Figure; readonly cleaned: boolean; readonly marks?: string }
  | { readonly ok: false; readonly reason: string };

const plain = /^-?\d+(\.\d+)?$/;
const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const dashes = /^[-—–―－/]+$/;

/**
 * Reads a money cell: full-width digits and correctly grouped thousands are ordinary, blanks inside a number and footnote marks around it
 * are cleaned and reported, everything else is refused rather than guessed.
 */
export function readFigure(raw: string): FigureReading {
  const { text, marks } = unmarkedNumber(raw);
  const taken = marks === '' ? {} : { marks };
  // A circled number alone may be the number itself, drawn or scanned badly.
  if (text === '' && /\p{N}/u.test(marks)) return { ok: false, reason: '只印有注码' };
  if (text === '' || dashes.test(text)) return { ok: true, figure: null, cleaned: false, ...taken };
  const compact = text.replace(/\s+/g, '');
  const cleaned = compact !== text;
  // A blank between two digits may hide a lost character or two cells run together; only one beside the point is harmless.
  if (/\d\s+\d/.test(text) && !/\.\s+\d/.test(text)) return { ok: false, reason: '数字中间有空格' };
  if (plain.test(compact)) return { ok: true, figure: compact, cleaned, ...taken };
  if (grouped.test(compact)) return { ok: true, figure: compact.replaceAll(',', ''), cleaned, ...taken };
  return { ok: false, reason: '不是数字' };
}

/** The sum of the figures, or null when every one of them is blank: adding blanks does not make a zero. */
export function sumFigures(figures: readonly (Figure | undefined)[]): Decimal | null {
  const printed = figures.filter((figure): figure is string => typeof figure === 'string');
  return printed.length === 0 ? null : Decimal.sum(0, ...printed);
}

/** The number of decimal places a figure prints. */
export function decimalsOf(figure: string): number {
  const point = figure.indexOf('.');
  return point < 0 ? 0 : figure.length - point - 1;
}

/** Converts between 万元 and 元 exactly; one 万元 is ten thousand 元. */
export function convert(money: Money, unit: MoneyUnit): Money {
  if (money.unit === unit) return money;
  const amount = new Decimal(money.amount);
  return { amount: (unit === '元' ? amount.times(10000) : amount.div(10000)).toFixed(), unit };
}
