import type { Answers, FileRef } from '@zhitongche/form';
import type { Json, PaperDoc } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';

/** The page behind every attachment of the demo: a real PDF that says what it is. */
export async function demoPage(app: App, today: string): Promise<Pick<FileRef, 'digest' | 'size' | 'type'>> {
  const doc: PaperDoc = {
    kind: 'sample',
    name: '演示材料',
    issuer: '演示',
    issuedOn: today,
    blocks: [
      { kind: 'title', lines: ['演示材料'] },
      { kind: 'paragraph', text: '本页代替单位上传的扫描件，用于演示附件的上传、查看和下载。' },
      { kind: 'paragraph', text: '其中不含任何真实单位或个人的信息。' },
    ],
  };
  const made = await app.papers.make(doc, { docx: false, signer: null, at: app.clock(), issuer: '演示' });
  if (!made.ok)
    throw new Error(`The demo page cannot be made: ${made.problems.map((p) => p.message).join()}`);
  return { ...(await app.blobs.put(made.value.pdf)), type: 'application/pdf' };
}

/** The answers with every sample attachment replaced by an upload of this case. */
export async function withUploads(
  app: App,
  where: { readonly office: string; readonly caseId: string; readonly person: string },
  page: Pick<FileRef, 'digest' | 'size' | 'type'>,
  answers: Answers,
): Promise<Answers> {
  const uploads: FileRef[] = [];
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null) return value;
    if ('digest' in value && 'name' in value) {
      const file: FileRef = {
        id: newId(app.clock().getTime()),
        name: typeof value.name === 'string' ? value.name : '附件.pdf',
        ...page,
      };
      uploads.push(file);
      return { ...file };
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, replace(item)]])),
    );
  };
  const replaced = Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [[key, replace(value)]])),
  );
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     select $1, u.id, $2, u.name, u.type, u.size, u.digest, $3, $4
     from json_to_recordset($5) as u(id uuid, name text, type text, size bigint, digest text)`,
    [where.office, where.caseId, where.person, app.clock(), JSON.stringify(uploads)],
  );
  return replaced;
}
