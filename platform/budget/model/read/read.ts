import type { Disclosure } from '../model/disclosure.ts';
import { decodeText } from '@zhitongche/formats';
import { type Finding, Findings } from './finding.ts';
import { Interpreter } from './interpret.ts';
import type { Line } from './line.ts';
import type { Opened, ReadOptions } from './opened.ts';
import { textLines } from './text-lines.ts';
import { opensSomething } from './titles.ts';

/** A disclosure file as bytes with its name; the name only helps to say which file a message is about. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Kinds of files a disclosure can be read from. */
export type FileKind = 'text' | 'docx' | 'xlsx' | 'pdf';

/** A reading that reached the model; what needs a person's eye is in `findings`. */
export interface ReadDisclosure {
  readonly ok: true;
  readonly kind: FileKind;
  readonly encoding: string | null;
  readonly model: Disclosure;
  readonly findings: readonly Finding[];
}

/** A file that could not be opened at all, with the reason as a finding. */
export interface UnreadableFile {
  readonly ok: false;
  readonly kind: FileKind | 'unknown';
  readonly findings: readonly Finding[];
}

const stride = 2000;
const defaultMaxBytes = 256 * 1024 * 1024;

/** Reads a published disclosure into the model. Damage of any kind ends in findings, never in an exception. */
export async function readDisclosure(
  file: SourceFile,
  options: ReadOptions = {},
): Promise<ReadDisclosure | UnreadableFile> {
  const kind = kindOf(file.bytes);
  if (file.bytes.length > (options.maxBytes ?? defaultMaxBytes)) {
    return unreadable(
      kind,
      '文件太大，没有打开。',
      'The file is too large and was not opened.',
      '请拆分后分别读取。',
    );
  }
  if (kind === 'unknown') {
    return unreadable(
      kind,
      '这是旧版 Office 文件或不认得的格式。',
      'An old Office file or an unknown format.',
      '请另存为 docx、xlsx、带文字层的 PDF 或纯文本后再读。',
    );
  }
  if (kind === 'text' && isBinary(file.bytes)) {
    return unreadable(
      'unknown',
      '这不是文本，也不是 Word、Excel 或 PDF 文件，没有读取。',
      'The file is neither text nor a Word, Excel or PDF file.',
      '请确认选对了文件；图片、扫描件请先做文字识别。',
    );
  }
  await options.onProgress?.({ step: 'open', share: 0 });
  const opened = await open(kind, file.bytes, options);
  if (!opened.ok) return unreadable(kind, opened.message, opened.en, '请确认文件完整，能用办公软件打开。');
  const interpreter = new Interpreter(
    options.onLine === undefined ? opened.lines : overheard(opened.lines, options.onLine),
  );
  for (let share = 0; share < 1; ) {
    share = interpreter.advance(stride);
    await options.onProgress?.({ step: 'read', share });
  }
  const { model, findings } = interpreter.finish();
  await options.onProgress?.({ step: 'done', share: 1 });
  return {
    ok: true,
    kind,
    encoding: opened.encoding,
    model,
    findings: [...opened.findings.list, ...findings.list],
  };
}

function* overheard(lines: Iterable<Line>, heard: (line: Line) => void): Generator<Line> {
  for (const line of lines) {
    heard(line);
    yield line;
  }
}

async function open(kind: FileKind, bytes: Uint8Array, options: ReadOptions): Promise<Opened> {
  if (kind === 'text') return openText(bytes);
  // Loaded on demand: a page that only shows a budget needs no unzipping and no PDF engine.
  if (kind === 'docx') return (await import('./docx-lines.ts')).openDocx(bytes);
  if (kind === 'xlsx') return (await import('./xlsx-lines.ts')).openXlsx(bytes);
  return (await import('./pdf-lines.ts')).openPdf(bytes, options);
}

function openText(bytes: Uint8Array): Opened {
  const { text, encoding, lost } = decodeText(bytes);
  const findings = new Findings();
  if (lost > 0) {
    findings.add(
      'doubtful',
      {},
      {
        subject: '全文编码',
        message: `按 ${encoding} 读入时有${lost}个字符无法还原。`,
        en: `${lost} characters are not valid in ${encoding}.`,
        advice: '请用原软件另存为 UTF-8 文本再读。',
      },
    );
  }
  return { ok: true, lines: textLines(text, opensSomething), encoding, findings };
}

/** Tells the kind of file by its first bytes; names and extensions are not trusted. */
function kindOf(bytes: Uint8Array): FileKind | 'unknown' {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith('%PDF-') || head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return zipKind(bytes);
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0') || head.startsWith('{\\rtf')) return 'unknown';
  return 'text';
}

/** The names inside a zip tell Word from Excel; they are plain bytes in its directory. */
function zipKind(bytes: Uint8Array): FileKind | 'unknown' {
  if (includes(bytes, 'word/document.xml')) return 'docx';
  return includes(bytes, 'xl/workbook.xml') ? 'xlsx' : 'unknown';
}

function includes(bytes: Uint8Array, words: string): boolean {
  const pattern = [...words].map((char) => char.charCodeAt(0));
  const [first = 0] = pattern;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** Control characters never stand in a text; UTF-16 has zero bytes, but nearly all on one side of each character. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 65536);
  const zeros = [0, 0];
  let control = 0;
  for (const [at, byte] of head.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) control += 1;
  }
  const [even = 0, odd = 0] = zeros;
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const wide = Math.max(even, odd) * 50 > head.length && Math.min(even, odd) * 4 < Math.max(even, odd);
  return !marked && !wide && (control + even + odd) * 50 > head.length;
}

function unreadable(kind: FileKind | 'unknown', message: string, en: string, advice: string): UnreadableFile {
  const findings = new Findings();
  findings.add('unread', {}, { subject: '整个文件', message, en, advice });
  return { ok: false, kind, findings: findings.list };
}
