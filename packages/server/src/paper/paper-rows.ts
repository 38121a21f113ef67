import type { Query } from '../db/db.ts';

/** Which papers of a case. */
export interface PapersMeant {
  readonly office: string;
  readonly caseId: string;
  /** Null = all of them. */
  readonly paper: string | null;
}

/** Takes papers in force out of force, within the transaction that locks their case. */
export async function endPapers(
  query: Query,
  { office, caseId, paper }: PapersMeant,
  status: 'replaced' | 'revoked',
): Promise<void> {
  await query(
    `update paper set status = $4
     where office = $1 and case_id = $2 and ($3::text is null or paper = $3) and status = 'valid'`,
    [office, caseId, paper, status],
  );
}
