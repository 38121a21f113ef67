import { endsLikeZip } from '@zhitongche/formats';
import { fileTypeFromBuffer } from 'file-type';
import { blocking, type Problem, type Result, ok, refuse } from '@zhitongche/base';
import { harmOfPdf, type PdfHarm } from './active-pdf.ts';
import { type ArchiveEntry, readArchive } from './archive.ts';
import type { Inspected } from '@zhitongche/core/server';
import { extensionOf } from './file-name.ts';
import { imageSize } from './image-size.ts';
import { holdsMacros, programIn } from './programs.ts';

interface Kind {
  readonly type: string;
  readonly label: string;
  readonly inline?: true;
  /** Other extensions the same content goes by. */
  readonly also?: readonly string[];
}

/** Everything the platform accepts, by extension. */
export const FILE_KINDS: Readonly<Record<string, Kind>> = {
  pdf: { type: 'application/pdf', label: 'PDF', inline: true },
  jpg: { type: 'image/jpeg', label: 'JPEG 图片', inline: true, also: ['jpeg'] },
  png: { type: 'image/png', label: 'PNG 图片', inline: true },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word 文档（docx）',
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel 表格（xlsx）',
  },
  doc: { type: 'application/msword', label: 'Word 文档（doc）' },
  xls: { type: 'application/vnd.ms-excel', label: 'Excel 表格（xls）' },
  ofd: { type: 'application/ofd', label: 'OFD 版式文件' },
  zip: { type: 'application/zip', label: 'ZIP 压缩包' },
};

/** Pixels beyond which decoding an image alone can exhaust a machine. */
const MOST_PIXELS = 100_000_000;

/** Looks at the content, not at the name: true type, archive bombs, mixed-up files. Problems come back all at once. */
export async function inspect(name: string, bytes: Uint8Array): Promise<Result<Inspected>> {
  if (bytes.length === 0)
    return refuse(problem('file.empty', '文件是空的，没有内容。', 'The file is empty.', '请重新选择文件。'));
  const asked = extensionOf(name);
  const named = kindNamed(asked);
  if (!named)
    return refuse(
      problem(
        'file.type',
        asked ? `不接受“.${asked}”类型的文件。` : '文件名没有扩展名，无法判断类型。',
        'This type of file is not accepted.',
        `请转换为 ${Object.keys(FILE_KINDS).join('、')} 后再上传。`,
      ),
    );
  const found = await contentKind(named, bytes);
  if (typeof found !== 'string') return refuse(found);
  const problems: Problem[] = [];
  if (found !== named)
    problems.push(
      problem(
        'file.type',
        `文件名是“.${asked}”，内容${found ? `却是${FILE_KINDS[found]?.label ?? found}` : '却不是这种文件'}。`,
        'The content does not match the extension.',
        '请用原软件打开后另存为正确格式，不要只改扩展名。',
      ),
    );
  else problems.push(...mixedUp(found, bytes));
  const kind = FILE_KINDS[named];
  return problems.length > 0 || !kind
    ? refuse(...problems)
    : ok({ extension: named, type: kind.type, inline: kind.inline ?? false });
}

const kindNamed = (extension: string): string | undefined =>
  Object.entries(FILE_KINDS).find(([key, kind]) => key === extension || kind.also?.includes(extension))?.[0];

async function contentKind(named: string, bytes: Uint8Array): Promise<string | Problem> {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) {
    const archive = readArchive(bytes);
    return archive.ok ? archiveKind(archive.entries) : archiveProblem(archive.why);
  }
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(named, bytes);
  const found = await fileTypeFromBuffer(bytes.subarray(0, 4100));
  return found ? (kindNamed(found.ext) ?? found.ext) : '';
}

function archiveKind(entries: readonly ArchiveEntry[]): string | Problem {
  const names = new Set(entries.map((entry) => entry.name));
  if (entries.some((entry) => /vbaProject\.bin$/i.test(entry.name))) return macros();
  const document = names.has('[Content_Types].xml') || names.has('OFD.xml');
  const program = programIn(entries, !document);
  if (program?.endsWith('.rels') && document)
    return problem(
      'file.active',
      '文档打开时会自动从别处取用模板或对象，已拒收。',
      'The document fetches a template or an object from elsewhere when it is opened.',
      '请在 Word“文档模板”中改用默认模板、把链接的对象改为嵌入，或另存为 PDF 后再上传。',
    );
  if (program !== undefined)
    return problem(
      'file.active',
      `文件中的“${program.slice(0, 60)}”是程序、含宏或打开时自动联网的文档，或无法检查的压缩包，已拒收。`,
      'The file holds a program, a document with macros, or an archive that cannot be checked.',
      '请只打包文档和图片，不要放入程序、脚本、快捷方式或其他格式的压缩包。',
    );
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml')) return 'zip';
  if (names.has('word/document.xml')) return 'docx';
  return names.has('xl/workbook.xml') ? 'xlsx' : 'zip';
}

