import type { API, ReplyOf } from '@zhitongche/contract';
import { isAdmin } from '@zhitongche/case';
import type { Answers, Fields, Form } from '@zhitongche/form';
import { type App, type FileReply, notFound, type OfficeActor, type Specimen } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { demandOpenable, servedInline } from '@zhitongche/file/server';
import { type OpenedCase, openCase } from '../usecase/open-case.ts';
import { sideOf } from '../query/inward.ts';

/** Seals and signatures on file that a reviewer of the case holds its signed scans against; none where nothing was signed. */
export async function caseSpecimens(
  app: App,
  actor: OfficeActor,
  caseId: string,
): Promise<ReplyOf<(typeof API)['specimens']>> {
  const found = await specimensFor(app, actor, await openCase(app, actor, caseId));
  return found.map(({ label, holder, since, file }) => ({
    id: file.id,
    label,
    holder,
    since,
    name: file.name,
    type: file.type,
  }));
}

/** Hands out one of them; who opened it is on record as with any file. */
export async function openSpecimen(
  app: App,
  actor: OfficeActor,
  caseId: string,
  fileId: string,
): Promise<FileReply> {
  const found = await specimensFor(app, actor, await openCase(app, actor, caseId));
  const file = found.find((one) => one.file.id === fileId)?.file;
  if (file) await demandOpenable(app, actor.office, file.digest);
  const body = file ? await app.blobs.get(file.digest) : null;
  if (!file || !body) throw notFound('file.not-found', '没有这份样本。', 'No such specimen.');
  await record(app.db.query, actor, app.clock(), 'file.open', `case:${caseId}`, {
    file: fileId,
    specimen: true,
  });
  return { body, type: file.type, name: file.name, inline: servedInline(file.type) };
}

/** Those on file when what is reviewed was handed in: a seal cut later proves nothing of an earlier letter. */
async function specimensFor(app: App, actor: OfficeActor, opened: OpenedCase): Promise<readonly Specimen[]> {
  if (isAdmin(actor) || sideOf(actor, opened) !== 'office' || !hasSigned(opened)) return [];
  const { loaded } = opened;
  const [handedIn] = await app.db.query<{ at: Date }>(
    'select at from case_event where office = $1 and case_id = $2 and seq = $3',
    [actor.office, loaded.id, loaded.content_seqs.at(-1) ?? 0],
  );
  if (!handedIn) return [];
  const asked = {
    app,
    office: actor.office,
    unit: loaded.unit,
    at: handedIn.at,
    service: opened.service.code,
    state: opened.state,
  };
  return (await Promise.all(app.specimens.map((book) => book(asked)))).flat();
}

const hasSigned = ({ service, state }: Pick<OpenedCase, 'service' | 'state'>): boolean =>
  signedIn(fieldsOf(service.form), state.answers) ||
  Object.entries(state.records).some(([key, entries]) => {
    const form = service.forms[key]?.form ?? {};
    return entries.some(({ data }) => signedIn(fieldsOf(form), data));
  });

const fieldsOf = (form: Form): Fields =>
  Object.assign({}, ...Object.values(form).map(({ fields }) => fields)) as Fields;

const signedIn = (fields: Fields, answers: Answers): boolean =>
  Object.entries(fields).some(([key, field]) => {
    const value = answers[key];
    if (!Array.isArray(value)) return false;
    if (field.kind === 'files') return field.signed === true && value.length > 0;
    return field.kind === 'table' && value.some((row) => signedIn(field.columns, row as Answers));
  });
