import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Where a command writes; the process's own streams when it runs for real. */
export interface CommandIo {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** A path as the caller sees it: npm changes the folder but tells where it was called from. */
export const pathOf = (file: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), file);

/** The bytes of a file, or of the standard input for “-”. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(file === '-' ? await buffer(process.stdin) : await readFile(pathOf(file)));
}

/** Why a file could not be opened, in words. */
export function why(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return '没有这个文件，请检查路径。';
  if (code === 'EACCES' || code === 'EPERM') return '没有读取权限，请检查文件权限。';
  if (code === 'EISDIR') return '这是文件夹，请指明其中的文件。';
  return '无法读取，请检查文件和磁盘。';
}
