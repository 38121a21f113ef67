import type { App } from '../app.ts';
import type { Walked } from './verify-states.ts';

/** Reads every file the office's papers and uploads name; the store compares each with its digest. */
export async function verifyFiles(app: App, office: string): Promise<Walked> {
  const rows = await app.db.query<{ digest: string; name: string }>(
    `select distinct on (digest) digest, name from (
       select pdf_digest as digest, title || coalesce(' ' || number, '') as name from paper where office = $1
       union all select docx_digest, title || coalesce(' ' || number, '') from paper where office = $1 and docx_digest is not null
       union all select digest, name from upload where office = $1
     ) files order by digest`,
    [office],
  );
  const broken: string[] = [];
  for (const { digest, name } of rows) {
    const bytes = await app.blobs.read(digest).catch(() => null);
    if (bytes === null) broken.push(`文件“${name}”缺失或已改动（${digest}）`);
  }
  return { checked: rows.length, broken };
}
