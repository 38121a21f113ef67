import { inflateSync } from 'node:zlib';
import {
  PdfSyntaxError,
  type PdfDict,
  readArray,
  readDict,
  referenceOf,
  skipSpace,
  valueEnd,
} from './pdf-syntax.ts';

/** Where an object lies: at an offset of the file, or as a member of an object stream. */
type Place = { readonly offset: number } | { readonly stream: number; readonly index: number };

const MOST_REVISIONS = 200;
/** Bytes all streams of one file together may unpack to. */
const MOST_INFLATED = 64 * 1024 * 1024;
/** Cross-reference rows of all revisions together; a paper of a thousand pages has some ten thousand. */
const MOST_ROWS = 500_000;
/** Highest object number, as the standard's own table of limits has it. */
const MOST_OBJECTS = 8_388_607;
/** Bytes of the list of numbers and places at the head of an object stream. */
const MOST_HEADS = 1024 * 1024;

/**
 * The structure of a PDF, as far as signing needs it: revisions, cross-reference tables and streams, object
 * streams. Everything is read from the bytes themselves; nothing is repaired or guessed. Whatever the bytes claim, the
 * work is bounded by their length: a stream is unpacked once, and no loop runs on a number that was only written down.
 */
export class PdfFile {
  readonly bytes: Buffer;
  readonly trailer: PdfDict;
  /** Offset of the last cross-reference section. */
  readonly xrefAt: number;
  /** Whether that section is a stream; an update must be of the same sort. */
  readonly xrefIsStream: boolean;
  readonly #text: string;
  readonly #places = new Map<number, Place>();
  readonly #members = new Map<number, ObjectStream>();
  #inflated = 0;
  #rows = 0;
  /** Characters objects may still be read from: objects that lie inside each other are read again and again. */
  #reading: number;

