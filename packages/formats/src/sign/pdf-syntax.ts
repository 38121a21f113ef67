/** A file that is not readable as PDF; caught where this room meets its callers and turned into a value. */
export class PdfSyntaxError extends Error {}

/** A dictionary as written: each key with the raw text of its value, so that unknown entries survive a rewrite. */
export type PdfDict = ReadonlyMap<string, string>;

const MOST_NESTING = 64;

/** Where the next token begins, past white space and comments. */
export function skipSpace(text: string, at: number): number {
  let here = at;
  for (;;) {
    const code = text.charCodeAt(here);
    if (code === 0x25) {
      while (here < text.length && !isLineEnd(text.charCodeAt(here))) here += 1;
    } else if (code === 0 || code === 9 || code === 10 || code === 12 || code === 13 || code === 32) {
      here += 1;
    } else {
      return here;
    }
  }
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/**
 * Where the value that begins at `at` ends.
 * @throws PdfSyntaxError.
 */
export function valueEnd(text: string, at: number, depth = 0): number {
  if (depth > MOST_NESTING) throw new PdfSyntaxError('Nested too deeply');
  if (text.startsWith('<<', at)) return collectionEnd(text, at + 2, '>>', depth);
  switch (text.charAt(at)) {
    case '[':
      return collectionEnd(text, at + 1, ']', depth);
    case '<':
      return closing(text.indexOf('>', at));
    case '(':
      return stringEnd(text, at);
    default: {
      const rest = text.slice(at, at + 128);
      const token = /^(?:\d+\s+\d+\s+R(?![A-Za-z0-9])|\/[^\s()<>[\]{}/%]*|[^\s()<>[\]{}/%]+)/.exec(rest)?.[0];
      if (!token) throw new PdfSyntaxError('Value expected');
      return at + token.length;
    }
  }
}

/**
 * Reads the dictionary that begins at `at`.
 * @throws PdfSyntaxError.
 */
export function readDict(text: string, at: number): PdfDict {
  if (!text.startsWith('<<', at)) throw new PdfSyntaxError('Dictionary expected');
  const dict = new Map<string, string>();
  let here = skipSpace(text, at + 2);
  while (!text.startsWith('>>', here)) {
    if (text.charAt(here) !== '/') throw new PdfSyntaxError('Key expected');
    const keyEnd = valueEnd(text, here);
    const start = skipSpace(text, keyEnd);
    const end = valueEnd(text, start);
    dict.set(text.slice(here + 1, keyEnd), text.slice(start, end));
    here = skipSpace(text, end);
  }
  return dict;
}

/** Writes a dictionary back. */
export function writeDict(dict: PdfDict): string {
  return `<<\n${[...dict].map(([key, value]) => `/${key} ${value}`).join('\n')}\n>>`;
}

/** The raw values inside an array; throws when there are more than `most`. */
export function readArray(text: string, most = 10_000): string[] {
  if (!text.startsWith('[')) throw new PdfSyntaxError('Array expected');
  const values: string[] = [];
  let here = skipSpace(text, 1);
  while (text.charAt(here) !== ']') {
    const end = valueEnd(text, here);
    values.push(text.slice(here, end));
    if (values.length > most) throw new PdfSyntaxError('More values than expected');
    here = skipSpace(text, end);
  }
  return values;
}

/** The object number of `12 0 R`; nothing for a direct value. */
export function referenceOf(value: string | undefined): number | undefined {
  const parts = /^(\d+)\s+\d+\s+R$/.exec(value ?? '');
  return parts ? Number(parts[1]) : undefined;
}

function collectionEnd(text: string, at: number, close: string, depth: number): number {
  let here = skipSpace(text, at);
  while (!text.startsWith(close, here)) {
    if (here >= text.length) throw new PdfSyntaxError('Unexpected end');
    here = skipSpace(text, valueEnd(text, here, depth + 1));
  }
  return here + close.length;
}

function stringEnd(text: string, at: number): number {
  let open = 0;
  for (let here = at; here < text.length; here += 1) {
    const letter = text.charAt(here);
    if (letter === '\\') here += 1;
    else if (letter === '(') open += 1;
    else if (letter === ')') {
      open -= 1;
      if (open === 0) return here + 1;
    }
  }
  throw new PdfSyntaxError('Unexpected end');
}

function closing(at: number): number {
  if (at < 0) throw new PdfSyntaxError('Unexpected end');
  return at + 1;
}
