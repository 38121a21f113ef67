import type { App } from '@zhitongche/core/server';
import { BlobDamaged, eachStoredFile, type StoredFile } from '@zhitongche/file/server';
import type { Walked } from './verify-states.ts';

/** Reads every file the office's papers, uploads and budgets name; the store compares each with its digest. */
export async function verifyFiles(app: App, office: string): Promise<Walked> {
  const broken: string[] = [];
  let checked = 0;
  await app.db.tx(async (query) => {
    // Reading a page of large files takes its time.
    await query('set local statement_timeout = 0');
    await query('set local idle_in_transaction_session_timeout = 0');
    await eachStoredFile(query, office, async (file) => {
      checked += 1;
      const fault = await faultOf(app, file);
      if (fault !== null) broken.push(`文件“${file.name}”${fault}（${file.digest}）`);
    });
  });
  return { checked, broken };
}

async function faultOf(app: App, { digest, size }: StoredFile): Promise<string | null> {
  try {
    return (await app.blobs.read(digest)) === null ? '缺失' : null;
  } catch (error) {
    if (!(error instanceof BlobDamaged))
      return `读不出来：${error instanceof Error ? error.message : String(error)}`;
    if (size === null || error.size === size) return `的内容已改动，现有 ${error.size} 字节`;
    return error.size < size
      ? `在第 ${error.size} 字节处中断，原有 ${size} 字节`
      : `在第 ${size} 字节之后多出 ${error.size - size} 字节`;
  }
}
