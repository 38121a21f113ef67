import { constants, inflateSync } from 'node:zlib';

/** Why a PDF is not taken: it acts by itself, is locked, cannot be looked into, or unpacks to too much. */
export type PdfHarm = 'acts' | 'locked' | 'unseen' | 'bomb';

/** Bytes all object streams of one file together may unpack to. */
const MOST_UNPACKED = 100 * 1024 * 1024;
/** Characters before a stream its dictionary is looked for in. */
const LONGEST_DICT = 64 * 1024;
const LONGEST_HEADS = 1024 * 1024;

/** Actions and forms that run, start, send or fetch something (ISO 32000-1 §12.6.4); a link that waits for a click is none. */
const ACTS =
  /\/(JavaScript|Launch|SubmitForm|ImportData|RichMedia|Rendition|GoToE)(?![A-Za-z0-9])|\/XFA\s*(\[|\d)/;
const OPENING = /\/OpenAction\s*(\[|null|<<|(\d+)\s+\d+\s+R)/g;
const JUMP = /^(\[|<<(?:(?!>>|\/S[\s/])[\s\S]){0,500}\/S\s*\/GoTo(?![A-Za-z0-9]))/;

/**
 * What a PDF would do to whoever opens it. Everything written in it is looked at, also what no table names any more and
 * what is packed into object streams: viewers repair files, each in its own way.
 */
export function harmOfPdf(bytes: Uint8Array): PdfHarm | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = data.toString('latin1');
  const plain = unescaped(raw);
  if (/\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(plain)) return 'locked';
  const packed = unpack(data, raw);
  if (typeof packed === 'string') return packed;
  const texts = [plain, ...packed];
  if (texts.some((text) => ACTS.test(text))) return 'acts';
  for (const text of texts)
    for (const found of text.matchAll(OPENING)) {
      const value = found[1] ?? '';
      const quiet =
        found[2] === undefined
          ? value === 'null' ||
            JUMP.test(text.slice(found.index + found[0].length - value.length).slice(0, 600))
          : everyJump(texts, found[2]);
      if (!quiet) return 'acts';
    }
  return undefined;
}

/** Whether an object is written down somewhere, and everywhere only as a place to jump to. */
function everyJump(texts: readonly string[], number: string): boolean {
  const head = new RegExp(`(?<!\\d)${number}\\s+\\d+\\s+obj\\s*`, 'g');
  const values = texts.flatMap((text) =>
    [...text.matchAll(head)].map((found) => text.slice(found.index + found[0].length).slice(0, 600)),
  );
  return values.length > 0 && values.every((value) => JUMP.test(value));
}

/** The objects in every object stream, written as if they stood in the file. */
function unpack(data: Buffer, raw: string): readonly string[] | PdfHarm {
  const texts: string[] = [];
  let left = MOST_UNPACKED;
  for (let at = raw.indexOf('stream'); at >= 0; at = raw.indexOf('stream', at + 6)) {
    if (raw.startsWith('end', at - 3)) continue;
    const before = raw.slice(Math.max(0, at - LONGEST_DICT), at);
    const begin = before.lastIndexOf('obj');
    const dict = unescaped(before.slice(Math.max(begin, 0)));
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dict)) continue;
    const filter = /\/Filter\s*(\[\s*\/FlateDecode\s*\]|\/FlateDecode(?![A-Za-z0-9]))/.test(dict);
    if (begin < 0 || (!filter && dict.includes('/Filter')) || /\/Predictor\s*([2-9]|1\d)/.test(dict))
      return 'unseen';
    if (!filter) continue;
    const from = at + 6 + (raw.startsWith('\r\n', at + 6) ? 2 : 1);
    try {
      const out = inflateSync(data.subarray(from), {
        maxOutputLength: left,
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      left -= out.length;
      texts.push(
        asObjects(unescaped(out.toString('latin1')), Number(/\/First\s+(\d+)/.exec(dict)?.[1] ?? 0)),
      );
    } catch (error) {
      return error instanceof RangeError ? 'bomb' : 'unseen';
    }
    if (left <= 0) return 'bomb';
  }
  return texts;
}

function asObjects(text: string, first: number): string {
  const heads = text.slice(0, Math.min(first, LONGEST_HEADS)).trim().split(/\s+/);
  const parts: string[] = [text];
  for (let index = 0; index + 1 < heads.length; index += 2)
    parts.push(`\n${heads[index]} 0 obj ${text.slice(first + Number(heads[index + 1])).slice(0, 600)}`);
  return parts.join('');
}

/** `#4A` in a name stands for `J`. */
const unescaped = (text: string): string =>
  text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
