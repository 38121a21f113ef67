import { blocking, ok, type Problem, refuse, type Result } from '@zhitongche/base';
import { extensionOf, type Spooled } from '@zhitongche/file/server';
import type { Reader } from '@zhitongche/core/server';

const TEXT = 'text/plain; charset=utf-8';
/** What archives, PDFs, old Office files and rich text begin with. */
const OTHERS = ['PK\x03\x04', '%PDF-', '\xd0\xcf\x11\xe0', '{\\rtf'];
const ACCEPTED = ['txt', 'docx', 'xlsx', 'pdf'] as const;

/** Whether an uploaded file may be read as a budget, by its content; gives the media type it is kept under. */
export async function judgeBudgetFile(
  reader: Reader,
  name: string,
  file: Spooled,
  from: string,
): Promise<Result<string>> {
  const extension = ACCEPTED.find((one) => one === extensionOf(name));
  if (extension === undefined)
    return refuse(
      fault(
        'file.type',
        '只能读取 txt、docx、xlsx 和有文字层的 pdf。',
        'Only txt, docx, xlsx and PDFs with text can be read.',
        '请用办公软件另存为其中一种格式后再上传。',
      ),
    );
  if (file.size === 0 || extension !== 'txt') {
    const judged = await reader.read('inspect', file, { name }, from);
    return judged.ok ? ok(judged.value.type) : judged;
  }
  const head = Buffer.from((await file.bytes()).subarray(0, 8)).toString('latin1');
  if (OTHERS.some((magic) => head.startsWith(magic)))
    return refuse(
      fault(
        'file.type',
        '文件名是“.txt”，内容却不是纯文本。',
        'The content is no plain text.',
        '请把文件名改回原来的扩展名后再上传。',
      ),
    );
  return ok(TEXT);
}

const fault = (code: string, message: string, en: string, todo: string): Problem =>
  blocking(code, [], message, en, { todo });
