import { dayOfNumber } from '@zhitongche/base';

/** What of a moment the number of a cell shows; a plain number shows nothing of one. */
export interface Shape {
  readonly year: boolean;
  readonly month: boolean;
  readonly day: boolean;
  readonly time: boolean;
}

/** Formats of moments that a workbook does not write out, as Chinese programs use them (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  14: 'ymd',
  15: 'ymd',
  16: 'md',
  17: 'ym',
  18: 'h',
  19: 'h',
  20: 'h',
  21: 'h',
  22: 'ymdh',
  27: 'ym',
  28: 'md',
  29: 'md',
  30: 'ymd',
  31: 'ymd',
  32: 'h',
  33: 'h',
  34: 'h',
  35: 'h',
  36: 'ym',
  45: 'h',
  46: 'h',
  47: 'h',
  50: 'ym',
  51: 'md',
  52: 'ym',
  53: 'md',
  54: 'md',
  55: 'h',
  56: 'h',
  57: 'ym',
  58: 'md',
};

/** What a number format shows; words, colours, locales and AM/PM in it are not letters of a date. */
export function shapeOf(id: number, code: string | undefined): Shape {
  const letters = (code ?? BUILT_IN[id] ?? '')
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General/gi, '')
    .toLowerCase();
  const has = (letter: RegExp) => letter.test(letters ?? '');
  const [year, day] = [has(/[ye]/) && !has(/[0#]e/), has(/d/)];
  // The letter m is a month beside years or days, and minutes beside hours.
  return { year, month: has(/m/) && (year || day || !has(/[hs]/)), day, time: has(/[hs]/) };
}

/** Excel counts days from 1899-12-30 (its 1900 was a leap year, in error), some workbooks from 1904. */
const EPOCH = { usual: -25_569, late: -24_107 } as const;

/** A cell's value as a person sees it: a day whole only where the cell shows it whole, any other number as the file holds it. */
export function cellText(
  cell: { readonly kind: string; readonly shape: Shape | undefined; readonly value: string },
  late: boolean,
): string {
  const { kind, shape, value } = cell;
  if (kind === 'b') return value === '1' ? '是' : '否';
  if (kind === 'd') return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?/.exec(value)?.[0].replace('T', ' ') ?? value;
  if (kind !== 'n') return value.trim();
  const number = Number(value);
  if (value === '' || !Number.isFinite(number)) return value.trim();
  // Beyond 15 digits a spreadsheet keeps only the size of a number: written so that nobody takes it for an identity number.
  if (Math.abs(number) >= 1e15) return number.toExponential();
  if (shape === undefined || number < 0 || number > 2_958_465) return value;
  const { year, month, day, time } = shape;
  if (!year && !month && !day) return time ? clockOf(number) : value;
  // A second that floating point lost must not take the minute with it.
  const minutes = Math.floor(number * 1440 + 0.01);
  const whole = year && month && day && time && minutes % 1440 !== 0;
  if (whole)
    return `${dayOfNumber(Math.floor(minutes / 1440) + (late ? EPOCH.late : EPOCH.usual))} ${clockOf(number)}`;
  const [y = '', m = '', d = ''] = dayOfNumber(Math.floor(number) + (late ? EPOCH.late : EPOCH.usual)).split(
    '-',
  );
  return [year ? y : '', month ? m : '', day ? d : ''].filter((part) => part !== '').join('-');
}

/** The time of day a fraction stands for, `HH:MM`. */
function clockOf(number: number): string {
  const minutes = Math.floor((number % 1) * 1440 + 0.01) % 1440;
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/**
 * The day an Excel serial number stands for, from 1927 to 2201; undefined for other numbers: "1991" and "1991.02" are a
 * year and a month, and no day is guessed from them. `late`: its workbook counts from 1904.
 */
export function dayOfSerial(text: string, late = false): string | undefined {
  const serial = /^\d{5,6}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return serial >= 10_000 && serial < 110_000
    ? dayOfNumber(serial + (late ? EPOCH.late : EPOCH.usual))
    : undefined;
}
