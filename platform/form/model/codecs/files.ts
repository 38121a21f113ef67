import type { FileRef, FilesField } from '../field.ts';
import type { Json, Problem } from '@zhitongche/base';
import { photoFaults, pixelsOf } from '../photo.ts';
import { english, type FieldCodec, fault, sound, unsound, VERBS, wrongType } from './codec.ts';

const KEYS = ['id', 'name', 'size', 'type', 'digest', 'version', 'pixels'];
/** Longest version code taken as it was typed: whether it is one is said at the field. */
const MOST = 40;

// oxlint-disable-next-line no-control-regex
const UNSAFE_NAME = /[\u0000-\u001f\u007f/\\]/;

/** The reference when it is one in every detail, else undefined. */
const fileRef = (raw: Json | undefined): FileRef | undefined => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  const { id, name, size, type, digest, version, pixels } = raw as {
    readonly [key: string]: Json | undefined;
  };
  const sane =
    Object.keys(raw).every((key) => KEYS.includes(key)) &&
    typeof id === 'string' &&
    /^[\w-]{1,64}$/.test(id) &&
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= 255 &&
    !UNSAFE_NAME.test(name) &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size > 0 &&
    typeof type === 'string' &&
    /^[\w.+-]{1,64}\/[\w.+-]{1,64}$/.test(type) &&
    typeof digest === 'string' &&
    /^[0-9a-f]{64}$/.test(digest) &&
    (version === undefined || (typeof version === 'string' && version.length <= MOST)) &&
    (pixels === undefined || (typeof pixels === 'string' && pixelsOf({ pixels }) !== null));
  if (!sane) return undefined;
  const read = { id, name, size, type, digest };
  return {
    ...read,
    ...(version === undefined ? {} : { version }),
    ...(pixels === undefined ? {} : { pixels }),
  };
};

const extensionOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Bytes in words: `10 MB`, `512 KB`. */
export const bytesInWords = (bytes: number): string =>
  bytes >= 1_048_576
    ? `${Math.round((bytes / 1_048_576) * 10) / 10} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;

const problemsOfFile = (field: FilesField, file: FileRef): readonly Problem[] => {
  const problems: Problem[] = [];
  if (!field.accept.includes(extensionOf(file.name))) {
    const kinds = field.accept.join('、');
    problems.push(
      fault(
        'file-kind',
        `「${field.label}」不接受文件“${file.name}”的格式`,
        `${english(field)} does not accept the format of ${file.name}`,
        { todo: `请上传${kinds}格式的文件` },
      ),
    );
  }
  if (file.size > field.maxBytes) {
    problems.push(
      fault(
        'file-size',
        `「${field.label}」中“${file.name}”为${bytesInWords(file.size)}，超过${bytesInWords(field.maxBytes)}`,
        `${english(field)}: ${file.name} is ${bytesInWords(file.size)}, more than ${bytesInWords(field.maxBytes)}`,
        { todo: `请压缩到${bytesInWords(field.maxBytes)}以内后重新上传` },
      ),
    );
  }
  for (const { code, message, en, todo } of field.photo ? photoFaults(field.photo, file) : [])
    problems.push(
      fault(code, `「${field.label}」中“${file.name}”${message}`, `${english(field)}: ${en}`, {
        todo,
        ...(field.photo?.basis ? { basis: field.photo.basis } : {}),
      }),
    );
  return problems;
};

/** Reads, shows and blanks uploads; the bytes themselves are sniffed by the server. */
export const filesCodec: FieldCodec<FilesField> = {
  verb: VERBS.upload,
  read(field, raw) {
    if (!Array.isArray(raw)) return wrongType(field, '文件列表', 'a list of files');
    if (raw.length > field.maxFiles) {
      return unsound(
        fault(
          'too-many-files',
          `「${field.label}」最多上传${field.maxFiles}个文件，现有${raw.length}个`,
          `${english(field)} takes at most ${field.maxFiles} files, now ${raw.length}`,
          { todo: '请删除多余的文件' },
        ),
      );
    }
    const refs = raw.map(fileRef);
    const files = refs.filter((ref) => ref !== undefined);
    if (files.length < refs.length || new Set(files.map((f) => f.id)).size < files.length) {
      return wrongType(field, '已上传的文件', 'files uploaded before');
    }
    const problems = files.flatMap((file) => problemsOfFile(field, file));
    return problems.length > 0 ? unsound(...problems) : sound(files.map((file) => ({ ...file })));
  },
  show: (_field, value, lang) =>
    (Array.isArray(value) ? value : [])
      .map((item) => fileRef(item)?.name ?? '')
      .join(lang === 'zh' ? '、' : ', '),
  blank: () => [],
};
