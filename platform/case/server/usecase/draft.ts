import type { Answers } from '@zhitongche/form';
import { canonicalJson, draftTitle } from '@zhitongche/case';
import {
  type OfficeActor,
  type App,
  forbidden,
  ProblemError,
  openAnswers,
  sealAnswers,
  caseKeys,
} from '@zhitongche/core/server';
import { writeAudit } from '@zhitongche/audit/server';
import { casePlace } from '../case/sealed.ts';
import { stale } from './commit.ts';
import { onApplicantSide, openCase, type OpenedCase } from './open-case.ts';
import { dropDraft } from './drop-draft.ts';

/** What autosave sends. */
export interface SaveDraftRequest {
  readonly caseId: string;
  readonly answers: Answers;
  /** Revision of the draft the browser started from; 0 when there is none yet. */
  readonly revision: number;
}

/** Keeps what was typed, whatever is still wrong with it; only the form's own fields are kept. */
export async function saveDraft(
  app: App,
  actor: OfficeActor,
  request: SaveDraftRequest,
): Promise<{ revision: number; savedAt: string }> {
  const opened = await openCase(app, actor, request.caseId);
  editable(actor, opened);
  const { service } = opened;
  const known = new Set(Object.values(service.form).flatMap((section) => Object.keys(section.fields)));
  const answers = Object.fromEntries(Object.entries(request.answers).filter(([key]) => known.has(key)));
  const now = app.clock();
  const sealed = sealAnswers(
    service.form,
    answers,
    caseKeys(app.keys, opened.loaded.salt),
    casePlace(actor.office, request.caseId),
  );
  const values = [
    actor.office,
    request.caseId,
    JSON.stringify(sealed),
    actor.id,
    now,
    request.revision,
    draftTitle(service, answers),
  ];
  const keep = async (statement: string) =>
    await app.db.query<{ revision: number }>(
      `with saved as (${statement} returning d.revision),
         titled as (update case_file set title = $7 where office = $1 and id = $2 and status = 'draft'
           and title is distinct from $7 and exists (select 1 from saved))
       select revision from saved`,
      values,
    );
  const [saved] = await keep(
    `insert into draft as d (office, case_id, answers, revision, saved_by, saved_at)
     select f.office, f.id, $3, 1, $4, $5 from case_file f
       where f.office = $1 and f.id = $2 and f.status in ('draft', 'correcting') and $6 = 0
     on conflict (office, case_id) do update set answers = excluded.answers, revision = d.revision + 1,
       saved_by = excluded.saved_by, saved_at = excluded.saved_at
     where d.revision = $6`,
  );
  const written =
    saved ??
    (
      await keep(
        `update draft d set answers = $3, revision = d.revision + 1, saved_by = $4, saved_at = $5
         from case_file f where f.office = d.office and f.id = d.case_id and f.status in ('draft', 'correcting')
           and d.office = $1 and d.case_id = $2 and d.revision = $6`,
      )
    )[0];
  if (!written) return await overtaken(app, actor, opened, answers);
  return { revision: written.revision, savedAt: now.toISOString() };
}

/** Deletes a draft nobody has submitted, with its uploads. */
export async function deleteDraft(app: App, actor: OfficeActor, caseId: string): Promise<void> {
  const opened = await openCase(app, actor, caseId);
  editable(actor, opened);
  await app.db.tx(async (query) => {
    if (!(await dropDraft(query, actor.office, caseId, app.clock())))
      throw new ProblemError(
        409,
        'case.not-editable',
        '已提交过的办件不能删除，可以撤销。',
        'A case that has been submitted cannot be deleted; it can be cancelled.',
      );
    await writeAudit(query, {
      office: actor.office,
      at: app.clock(),
      actor: { id: actor.id, name: actor.name },
      action: 'case.delete',
      object: `case:${caseId}`,
      result: 'ok',
      source: actor.source,
    });
  });
}

/** Only the applicant's side edits, and only before submission or while correcting. */
export function editable(actor: OfficeActor, opened: OpenedCase): void {
  const { state } = opened;
  if (!onApplicantSide(actor, opened)) throw forbidden();
  if (state.status !== 'draft' && state.status !== 'correcting')
    throw new ProblemError(
      409,
      'case.not-editable',
      '办件已经提交，内容不能直接修改；可办的事项（如撤回、申请变更）见办件页。',
      'The case has been submitted and cannot be edited; its page says what may be asked for.',
    );
}

/** Somebody else saved meanwhile, or this very save came through and only its answer was lost. */
async function overtaken(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  answers: Answers,
): Promise<{ revision: number; savedAt: string }> {
  const { id } = opened.loaded;
  const now = await openCase(app, actor, id);
  editable(actor, now);
  const [draft] = await app.db.query<{
    answers: Answers;
    revision: number;
    saved_at: Date;
    saved_by: string;
    name: string | null;
  }>(
    `select d.answers, d.revision, d.saved_at, d.saved_by, p.name from draft d
     left join person p on p.office = d.office and p.id = d.saved_by where d.office = $1 and d.case_id = $2`,
    [actor.office, id],
  );
  if (!draft) throw stale({ revision: 0, updated_by: '', updated_at: now.loaded.updated_at });
  const stored = openAnswers(
    draft.answers,
    caseKeys(app.keys, opened.loaded.salt),
    casePlace(actor.office, id),
  );
  if (draft.saved_by === actor.id && canonicalJson(stored) === canonicalJson(answers))
    return { revision: draft.revision, savedAt: draft.saved_at.toISOString() };
  throw stale({ revision: draft.revision, updated_by: draft.name ?? '', updated_at: draft.saved_at });
}
