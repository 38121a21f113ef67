import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { misshapenTables, unsoundCells, categorySums } from '@zhitongche/budget';
import { canonicalJson } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import { type OfficeActor, type App, idempotent, ProblemError, unsound } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import type { Model } from '../shapes.ts';
import { demandDrafting, noPreparation, notEditable, openPreparation } from './open-preparation.ts';

/** Problems told at once; nobody reads more. */
const MOST = 50;

/** SM3 of a budget's content, whatever order its keys are kept in. */
export const digestOf = (model: Model): string => sm3Hex(canonicalJson(model));

/** Sums by category; a budget with cells that are no numbers has none. */
export const totalsOf = (model: Model): Record<string, string | null> =>
  unsoundCells(model).length > 0
    ? {}
    : Object.fromEntries(categorySums(model).map(({ key, value }) => [key, value]));

/** Keeps what was typed, also what is no number yet; refused are only tables no layout has, stale revisions and filed budgets. */
export async function savePreparation(
  app: App,
  actor: OfficeActor,
  asked: { readonly id: string; readonly key: string },
  { revision, model }: BodyOf<(typeof API)['savePreparation']>,
): Promise<ReplyOf<(typeof API)['savePreparation']>> {
  const { id, key } = asked;
  const opened = await openPreparation(app, actor, id);
  demandDrafting(actor, opened);
  const problems = misshapenTables(model).map(({ sheet, row, message, en }) => ({
    code: 'budget.cell',
    level: 'block' as const,
    at: [sheet, row],
    message,
    en,
  }));
  if (problems.length > 0) throw unsound(problems.slice(0, MOST), 'budget.problems');
  const digest = digestOf(model);
  return await idempotent(
    app,
    actor,
    { key, what: 'savePreparation', request: { id, revision, digest } },
    async (query) => {
      const now = app.clock();
      const [saved] = await query<{ revision: number }>(
        `update budget_draft d set model = $3, revision = d.revision + 1, saved_by = $4, saved_by_name = $5, saved_at = $6
       from case_file f where f.office = d.office and f.id = d.id and d.office = $1 and d.id = $2 and d.revision = $7
         and f.step = $8 returning d.revision`,
        [actor.office, id, JSON.stringify(model), actor.id, actor.name, now, revision, opened.state.step],
      );
      if (!saved) throw await overtaken(query, actor.office, id, opened.state.step);
      return { revision: saved.revision, savedAt: now.toISOString() };
    },
  );
}

/** Fixes the draft as it stands as a version; the same content again is the same version. */
export async function keepPreparation(
  app: App,
  actor: OfficeActor,
  asked: { readonly id: string; readonly key: string },
  { revision, note = '' }: BodyOf<(typeof API)['keepPreparation']>,
): Promise<ReplyOf<(typeof API)['keepPreparation']>> {
  const { id, key } = asked;
  const opened = await openPreparation(app, actor, id);
  demandDrafting(actor, opened);
  return await idempotent(
    app,
    actor,
    { key, what: 'keepPreparation', request: { id, revision, note } },
    async (query) => {
      // The lock orders two that fix at the same moment: the second finds the first one's version.
      const [draft] = await query<{ model: Model; revision: number }>(
        'select model, revision from budget_draft where office = $1 and id = $2 for update',
        [actor.office, id],
      );
      if (!draft) throw noPreparation();
      if (draft.revision !== revision) throw await overtaken(query, actor.office, id, opened.state.step);
      const digest = digestOf(draft.model);
      const totals = totalsOf(draft.model);
      const [last] = await query<{ no: number; digest: string | null }>(
        'select no, digest from budget_version where office = $1 and disclosure = $2 order by no desc limit 1',
        [actor.office, id],
      );
      if (last?.digest === digest) return { no: last.no, digest, totals };
      const no = (last?.no ?? 0) + 1;
      const now = app.clock();
      await query(
        `insert into budget_version (office, disclosure, no, status, model, settled, note, by_person, by_name, at, digest)
       values ($1, $2, $3, 'draft', $4, '[]', $5, $6, $7, $8, $9)`,
        [actor.office, id, no, JSON.stringify(draft.model), note, actor.id, actor.name, now, digest],
      );
      await record(query, actor, now, 'budget.keep', `budget:${id}`, { no, digest });
      return { no, digest, totals };
    },
  );
}

async function overtaken(
  query: Query,
  office: string,
  id: string,
  step: string | null,
): Promise<ProblemError> {
  const [row] = await query<{ revision: number; saved_by_name: string; saved_at: Date; step: string | null }>(
    `select d.revision, d.saved_by_name, d.saved_at, f.step from budget_draft d
     join case_file f on f.office = d.office and f.id = d.id where d.office = $1 and d.id = $2`,
    [office, id],
  );
  if (row && row.step !== step) return notEditable();
  return new ProblemError(
    409,
    'budget.stale-revision',
    '这份预算刚被改过，请看过新的内容后再保存。',
    'Somebody changed this budget meanwhile.',
    row
      ? { conflict: { revision: row.revision, by: row.saved_by_name, at: row.saved_at.toISOString() } }
      : {},
  );
}
