/**
 * Machine-readable zones of travel documents (ICAO Doc 9303 parts 3 to 7, eighth edition 2021): lines from fields, and
 * whether the check digits of lines hold.
 */

/** Passport (TD3), cards (TD1, TD2), visas (MRV-A, MRV-B). */
export type MrzFormat = 'TD3' | 'TD1' | 'TD2' | 'MRV-A' | 'MRV-B';

/** What the lines say; names in the spelling of the document, days as `YYMMDD`. */
export interface MrzFields {
  readonly documentCode: string;
  readonly issuer: string;
  readonly primary: string;
  /** Empty when the holder has one name only. */
  readonly secondary: string;
  readonly number: string;
  readonly nationality: string;
  readonly birth: string;
  readonly sex: 'M' | 'F' | '<';
  readonly expiry: string;
  readonly optional: string;
}

interface Layout {
  readonly lines: number;
  readonly length: number;
  /** Room of the optional data in the line of the number. */
  readonly optional: number;
  /** A digit over the optional data. */
  readonly optionalDigit: boolean;
  readonly composite: boolean;
}

const LAYOUTS: Readonly<Record<MrzFormat, Layout>> = {
  TD3: { lines: 2, length: 44, optional: 14, optionalDigit: true, composite: true },
  TD1: { lines: 3, length: 30, optional: 15, optionalDigit: false, composite: true },
  TD2: { lines: 2, length: 36, optional: 7, optionalDigit: false, composite: true },
  'MRV-A': { lines: 2, length: 44, optional: 16, optionalDigit: false, composite: false },
  'MRV-B': { lines: 2, length: 36, optional: 8, optionalDigit: false, composite: false },
};

const WEIGHTS = [7, 3, 1] as const;
const valueOf = (letter: string): number => (letter === '<' ? 0 : Number.parseInt(letter, 36));

/** The digit over characters A–Z, 0–9 and `<` (Doc 9303-3 §4.9). */
export const mrzCheckDigit = (text: string): string =>
  String([...text].reduce((sum, letter, at) => sum + valueOf(letter) * (WEIGHTS[at % 3] ?? 0), 0) % 10);

const padded = (text: string, length: number): string => text.padEnd(length, '<').slice(0, length);

