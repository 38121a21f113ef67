import type { API, ReplyOf } from '@zhitongche/contract';
import { type OfficeActor, type App, type FileReply, notFound } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { seenSql } from '@zhitongche/case/server';
import { budgetFile } from '../budget-files.ts';
import { type Model, prove } from '../shapes.ts';
import { figuresOf, mayDraft, noPreparation, openPreparation, roundOf } from './open-preparation.ts';
import { PREPARATION } from '@zhitongche/budget';

interface VersionRow {
  readonly no: number;
  readonly digest: string;
  readonly by_name: string;
  readonly at: Date;
  readonly note: string;
}

/** Preparations the actor may see, the latest touched first. */
export async function listPreparations(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['preparations']>> {
  const book = await app.offices.get(actor.office);
  const params = new Params();
  const rows = await app.db.query<{
    id: string;
    department: string;
    year: string;
    status: string;
    step: string | null;
    saved_at: Date;
    saved_by_name: string;
  }>(
    `select d.id, d.department, d.year, f.status, f.step, d.saved_at, d.saved_by_name
     from budget_draft d join case_file f on f.office = d.office and f.id = d.id
     where d.office = ${params.add(actor.office)} and ${seenSql(actor, { book, services: app.services }, params)}
     order by d.year desc, d.saved_at desc, d.id limit 200`,
    params.values,
  );
  const steps = app.services.card(PREPARATION)?.flow.steps ?? {};
  return rows.map((row) => ({
    id: row.id,
    department: row.department,
    year: row.year,
    status: row.status,
    step: row.step === null ? null : (steps[row.step]?.title ?? row.step),
    savedAt: row.saved_at.toISOString(),
    savedBy: row.saved_by_name,
  }));
}

/** A preparation: the draft, last year's budget, what the finance department set, every version kept. */
export async function showPreparation(
  app: App,
  actor: OfficeActor,
  id: string,
): Promise<ReplyOf<(typeof API)['preparation']>> {
  const opened = await openPreparation(app, actor, id);
  const [[draft], versions, [published]] = await Promise.all([
    app.db.query<{
      revision: number;
      model: Model;
      base: Model | null;
      base_name: string | null;
      saved_at: Date;
      saved_by_name: string;
    }>(
      'select revision, model, base, base_name, saved_at, saved_by_name from budget_draft where office = $1 and id = $2',
      [actor.office, id],
    ),
    app.db.query<VersionRow>(
      `select no, digest, by_name, at, note from budget_version
       where office = $1 and disclosure = $2 and digest is not null order by no`,
      [actor.office, id],
    ),
    app.db.query<{ revision: number }>(
      "select revision from disclosure where office = $1 and id = $2 and status = 'published'",
      [actor.office, id],
    ),
  ]);
  if (!draft) throw noPreparation();
  return {
    id,
    revision: draft.revision,
    model: draft.model,
    savedAt: draft.saved_at.toISOString(),
    savedBy: draft.saved_by_name,
    mine: mayDraft(actor, opened),
    last: draft.base === null ? null : { name: draft.base_name ?? '', model: draft.base },
    control: figuresOf(opened.state, 'control'),
    approval: figuresOf(opened.state, 'approval'),
    versions: versions.map(({ no, digest, by_name: by, at, note }) => ({
      no,
      digest,
      round: no === published?.revision ? '公开' : roundOf(opened.state, no),
      by,
      at: at.toISOString(),
      note,
    })),
    published: published?.revision ?? null,
  };
}

/**
 * One version as it was kept.
 * @throws ProblemError: `budget.no-version`.
 */
export async function showKept(
  app: App,
  actor: OfficeActor,
  id: string,
  no: number,
): Promise<ReplyOf<(typeof API)['preparationVersion']>> {
  await openPreparation(app, actor, id);
  const [row] = await app.db.query<{ digest: string; model: Model }>(
    'select digest, model from budget_version where office = $1 and disclosure = $2 and no = $3 and digest is not null',
    [actor.office, id, no],
  );
  if (!row) throw notFound('budget.no-version', '没有这一版。', 'There is no such version.');
  return { no, digest: row.digest, model: row.model };
}

/** A file made from a version that was kept. */
export async function keptFile(
  app: App,
  actor: OfficeActor,
  id: string,
  no: number,
  file: string,
): Promise<FileReply> {
  const { model, digest } = await showKept(app, actor, id, no);
  const { proof } = prove(model, [], []);
  return await budgetFile(
    app,
    actor.office,
    {
      id,
      revision: no,
      department: model.department.name,
      year: model.year,
      name: '部门预算编制',
      digest,
      model,
      reconciliation: proof,
    },
    file,
  );
}
