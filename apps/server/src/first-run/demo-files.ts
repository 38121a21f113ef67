import { Readable } from 'node:stream';
import type { Answers, FileRef } from '@zhitongche/form';
import type { Json, PaperDoc } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { uploadToRegister } from '@zhitongche/register/server';

/** The page behind every attachment of the demo: a real PDF that says what it is. */
export async function demoPage(app: App, today: string): Promise<Pick<FileRef, 'digest' | 'size' | 'type'>> {
  return { ...(await app.blobs.put(await pageOf(app, today))), type: 'application/pdf' };
}

async function pageOf(app: App, today: string): Promise<Uint8Array> {
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
  return made.value.pdf;
}

/** The answers of a move or row with every sample attachment uploaded to its register by whoever acts. */
export async function withRowUploads(
  app: App,
  actor: OfficeActor,
  register: string,
  answers: Answers,
): Promise<Answers> {
  const replaced: Record<string, Json | undefined> = { ...answers };
  for (const [key, value] of Object.entries(answers))
    if (Array.isArray(value) && value.every(isSample))
      replaced[key] = (await Promise.all(
        value.map(async ({ name }) =>
          uploadToRegister(app, actor, register, {
            name,
            stream: Readable.from([await pageOf(app, app.clock().toISOString().slice(0, 10))]),
            limit: PAGE_BYTES,
          }),
        ),
      )) as unknown as Json;
  return replaced;
}

const PAGE_BYTES = 1_000_000;
const isSample = (value: Json): value is { readonly name: string; readonly digest: string } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  'digest' in value &&
  'name' in value;

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
