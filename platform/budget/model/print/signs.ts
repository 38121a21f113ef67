/**
 * Signs whose compatibility form (NFKC) holds digits though they are none: superscripts, fractions, circled and bracketed numbers, squared
 * units ("①", "²", "½", "㎡"). Unicode 15, blocks named in the ranges.
 */
const lookalikes =
  /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209f\u2150-\u215f\u2189\u2460-\u24ff\u3200-\u33ff]/;
const others = new RegExp(`[^${lookalikes.source.slice(1, -1)}]+`, 'g');

/** Signs that take no room on paper: zero-width spaces and joiners, soft hyphens, directions, fillers. */
const invisible = /[\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u034f/g;

/** What points to a note: "①", "²", "[1]", "【注2】", "※". A power after a Latin letter ("m²") belongs to its unit instead. */
const mark = [
  /[[［【〔]注?(?:[\d０-９]{1,2}|[\u2460-\u2473])[\]］】〕]/,
  /(?<![A-Za-z])[\u00b2\u00b3\u00b9\u2070\u2074-\u208e]+/,
  /[\u2460-\u24e9\u24eb-\u24fe\u2776-\u2793\u3220-\u3229\u3251-\u325f\u3280-\u3289\u32b1-\u32bf\u2020\u2021\u203b]/,
]
  .map(({ source }) => source)
  .join('|');
const marks = new RegExp(`(?<!\\s)\\s*(?:${mark})`, 'g');
// A numeral with its full stop ("⒈") before digits may be the whole part of a decimal number, so it is no mark there.
const ends = new RegExp(
  `^(?:\\s*(?:${mark})(?<![\\u2488-\\u249b](?=\\d)))+|(?:\\s*(?:${mark}|[*＊]))+(?=[%％]?\\s*$)`,
  'g',
);
const tail = new RegExp(`(?:\\s*(?:${mark}|[*＊]))+$`);

/** Text without the signs nobody sees. */
export function visible(text: string): string {
  return text.replace(invisible, '');
}

/** Text in ordinary width, ready to be compared: full-width forms narrowed, invisible signs gone, and no digit that is not printed as one. */
export function plainSigns(text: string): string {
  const seen = visible(text);
  return lookalikes.test(seen)
    ? seen.replace(others, (part) => part.normalize('NFKC'))
    : seen.normalize('NFKC');
}

/** Text in ordinary width without its footnote marks and the blanks before them, and the marks; where one stood between two digits a blank keeps them apart. */
export function withoutMarks(text: string): { readonly text: string; readonly marks: string } {
  const printed = plainSigns(text);
  const stars = /(?<=\S)\s*\*+\s*$/.exec(printed)?.[0] ?? '';
  const plain = printed.slice(0, printed.length - stars.length);
  return {
    text: plain.replace(marks, (own, at: number) => (/\d/.test(plain[at + own.length] ?? '') ? ' ' : '')),
    marks: (plain.match(marks) ?? []).join('').replace(/\s+/g, '') + stars.trim(),
  };
}

/** A number in ordinary width freed of the marks before and behind it; one between its digits stays, so that it is refused as a number. */
export function unmarkedNumber(text: string): { readonly text: string; readonly marks: string } {
  const plain = plainSigns(text);
  return {
    text: plain.replace(ends, '').trim(),
    marks: (plain.match(ends) ?? []).join('').replace(/\s+/g, ''),
  };
}

/** Words without the marks behind them, otherwise as printed. */
export function unmarkedWords(text: string): { readonly text: string; readonly marks: string } {
  const marks = tail.exec(text)?.[0] ?? '';
  return { text: text.slice(0, text.length - marks.length), marks: marks.trim() };
}
