import type { API, ReplyOf } from '@zhitongche/contract';
import { openFindings } from '@zhitongche/budget';
import { type OfficeActor, type App, notFound } from '@zhitongche/core/server';
import { budgetScope } from './budget-scope.ts';
import { sourceOf } from './readings.ts';
import type { Model, ModelFinding, ModelSettled, Profile, Proof, ProofCounts } from './shapes.ts';

/** A disclosure as stored, beside the reading it came from. */
export interface DisclosureRow {
  readonly id: string;
  readonly org: string;
  readonly layout: string;
  readonly department: string | null;
  readonly year: string | null;
  readonly status: 'draft' | 'published';
  readonly revision: number;
  readonly model: Model;
  readonly settled: ModelSettled[];
  readonly reconciliation: Proof;
  readonly counts: ProofCounts;
  readonly profile: Profile;
  readonly open: number;
  readonly updated_by_name: string;
  readonly updated_at: Date;
  readonly published_at: Date | null;
  readonly name: string;
  readonly size: number;
  readonly digest: string;
  readonly created_at: Date;
  /** Drawn up here instead of read from a file. */
  readonly prepared: boolean;
  readonly findings: ModelFinding[];
}

const LIST = `d.id, d.org, d.model ->> 'layout' as layout, d.department, d.year, d.status, d.revision, d.counts, d.profile, d.open, d.updated_by_name, d.updated_at,
  d.published_at, coalesce(r.name, d.prepared ->> 'name') as name, coalesce(r.size, 0) as size, coalesce(r.digest, d.prepared ->> 'digest') as digest,
  coalesce(r.created_at, d.published_at, d.updated_at) as created_at, r.id is null as prepared`;
const WHOLE = `${LIST}, d.model, d.settled, d.reconciliation, coalesce(r.result -> 'findings', '[]') as findings`;
const FROM = 'disclosure d left join budget_reading r on r.office = d.office and r.id = d.id';

/** What a list shows of a disclosure. */
export type ListedDisclosure = Omit<DisclosureRow, 'model' | 'settled' | 'reconciliation' | 'findings'>;

/** Every disclosure the actor may read, newest change first. */
export async function listDisclosures(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['disclosures']>> {
  const scope = await budgetScope(app, actor);
  const rows = await app.db.query<ListedDisclosure>(
    `select ${LIST} from ${FROM} where d.office = $1 and d.org = any($2::uuid[]) order by d.updated_at desc, d.id`,
    [actor.office, scope.reads],
  );
  return rows.map((row) => ({
    id: row.id,
    department: row.department,
    year: row.year,
    counts: row.counts,
    status: row.status,
    revision: row.revision,
    open: row.open,
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by_name,
    mine: row.org === scope.writes,
  }));
}

/**
 * A disclosure the actor may read, or 404.
 * @throws ProblemError: `budget.not-found`.
 */
export async function findDisclosure(app: App, actor: OfficeActor, id: string): Promise<DisclosureRow> {
  const { reads } = await budgetScope(app, actor);
  const [row] = await app.db.query<DisclosureRow>(
    `select ${WHOLE} from ${FROM} where d.office = $1 and d.id = $2 and d.org = any($3::uuid[])`,
    [actor.office, id, reads],
  );
  if (!row) throw noDisclosure();
  return row;
}

/** A disclosure with its proof, findings and earlier versions. */
export async function showDisclosure(
  app: App,
  actor: OfficeActor,
  id: string,
): Promise<ReplyOf<(typeof API)['disclosure']>> {
  const row = await findDisclosure(app, actor, id);
  const versions = await app.db.query<{
    no: number;
    status: 'draft' | 'published';
    by_name: string;
    at: Date;
    note: string;
  }>(
    'select no, status, by_name, at, note from budget_version where office = $1 and disclosure = $2 order by no desc',
    [actor.office, id],
  );
  return {
    id,
    department: row.department,
    year: row.year,
    counts: row.counts,
    status: row.status,
    revision: row.revision,
    source: sourceOf(row),
    prepared: row.prepared,
    model: row.model,
    findings: row.findings,
    settled: row.settled,
    reconciliation: row.reconciliation,
    versions: versions.map(({ no, status, by_name: by, at, note }) => ({
      no,
      status,
      by,
      at: at.toISOString(),
      note,
    })),
    mine: row.org === (await budgetScope(app, actor)).writes,
  };
}

/**
 * An earlier version of a disclosure.
 * @throws ProblemError: `budget.no-version`.
 */
export async function showVersion(
  app: App,
  actor: OfficeActor,
  id: string,
  no: number,
): Promise<ReplyOf<(typeof API)['disclosureVersion']>> {
  await findDisclosure(app, actor, id);
  const [row] = await app.db.query<{ model: Model }>(
    'select model from budget_version where office = $1 and disclosure = $2 and no = $3',
    [actor.office, id, no],
  );
  if (!row) throw notFound('budget.no-version', '没有这一版。', 'There is no such version.');
  return { no, model: row.model };
}

/** Published disclosures of an office by department and year, for everybody. */
export async function publishedDisclosures(app: App): Promise<readonly ListedDisclosure[]> {
  return await app.db.query<ListedDisclosure>(
    `select ${LIST} from ${FROM} where d.office = $1 and d.status = 'published' order by d.year desc, d.department, d.id`,
    [app.config.office],
  );
}

/**
 * A published disclosure, or 404.
 * @throws ProblemError: `budget.not-found`.
 */
export async function publishedDisclosure(app: App, id: string): Promise<DisclosureRow> {
  const [row] = await app.db.query<DisclosureRow>(
    `select ${WHOLE} from ${FROM} where d.office = $1 and d.id = $2 and d.status = 'published'`,
    [app.config.office, id],
  );
  if (!row) throw noDisclosure();
  return row;
}

const noDisclosure = () =>
  notFound('budget.not-found', '没有这份预算，或尚未公开。', 'There is no such budget, or it is not public.');

/** Findings of a disclosure that were looked at and stayed as they were read, among those that matter. */
export const gapsOf = ({
  findings,
  settled,
}: Pick<DisclosureRow, 'findings' | 'settled'>): ModelFinding[] => {
  const corrected = settled.filter(({ how }) => how === 'corrected');
  return openFindings(findings, corrected).flatMap((at) => findings[at] ?? []);
};
