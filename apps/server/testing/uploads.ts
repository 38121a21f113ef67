import { isJsonObject, type Json } from '@zhitongche/base';
import type { OfficeActor } from '@zhitongche/core/server';
import type { Answers, FileRef } from '@zhitongche/form';
import { newId } from '@zhitongche/host';
import type { TestOffice } from './office.ts';

/** What an upload of a case would be. */
export async function uploaded(
  t: TestOffice,
  by: OfficeActor,
  caseId: string,
  name: string,
): Promise<FileRef> {
  const type = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
  const stored = await t.app.blobs.put(new TextEncoder().encode(`${name} ${newId()}`));
  const file = { id: newId(), name, type, ...stored };
  await t.app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [t.office, file.id, caseId, name, type, file.size, file.digest, by.id, t.app.clock()],
  );
  return file;
}

/** Answers with every sample attachment handed in for a case. */
export async function withUploads(
  t: TestOffice,
  by: OfficeActor,
  caseId: string,
  answers: Answers,
): Promise<Answers> {
  const real = async (value: Json | undefined): Promise<Json | undefined> => {
    if (Array.isArray(value)) {
      const all: Json[] = [];
      for (const one of value) all.push((await real(one)) ?? null);
      return all;
    }
    if (!isJsonObject(value)) return value;
    return 'digest' in value && typeof value['name'] === 'string'
      ? { ...(await uploaded(t, by, caseId, value['name'])) }
      : value;
  };
  const found: Record<string, Json | undefined> = {};
  for (const [key, value] of Object.entries(answers)) found[key] = await real(value);
  return found;
}
