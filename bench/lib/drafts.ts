import type { Answers, FileRef } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { outboundTrip } from '../../catalogue/outbound/trip/index.ts';
import type { SamplePerson } from '@zhitongche/catalogue/outbound/trip/sample-people.ts';
import { sampleUpload } from '@zhitongche/catalogue/shared/sample-upload.ts';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import type { App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { createCase } from '@zhitongche/case/server';
import { actorOf, type BenchOffice } from './office.ts';

/** A draft ready to be submitted. */
export interface Draft {
  readonly caseId: string;
  readonly unit: string;
  readonly answers: Answers;
}

/** Papers that are handed in where the unit's departments do not sign and nobody records a clearance. */
const SEALED: Answers = {
  budgetForm: sampleUpload('budget', '任务和预算审批意见表'),
  clearancePapers: sampleUpload('clearance', '人员备案表'),
};

/** Begins a trip of the usual size (six people, three countries, ten days) with its uploads on record. */
export async function makeDraft(
  app: App,
  office: BenchOffice,
  unit: string,
  today: string,
  people?: readonly SamplePerson[],
): Promise<Draft> {
  const filer = actorOf(office, `${unit}-filer`);
  const { id } = await createCase(app, filer, { key: newId(), service: outboundTrip.code });
  const uploads: FileRef[] = [];
  const answers = withFiles(
    { ...ownDelegation({ today, ...(people ? { people } : {}) }), ...SEALED },
    uploads,
  );
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     select $1, u.id, $2, u.name, u.type, u.size, u.digest, $3, $4
     from json_to_recordset($5) as u(id uuid, name text, type text, size bigint, digest text)`,
    [office.code, id, filer.id, app.clock(), JSON.stringify(uploads)],
  );
  return { caseId: id, unit, answers };
}

/** The answers with every sample file under an id of its own. */
export function withFiles(answers: Answers, uploads: FileRef[]): Answers {
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => replace(item));
    if (typeof value !== 'object' || value === null) return value;
    const { digest, name, size, type } = value as Readonly<Record<string, Json | undefined>>;
    if (typeof digest === 'string' && typeof name === 'string') {
      const file = {
        id: newId(),
        name,
        digest,
        size: Number(size),
        type: typeof type === 'string' ? type : '',
      };
      uploads.push(file);
      return { ...file };
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, replace(item)]])),
    );
  };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, item]) => (item === undefined ? [] : [[key, replace(item)]])),
  );
}

/** Ids of a draft: the case and its uploads, in the order the answers name them. */
export const idsOf = (draft: Draft): readonly string[] => [draft.caseId, ...fileIds(draft)];

const fileIds = (draft: Draft): readonly string[] =>
  (JSON.stringify(draft.answers).match(/"id":"[0-9a-f-]{36}"/g) ?? []).map((found) => found.slice(6, -1));

/** Many drafts, the units taking turns: one per unit as the use case makes it, the others copies of its rows. */
export async function makeDrafts(
  app: App,
  office: BenchOffice,
  many: number,
  today: string,
): Promise<readonly Draft[]> {
  const first: Draft[] = [];
  for (const unit of office.units) first.push(await makeDraft(app, office, unit, today));
  const copies = await Promise.all(
    first.map((draft, at) => {
      const wanted = Math.max(0, Math.ceil((many - at) / first.length) - 1);
      return copyDraft(app, office.code, draft, wanted);
    }),
  );
  const byUnit = first.map((draft, at) => [draft, ...(copies[at] ?? [])]);
  return Array.from({ length: many }, (_, n) => {
    const draft = byUnit[n % first.length]?.[Math.floor(n / first.length)];
    if (!draft) throw new Error(`Draft ${n} is missing`);
    return draft;
  });
}

async function copyDraft(app: App, office: string, draft: Draft, many: number): Promise<readonly Draft[]> {
  const files = fileIds(draft);
  const text = JSON.stringify(draft.answers);
  const copies = Array.from({ length: many }, (): Draft & { readonly ids: readonly string[] } => {
    const ids = files.map(() => newId());
    const answers: Answers = JSON.parse(
      files.reduce((now, id, at) => now.replaceAll(id, ids[at] ?? ''), text),
    );
    return { caseId: newId(), unit: draft.unit, answers, ids };
  });
  await app.db.query(
    `insert into case_file (office, id, service, version, status, unit, applicant, applicant_name, state, turn, updated_at, updated_by, created_at)
     select f.office, c.id, f.service, f.version, f.status, f.unit, f.applicant, f.applicant_name, f.state, f.turn, f.updated_at, f.updated_by, f.created_at
     from case_file f, unnest($3::uuid[]) as c(id) where f.office = $1 and f.id = $2`,
    [office, draft.caseId, copies.map((copy) => copy.caseId)],
  );
  await app.db.query(
    `insert into draft (office, case_id, answers, revision, saved_by, saved_at)
     select d.office, c.id, d.answers, d.revision, d.saved_by, d.saved_at
     from draft d, unnest($3::uuid[]) as c(id) where d.office = $1 and d.case_id = $2`,
    [office, draft.caseId, copies.map((copy) => copy.caseId)],
  );
  await app.db.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     select u.office, c.id, c.case_id, u.name, u.type, u.size, u.digest, u.by_person, u.at
     from upload u, json_to_recordset($3) as c(old uuid, id uuid, case_id uuid) where u.office = $1 and u.case_id = $2 and u.id = c.old`,
    [
      office,
      draft.caseId,
      JSON.stringify(
        copies.flatMap((copy) => copy.ids.map((id, at) => ({ old: files[at], id, case_id: copy.caseId }))),
      ),
    ],
  );
  return copies.map(({ ids: _ids, ...copy }) => copy);
}