  /** Throws a PdfSyntaxError when the bytes are no readable PDF. */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#text = this.bytes.toString('latin1');
    this.#reading = 4 * this.bytes.length + 4 * 1024 * 1024;
    if (!this.#text.startsWith('%PDF-')) throw new PdfSyntaxError('No PDF header');
    const start = /^startxref\s+(\d+)\s+%%EOF/.exec(
      this.#text.slice(Math.max(this.#text.lastIndexOf('startxref'), 0)),
    );
    if (!start) throw new PdfSyntaxError('No startxref at the end');
    this.xrefAt = Number(start[1]);
    this.xrefIsStream = !this.#text.startsWith('xref', this.xrefAt);
    const seen = new Set<number>();
    const waiting = [this.xrefAt];
    let newest: PdfDict | undefined;
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (seen.has(at) || seen.size >= MOST_REVISIONS) throw new PdfSyntaxError('Revisions run in a circle');
      seen.add(at);
      const trailer = this.#text.startsWith('xref', at) ? this.#readTable(at) : this.#readXrefStream(at);
      newest ??= trailer;
      for (const key of ['XRefStm', 'Prev']) {
        const next = trailer.get(key);
        if (next !== undefined) waiting.push(Number(next));
      }
    }
    if (!newest?.has('Root')) throw new PdfSyntaxError('No document catalog');
    if (newest.has('Encrypt')) throw new PdfSyntaxError('Encrypted files are not signed');
    this.trailer = newest;
  }

  /** Highest object number plus one. */
  get size(): number {
    let most = Number(this.trailer.get('Size'));
    for (const number of this.#places.keys()) most = Math.max(most, number);
    return most;
  }

  /** Raw text of an object's value; `null` for a free or missing one, as the standard says. */
  object(number: number): string {
    const place = this.#places.get(number);
    if (!place) return 'null';
    if ('offset' in place) {
      const start = this.#valueAt(place.offset, number);
      return this.#value(this.#text, start);
    }
    const { text, first, heads } = this.#membersOf(place.stream);
    if (heads[2 * place.index] !== number)
      throw new PdfSyntaxError('Object stream does not hold what it should');
    return this.#value(text, skipSpace(text, first + (heads[2 * place.index + 1] ?? 0)));
  }

  /** A dictionary given directly or by reference. */
  dict(value: string | undefined): PdfDict {
    const number = referenceOf(value);
    return readDict(number === undefined ? (value ?? '') : this.object(number), 0);
  }

  /** An array given directly or by reference; empty when absent. Throws when it holds more than `most` values. */
  array(value: string | undefined, most?: number): string[] {
    if (value === undefined) return [];
    const number = referenceOf(value);
    return readArray(number === undefined ? value : this.object(number), most);
  }

  /** Object number of the first page. */
  firstPage(): number {
    let number = referenceOf(this.dict(this.trailer.get('Root')).get('Pages'));
    for (let depth = 0; depth < 64 && number !== undefined; depth += 1) {
      const node = this.dict(`${number} 0 R`);
      if (!node.has('Kids')) return number;
      number = referenceOf(this.array(node.get('Kids'))[0]);
    }
    throw new PdfSyntaxError('No page');
  }

  #value(text: string, start: number): string {
    const end = valueEnd(text, start);
    this.#reading -= end - start;
    if (this.#reading < 0) throw new PdfSyntaxError('Objects lie inside each other');
    return text.slice(start, end);
  }

  /** Where the value of an indirect object begins, past `12 0 obj`. */
  #valueAt(offset: number, number?: number): number {
    const head = /^\s*(\d+)\s+\d+\s+obj/.exec(this.#text.slice(offset, offset + 64));
    if (!head || (number !== undefined && Number(head[1]) !== number))
      throw new PdfSyntaxError('Object expected');
    const start = skipSpace(this.#text, offset + head[0].length);
    this.#reading -= start - offset;
    return start;
  }

  #readTable(at: number): PdfDict {
    let here = skipSpace(this.#text, at + 4);
    for (;;) {
      const head = /^(\d+)\s+(\d+)\s+/.exec(this.#text.slice(here, here + 40));
      if (!head) break;
      here += head[0].length;
      const first = Number(head[1]);
      for (let index = 0; index < Number(head[2]); index += 1, here += 20) {
        const row = /^(\d{10}) \d{5} ([nf])/.exec(this.#text.slice(here, here + 20));
        if (!row) throw new PdfSyntaxError('Cross-reference row expected');
        this.#count(1);
        if (row[2] === 'n') this.#learn(first + index, { offset: Number(row[1]) });
      }
    }
    if (!this.#text.startsWith('trailer', here)) throw new PdfSyntaxError('Trailer expected');
    return readDict(this.#text, skipSpace(this.#text, here + 7));
  }

  #readXrefStream(at: number): PdfDict {
    const { dict, data } = this.#streamFrom(this.#valueAt(at));
    const widths = readArray(dict.get('W') ?? '').map(Number);
    const [kind = 0, second = 0, third = 0] = widths;
    const width = kind + second + third;
    const index = dict.has('Index')
      ? readArray(dict.get('Index') ?? '').map(Number)
      : [0, Number(dict.get('Size'))];
    if (![kind, second, third].every((one) => wholeUpTo(one, 6)) || width === 0)
      throw new PdfSyntaxError('Cross-reference rows of no width');
    if (!index.every((one) => wholeUpTo(one, MOST_OBJECTS)))
      throw new PdfSyntaxError('Cross-reference rows of no object');
    const claimed = index.reduce((sum, one, at) => sum + (at % 2 === 1 ? one : 0), 0);
    // Before any loop: what is only claimed costs nothing.
    if (claimed * width > data.length) throw new PdfSyntaxError('Cross-reference stream too short');
    this.#count(claimed);
    const field = (from: number, bytes: number) => (bytes ? data.readUIntBE(from, bytes) : 0);
    let row = 0;
    for (let pair = 0; pair + 1 < index.length; pair += 2) {
      for (let count = 0; count < (index[pair + 1] ?? 0); count += 1, row += width) {
        const number = (index[pair] ?? 0) + count;
        const type = kind ? field(row, kind) : 1;
        const value = field(row + kind, second);
        if (type === 1) this.#learn(number, { offset: value });
        if (type === 2) this.#learn(number, { stream: value, index: field(row + kind + second, third) });
      }
    }
    return dict;
  }

  #count(rows: number): void {
    this.#rows += rows;
    if (this.#rows > MOST_ROWS) throw new PdfSyntaxError('More objects than any paper has');
  }

  #learn(number: number, place: Place): void {
    // Newer revisions are read first.
    if (!this.#places.has(number)) this.#places.set(number, place);
  }

  #membersOf(number: number): ObjectStream {
    const known = this.#members.get(number);
    if (known) return known;
    const place = this.#places.get(number);
    if (!place || !('offset' in place)) throw new PdfSyntaxError('Stream expected');
    const { dict, data } = this.#streamFrom(this.#valueAt(place.offset, number));
    const first = Number(dict.get('First'));
    if (!wholeUpTo(first, MOST_HEADS)) throw new PdfSyntaxError('Object stream without a head');
    const text = data.toString('latin1');
    const heads = text.slice(0, first).trim().split(/\s+/).map(Number);
    const members = { text, first, heads };
    this.#members.set(number, members);
    return members;
  }

  #streamFrom(start: number): { dict: PdfDict; data: Buffer } {
    const dict = readDict(this.#text, start);
    const end = valueEnd(this.#text, start);
    const head = /^\s*stream(\r\n|\n)/.exec(this.#text.slice(end, end + 32));
    if (!head) throw new PdfSyntaxError('Stream expected');
    const from = end + head[0].length;
    const length = dict.get('Length');
    const reference = referenceOf(length);
    const raw = this.bytes.subarray(
      from,
      from + Number(reference === undefined ? length : this.object(reference)),
    );
    const filter = only(dict.get('Filter'));
    if (filter === undefined) return { dict, data: raw };
    if (filter !== '/FlateDecode') throw new PdfSyntaxError('Unknown filter');
    const parameters = only(dict.get('DecodeParms'));
    const left = MOST_INFLATED - this.#inflated;
    if (left <= 0) throw new PdfSyntaxError('Unpacks to more than any paper');
    const data = inflateSync(raw, { maxOutputLength: left });
    this.#inflated += data.length;
    return { dict, data: parameters ? unpredicted(data, this.dict(parameters)) : data };
  }
}

/** An unpacked object stream: its text, where its objects begin, and pairs of object number and place. */
interface ObjectStream {
  readonly text: string;
  readonly first: number;
  readonly heads: readonly number[];
}

const wholeUpTo = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= most;

/** A value, or the only one of an array. */
function only(value: string | undefined): string | undefined {
  if (!value?.startsWith('[')) return value;
  const [first, ...more] = readArray(value, 8);
  if (more.length > 0) throw new PdfSyntaxError('Unknown filter');
  return first;
}

/** Undoes the PNG filters that writers put before compressing tables. */
function unpredicted(data: Buffer, parameters: PdfDict): Buffer {
  if (Number(parameters.get('Predictor') ?? 1) < 10) return data;
  const columns = Number(parameters.get('Columns') ?? 1);
  if (columns === 0 || !wholeUpTo(columns, 10_000)) throw new PdfSyntaxError('Unknown predictor');
  const rows = Math.floor(data.length / (columns + 1));
  const plain = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = data[row * (columns + 1)];
    if (filter !== 0 && filter !== 1 && filter !== 2) throw new PdfSyntaxError('Unknown predictor');
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const before = filter === 1 ? (column ? (plain[at - 1] ?? 0) : 0) : 0;
      const above = filter === 2 && row ? (plain[at - columns] ?? 0) : 0;
      plain[at] = ((data[row * (columns + 1) + 1 + column] ?? 0) + before + above) & 0xff;
    }
  }
  return plain;
}