const macros = (): Problem =>
  problem(
    'file.type',
    '文件中含有宏程序，不能上传。',
    'The document carries macros.',
    '请另存为不含宏的 docx 或 xlsx，或转换为 PDF。',
  );

function archiveProblem(why: 'broken' | 'bomb' | 'locked' | 'path'): Problem {
  const texts = {
    broken: [
      'file.type',
      '文件不完整或已损坏，无法打开。',
      'The file is incomplete or damaged.',
      '请用原软件打开后重新保存再上传。',
    ],
    bomb: [
      'file.bomb',
      '文件解开后远大于允许的大小，已拒收。',
      'The file unpacks to far more than is allowed.',
      '请精简内容（如压缩图片）后再上传。',
    ],
    locked: [
      'file.type',
      '文件设有打开密码，无法检查内容。',
      'The file is protected by a password.',
      '请取消密码后再上传。',
    ],
    path: [
      'file.name',
      '压缩包内的文件名不安全，已拒收。',
      'The archive holds unsafe file names.',
      '请重新打包，不要使用“..”或绝对路径。',
    ],
  } as const;
  const [code, message, en, todo] = texts[why];
  return problem(code, message, en, todo);
}

function compoundKind(named: string, bytes: Uint8Array): string | Problem {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (stream: string) => data.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) return archiveProblem('locked');
  if (holdsMacros(bytes)) return macros();
  const kinds = [...(has('WordDocument') ? ['doc'] : []), ...(has('Workbook') ? ['xls'] : [])];
  // A Word document may hold an Excel table and the other way round; the name then tells which is the outer one.
  return kinds.includes(named) ? named : (kinds[0] ?? '');
}

/** Content that is sound as one thing and yet readable as another, or made to exhaust whoever opens it. */
function mixedUp(kind: string, bytes: Uint8Array): readonly Problem[] {
  const plain = kind === 'pdf' || kind === 'jpg' || kind === 'png';
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const twoFaced =
    (plain && endsLikeZip(bytes)) ||
    (kind !== 'pdf' && head.includes('%PDF-')) ||
    (plain && /<(script|html|svg|!doctype)/i.test(head));
  const problems: Problem[] = [];
  if (twoFaced)
    problems.push(
      problem(
        'file.type',
        '文件里混有另一种文件的内容，已拒收。',
        'The file is two kinds of file at once.',
        '请用原软件打开后重新保存再上传。',
      ),
    );
  if (kind === 'pdf' && !Buffer.from(bytes.subarray(-2048)).includes('%%EOF'))
    problems.push(
      problem('file.type', 'PDF 文件不完整。', 'The PDF is cut off.', '请重新导出 PDF 后再上传。'),
    );
  const harm = kind === 'pdf' ? harmOfPdf(bytes) : undefined;
  if (harm) problems.push(pdfProblem(harm));
  if (kind === 'jpg' || kind === 'png') {
    const size = imageSize(bytes);
    if (!size || size.width === 0 || size.height === 0)
      problems.push(
        problem(
          'file.type',
          '图片已损坏，无法读取尺寸。',
          'The image is damaged.',
          '请重新保存图片后再上传。',
        ),
      );
    else if (size.width * size.height > MOST_PIXELS)
      problems.push(
        problem(
          'file.bomb',
          '图片尺寸过大（超过一亿像素）。',
          'The image has more than 100 megapixels.',
          '请缩小图片后再上传。',
        ),
      );
  }
  return problems;
}

function pdfProblem(harm: PdfHarm): Problem {
  if (harm === 'acts')
    return problem(
      'file.active',
      'PDF 中含有脚本或打开时自动执行的动作，已拒收。',
      'The PDF holds scripts or actions that run by themselves.',
      '请用“打印为 PDF”重新生成一份静态的 PDF 后再上传。',
    );
  if (harm === 'unseen')
    return problem(
      'file.type',
      'PDF 的结构无法检查，已拒收。',
      'The structure of the PDF cannot be checked.',
      '请用“打印为 PDF”重新生成后再上传。',
    );
  return archiveProblem(harm);
}

const startsWith = (bytes: Uint8Array, latin1: string): boolean =>
  Buffer.from(bytes.subarray(0, latin1.length)).toString('latin1') === latin1;

const problem = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(code, [], message, en, { todo });

/** Whether a stored media type is one a browser may show in place. */
export const servedInline = (type: string): boolean =>
  Object.values(FILE_KINDS).some((kind) => kind.type === type && kind.inline === true);
