import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { openFindings, unsoundCells } from '@zhitongche/budget';
import { canonicalJson } from '@zhitongche/case';
import { blocking, type Problem } from '@zhitongche/base';
import { sm3Hex } from '@zhitongche/formats';
import {
  type OfficeActor,
  type App,
  idempotent,
  notFound,
  ProblemError,
  unsound,
} from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { writingOffice } from './budget-scope.ts';
import { type ModelFinding, prove } from './shapes.ts';

type Body = BodyOf<(typeof API)['saveDisclosure']>;

/** Problems told at once; nobody reads more. */
const MOST = 50;

/**
 * Saves a disclosure as a draft or, once a person has looked at every doubtful spot, makes it public; every save is a version.
 * @throws ProblemError: `budget.no-reading`, `budget.problems`.
 */
export async function saveDisclosure(
  app: App,
  actor: OfficeActor,
  asked: { readonly id: string; readonly key: string },
  body: Body,
): Promise<ReplyOf<(typeof API)['saveDisclosure']>> {
  const { id } = asked;
  const org = await writingOffice(app, actor);
  const now = app.clock();
  // What was drawn up here has no reading, and nothing in it is doubtful to read.
  const [reading] = await app.db.query<{ findings: ModelFinding[] | null }>(
    `select result -> 'findings' as findings from budget_reading
     where office = $1 and id = $2 and org = $3 and status = 'done'
     union all select '[]' from disclosure where office = $1 and id = $2 and org = $3 and prepared is not null`,
    [actor.office, id, org],
  );
  if (!reading?.findings)
    throw notFound('budget.no-reading', '没有这份文件，或已过保留期。', 'No such file.');
  const { findings } = reading;
  const problems = [...unsoundProblems(body), ...settledProblems(body, findings)];
  if (body.status === 'published') problems.push(...unreadyProblems(body, findings));
  if (problems.length > 0) throw unsound(problems.slice(0, MOST), 'budget.problems');

  const { model, settled, status, note = '' } = body;
  const { proof, profile } = prove(model, findings, settled);
  const digest = sm3Hex(JSON.stringify(body));
  return await idempotent(
    app,
    actor,
    { key: asked.key, what: 'saveDisclosure', request: { id, digest } },
    async (query) => {
      if (status === 'published') await notTwice(query, actor.office, org, id, body);
      const revision = body.revision + 1;
      const values = [
        actor.office,
        id,
        org,
        model.department.name,
        model.year,
        status,
        revision,
        JSON.stringify(model),
        JSON.stringify(settled),
        JSON.stringify(proof),
        JSON.stringify(proof.counts),
        JSON.stringify(profile),
        openFindings(findings, settled).length,
        actor.id,
        actor.name,
        now,
      ];
      const written = await query(body.revision === 0 ? INSERT : UPDATE, values);
      if (written.length === 0) throw await stale(query, actor.office, id);
      await query(
        `insert into budget_version (office, disclosure, no, status, model, settled, note, by_person, by_name, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [actor.office, id, revision, status, values[7], values[8], note, actor.id, actor.name, now],
      );
      await record(
        query,
        actor,
        now,
        status === 'published' ? 'budget.publish' : 'budget.save',
        `budget:${id}`,
        {
          revision,
          digest,
          // The audit is sealed: with this it vouches for the version.
          content: versionDigest({ status, model, settled, note }),
          counts: proof.counts,
        },
      );
      return { revision, counts: proof.counts };
    },
  );
}

/** SM3 over what a version holds, however the database spells its JSON. */
export const versionDigest = (version: {
  readonly status: string;
  readonly model: unknown;
  readonly settled: unknown;
  readonly note: string;
}): string => sm3Hex(canonicalJson(JSON.parse(JSON.stringify(version))));

const INSERT = `insert into disclosure (office, id, org, department, year, status, revision, model, settled, reconciliation, counts,
    profile, open, updated_by, updated_by_name, updated_at, published_at)
  values ($1, $2, $3, $4, $5, $6::text, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::timestamptz, case when $6::text = 'published' then $16::timestamptz end)
  on conflict (office, id) do nothing returning id`;

const UPDATE = `update disclosure set department = $4, year = $5, status = $6::text, revision = $7::int, model = $8, settled = $9,
    reconciliation = $10, counts = $11, profile = $12, open = $13, updated_by = $14, updated_by_name = $15, updated_at = $16::timestamptz,
    published_at = case when $6::text = 'published' then $16::timestamptz end
  where office = $1 and id = $2 and org = $3 and revision = $7::int - 1 returning id`;

const fault = (code: string, at: Problem['at'], message: string, en: string, todo?: string): Problem =>
  blocking(code, at, message, en, todo === undefined ? {} : { todo });

const unsoundProblems = ({ model }: Body): Problem[] =>
  unsoundCells(model).map(({ sheet, row, column, message, en }) =>
    fault('budget.cell', [sheet, row, column], message, en, '请对照原文改正。'),
  );

function settledProblems({ settled }: Body, findings: readonly ModelFinding[]): Problem[] {
  const known = new Set<number>();
  return settled.flatMap(({ finding }, at) => {
    const sound = finding < findings.length && !known.has(finding);
    known.add(finding);
    return sound
      ? []
      : [
          fault(
            'budget.settled',
            ['settled', at],
            '没有这一处，或重复列出。',
            'No such spot, or listed twice.',
          ),
        ];
  });
}

function unreadyProblems({ model, settled }: Body, findings: readonly ModelFinding[]): Problem[] {
  const problems = openFindings(findings, settled).flatMap((at): Problem[] => {
    const finding = findings[at];
    return finding === undefined
      ? []
      : [
          fault(
            'budget.unread',
            ['findings', at],
            `${finding.at}，${finding.subject}：${finding.message}`,
            finding.en,
            finding.advice,
          ),
        ];
  });
  if (model.department.name === null)
    problems.push(
      fault('budget.cover', ['cover', 0, 1], '请填写部门名称。', 'The department’s name is missing.'),
    );
  if (!/^20\d\d$/.test(model.year ?? ''))
    problems.push(
      fault('budget.cover', ['cover', 2, 1], '请填写四位预算年度。', 'The budget year is missing.'),
    );
  return problems;
}

/** Refuses to publish a department's year a second time. */
export async function notTwice(
  query: Query,
  office: string,
  org: string,
  id: string,
  { model }: Pick<Body, 'model'>,
): Promise<void> {
  const [other] = await query(
    `select id from disclosure where office = $1 and org = $2 and department = $3 and year = $4 and status = 'published' and id <> $5`,
    [office, org, model.department.name, model.year, id],
  );
  if (other)
    throw unsound(
      [
        fault(
          'budget.twice',
          ['cover', 0, 1],
          `${model.department.name ?? ''}${model.year ?? ''}年的预算已经公开了另一份。`,
          'Another budget of this department and year is public.',
          '请先把原来那份改回草稿，或核对部门名称和年度。',
        ),
      ],
      'budget.twice',
    );
}

async function stale(query: Query, office: string, id: string): Promise<ProblemError> {
  const [row] = await query<{ revision: number; updated_by_name: string; updated_at: Date }>(
    'select revision, updated_by_name, updated_at from disclosure where office = $1 and id = $2',
    [office, id],
  );
  return new ProblemError(
    409,
    'budget.stale-revision',
    '这份预算刚被改过，请看过新的内容后再保存。',
    'Somebody changed this budget meanwhile.',
    row
      ? { conflict: { revision: row.revision, by: row.updated_by_name, at: row.updated_at.toISOString() } }
      : {},
  );
}
