import { dayInShanghai } from '@zhitongche/base';
import { isAwaited, type PaperState, paperWords } from '@zhitongche/case';
import type { CaseRow } from '@zhitongche/contract';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { caseRow, ROW_COLUMNS, type StoredRow } from './case-row.ts';
import { Params } from '@zhitongche/host';
import { seenSql } from './scope.ts';

/** A paper that is being made or could not be made. */
export interface StuckPaper {
  case: CaseRow;
  paper: string;
  title: string;
  status: string;
  attempts: number;
  problem: string | null;
  /** Characters no font has: how they are written must be said before it is made again. */
  undrawn: string[];
  since: string;
}

const MOST = 200;

/** Papers awaited and failed of the cases the actor may see, failed ones first; never empty by accident. */
export async function stuckPapers(app: App, actor: OfficeActor): Promise<StuckPaper[]> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const params = new Params();
  const rows = await app.db.query<StoredRow & { papers: readonly PaperState[] }>(
    `select ${ROW_COLUMNS}, null::text as seat, f.state->'papers' as papers from case_file f
     where f.office = ${params.add(actor.office)} and f.waiting and ${seenSql(actor, { book, services: app.services }, params)}
     order by f.id limit ${MOST}`,
    params.values,
  );
  const found = rows.flatMap((row) =>
    row.papers.filter(isAwaited).map((paper) => ({
      case: caseRow(row, { book, services: app.services, today }),
      paper: paper.paper,
      title: paperWords(app.services.card(row.service, row.version) ?? { papers: [] }, paper.paper),
      status: paper.status,
      attempts: paper.attempts,
      problem: paper.problem ?? null,
      undrawn: [...(paper.undrawn ?? [])],
      since: row.updated_at.toISOString(),
    })),
  );
  return found.sort((a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since));
}

const rank = (paper: StuckPaper): number => (paper.status === 'failed' ? 0 : 1);
