import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { emptyBudget, nextYear, type Disclosure, PREPARATION } from '@zhitongche/budget';
import { type OfficeActor, type App, idempotent, notFound, ProblemError } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { act, createCase, openCase } from '@zhitongche/case/server';
import { writingOffice } from '../budget-scope.ts';
import { findDisclosure } from '../disclosures.ts';
import { showReading } from '../readings.ts';

type Body = BodyOf<(typeof API)['beginPreparation']>;

/** Where a draft comes from, and what it is compared with. */
interface Start {
  readonly model: Disclosure;
  readonly base: Disclosure | null;
  readonly baseName: string | null;
}

/**
 * Begins a preparation: a case filed at once, and its draft beside it. Each part has a key of its own, so that a request
 * that was cut off and comes again finishes what it began.
 */
export async function beginPreparation(
  app: App,
  actor: OfficeActor,
  key: string,
  body: Body,
): Promise<ReplyOf<(typeof API)['beginPreparation']>> {
  const org = await writingOffice(app, actor);
  const start = await startOf(app, actor, body);
  await notTwice(app, actor, org, key, body);
  const { id } = await createCase(app, actor, { key: `${key.slice(0, 56)}:case`, service: PREPARATION });
  await idempotent(app, actor, { key, what: 'beginPreparation', request: { ...body } }, async (query) => {
    const now = app.clock();
    await query(
      `insert into budget_draft (office, id, org, department, year, revision, model, base, base_name, saved_by, saved_by_name, saved_at)
       values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11)`,
      [
        actor.office,
        id,
        org,
        body.department,
        body.year,
        JSON.stringify(start.model),
        start.base === null ? null : JSON.stringify(start.base),
        start.baseName,
        actor.id,
        actor.name,
        now,
      ],
    );
    await record(query, actor, now, 'budget.begin', `budget:${id}`, { year: body.year });
    return { id };
  });
  await submit(app, actor, id, key, body, start.model);
  return { id };
}

async function submit(
  app: App,
  actor: OfficeActor,
  id: string,
  key: string,
  body: Body,
  model: Disclosure,
): Promise<void> {
  const { loaded } = await openCase(app, actor, id);
  if (loaded.revision > 0) return;
  await act(app, actor, {
    caseId: id,
    revision: 0,
    key: `${key.slice(0, 56)}:file`,
    command: {
      act: 'submit',
      answers: {
        year: Number(body.year),
        department: body.department,
        ...(body.code === null || body.code === '' ? {} : { code: body.code }),
        layout: model.layout,
      },
    },
  });
}

async function startOf(app: App, actor: OfficeActor, body: Body): Promise<Start> {
  const beginning = {
    year: body.year,
    department: { name: body.department, code: body.code === '' ? null : body.code },
  };
  const { from } = body;
  // A department keeps its code from year to year unless another is given.
  const withCode = (known: string | null) => ({
    ...beginning.department,
    code: beginning.department.code ?? known,
  });
  switch (from.kind) {
    case 'empty':
      return { model: emptyBudget(from.layout, beginning), base: null, baseName: null };
    case 'disclosure': {
      const row = await findDisclosure(app, actor, from.id);
      return {
        model: nextYear(
          row.model,
          { ...beginning, department: withCode(row.model.department.code) },
          body.figures,
        ),
        base: row.model,
        baseName: `${row.department ?? ''}${row.year ?? ''}年预算`,
      };
    }
    case 'reading': {
      const { result } = await showReading(app, actor, from.id);
      if (result === null)
        throw notFound('budget.not-found', '这份文件没有读成，不能从它开始。', 'The file was not read.');
      // A file in the office's own layout is the new budget itself; last year's stays to be chosen for comparison.
      const own = { ...result.model, year: body.year, department: beginning.department };
      return {
        model: body.figures === 'keep' ? own : nextYear(own, beginning, 'blank'),
        base: null,
        baseName: null,
      };
    }
    default:
      return from satisfies never;
  }
}

/** A department has one preparation a year; one given up does not count. */
async function notTwice(app: App, actor: OfficeActor, org: string, key: string, body: Body): Promise<void> {
  const [other] = await app.db.query<{ id: string }>(
    `select d.id from budget_draft d join case_file f on f.office = d.office and f.id = d.id
     where d.office = $1 and d.org = $2 and d.year = $3 and d.department = $4 and f.status not in ('cancelled', 'refused')
       and not exists (select 1 from request_key k where k.office = $1 and k.person = $5 and k.key = $6)`,
    [actor.office, org, body.year, body.department, actor.id, key],
  );
  if (other)
    throw new ProblemError(
      409,
      'budget.preparing-already',
      `${body.department}${body.year}年的预算已经在编制，请在列表中打开。`,
      'This department’s budget of that year is already under preparation.',
    );
}