/** Letters of a name as the zone has them: blanks and hyphens part, apostrophes and points go. */
const spelled = (name: string): readonly string[] =>
  name
    .toUpperCase()
    .replace(/['’.]/g, '')
    .split(/[^A-Z0-9]+/)
    .filter(Boolean);

/** The name in its field; too long, the longest parts lose letters first, so that some of each is left. */
function nameField(primary: string, secondary: string, length: number): string {
  const parts = [[...spelled(primary)], [...spelled(secondary)]];
  const joined = () =>
    parts
      .filter((of) => of.length > 0)
      .map((of) => of.join('<'))
      .join('<<');
  while (joined().length > length) {
    const longest = parts.flat().reduce((long, part) => (part.length > long.length ? part : long), '');
    const of = parts.findLast((each) => each.includes(longest)) ?? [];
    const at = of.lastIndexOf(longest);
    if (longest.length > 1) of[at] = longest.slice(0, -1);
    else of.splice(at, 1);
  }
  return padded(joined(), length);
}

/** Number and its digit; one longer than nine characters goes on in the optional data (TD1, TD2). */
function numberField(number: string, optional: string, long: boolean) {
  if (number.length <= 9 || !long)
    return { field: padded(number, 9), digit: mrzCheckDigit(padded(number, 9)), optional };
  return {
    field: number.slice(0, 9),
    digit: '<',
    optional: `${number.slice(9)}${mrzCheckDigit(number)}<${optional}`,
  };
}

/** The lines of a document; undefined when a field does not fit its place or holds what no zone has. */
export function mrzLines(format: MrzFormat, fields: MrzFields): readonly string[] | undefined {
  const layout = LAYOUTS[format];
  const { field, digit, optional } = numberField(
    fields.number,
    fields.optional,
    format === 'TD1' || format === 'TD2',
  );
  const sound =
    [fields.documentCode, fields.issuer, fields.nationality, fields.number, fields.optional].every((text) =>
      /^[A-Z0-9<]*$/.test(text),
    ) &&
    [fields.birth, fields.expiry].every((day) => /^[0-9<]{6}$/.test(day)) &&
    spelled(fields.primary).length > 0 &&
    optional.length <= layout.optional &&
    fields.number.length <= (format === 'TD1' || format === 'TD2' ? 22 : 9) &&
    fields.documentCode.length <= 2 &&
    [fields.issuer, fields.nationality].every((state) => state.length <= 3);
  if (!sound) return undefined;
  const [birth, expiry] = [fields.birth, fields.expiry].map((day) => day + mrzCheckDigit(day));
  const head = padded(fields.documentCode, 2) + padded(fields.issuer, 3);
  const extra = padded(optional, layout.optional);
  const nationality = padded(fields.nationality, 3);
  if (format === 'TD1') {
    const first = head + field + digit + extra;
    const second = `${birth}${fields.sex}${expiry}${nationality}${'<'.repeat(11)}`;
    return [
      first,
      second + compositeOf('TD1', [first, second]),
      nameField(fields.primary, fields.secondary, 30),
    ];
  }
  const name = nameField(fields.primary, fields.secondary, layout.length - 5);
  const extraDigit = !layout.optionalDigit ? '' : optional === '' ? '<' : mrzCheckDigit(extra);
  const second = `${field}${digit}${nationality}${birth}${fields.sex}${expiry}${extra}${extraDigit}`;
  return [head + name, layout.composite ? second + compositeOf(format, [head + name, second]) : second];
}

/** The digit over number, days and optional data with their digits. */
function compositeOf(format: MrzFormat, [first = '', second = '']: readonly string[]): string {
  const over =
    format === 'TD1'
      ? first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29)
      : second.slice(0, 10) + second.slice(13, 20) + second.slice(21, LAYOUTS[format].length - 1);
  return mrzCheckDigit(over);
}

/** Which of the formats lines have, when every check digit in them holds; undefined otherwise. */
export function soundMrz(lines: readonly string[]): MrzFormat | undefined {
  const [first = '', second = ''] = lines;
  const format = (Object.keys(LAYOUTS) as MrzFormat[]).find((one) => {
    const { lines: count, length } = LAYOUTS[one];
    const visa = first.startsWith('V');
    return (
      lines.length === count &&
      lines.every((line) => line.length === length) &&
      visa === one.startsWith('MRV')
    );
  });
  if (!format || !lines.every((line) => /^[A-Z0-9<]+$/.test(line))) return undefined;
  const card = format === 'TD1';
  const [number, days] = card ? [first.slice(5), second] : [second, second.slice(13)];
  const optional = card ? first.slice(15) : second.slice(28, 28 + LAYOUTS[format].optional);
  const digits: readonly (readonly [string, string])[] = [
    numberDigit(number.slice(0, 10), optional),
    [days.slice(0, 6), days.charAt(6)],
    [days.slice(8, 14), days.charAt(14)],
    ...(LAYOUTS[format].optionalDigit && second.charAt(42) !== '<'
      ? [[optional, second.charAt(42)] as const]
      : []),
  ];
  const holds = digits.every(([text, digit]) => mrzCheckDigit(text) === digit);
  const composite =
    !LAYOUTS[format].composite || compositeOf(format, lines) === second.charAt(second.length - 1);
  // A filler stands for the digit of optional data only where there are none.
  const blank = !LAYOUTS[format].optionalDigit || second.charAt(42) !== '<' || /^<*$/.test(optional);
  return holds && composite && blank ? format : undefined;
}

/** What the digit of the number stands over: a long number goes on in the optional data. */
function numberDigit(number: string, optional: string): readonly [string, string] {
  const long = /^([A-Z0-9]+)(\d)</.exec(optional);
  if (number.charAt(9) !== '<' || !long) return [number.slice(0, 9), number.charAt(9)];
  return [number.slice(0, 9) + (long[1] ?? ''), long[2] ?? ''];
}

/** What sound lines say, and in which format; undefined where they have none or a check digit does not hold. */
export function readMrz(lines: readonly string[]): (MrzFields & { readonly format: MrzFormat }) | undefined {
  const format = soundMrz(lines);
  if (!format) return undefined;
  const [first = '', second = '', third = ''] = lines;
  const card = format === 'TD1';
  const extra = card ? first.slice(15) : second.slice(28, 28 + LAYOUTS[format].optional);
  const field = card ? first.slice(5, 15) : second.slice(0, 10);
  const long = field.endsWith('<') ? /^([A-Z0-9]+)\d<(.*)$/.exec(extra) : null;
  const [primary = '', secondary = ''] = (card ? third : first.slice(5)).split('<<').map(named);
  const days = card ? second : second.slice(13);
  const sex = days.charAt(7);
  return {
    format,
    documentCode: bare(first.slice(0, 2)),
    issuer: bare(first.slice(2, 5)),
    primary,
    secondary,
    number: bare(field.slice(0, 9)) + (long?.[1] ?? ''),
    nationality: bare(card ? second.slice(15, 18) : second.slice(10, 13)),
    birth: days.slice(0, 6),
    sex: sex === 'M' || sex === 'F' ? sex : '<',
    expiry: days.slice(8, 14),
    optional: bare(long?.[2] ?? extra),
  };
}

const bare = (field: string): string => field.replace(/<+$/, '');
const named = (part: string): string => bare(part).replaceAll('<', ' ');
