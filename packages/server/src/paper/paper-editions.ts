import type { Sensitivity } from '@zhitongche/kernel';
import type { Query } from '../db/db.ts';

/** Files of the edition with nothing masked, and who may read it. */
export interface WholeEdition {
  readonly pdf: string;
  readonly docx: string | null;
  readonly record: object;
  readonly clearance: Sensitivity;
}

/** Puts the whole edition of a paper's newest issue on record, in the transaction that issues it. */
export async function recordWhole(
  query: Query,
  of: { readonly office: string; readonly caseId: string; readonly paper: string },
  whole: WholeEdition,
): Promise<void> {
  await query(
    `insert into paper_edition (office, case_id, paper, issue, clearance, pdf_digest, docx_digest, record)
     select $1, $2, $3, max(issue), $4, $5, $6, $7 from paper where office = $1 and case_id = $2 and paper = $3`,
    [of.office, of.caseId, of.paper, whole.clearance, whole.pdf, whole.docx, JSON.stringify(whole.record)],
  );
}

/** For each digest of a file that of the open edition it belongs to: its own, unless it is a whole edition's. */
export async function openEditionsOf(
  query: Query,
  office: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ whole: string; open: string }>(
    `select e.pdf_digest as whole, p.pdf_digest as open from paper_edition e
     join paper p using (office, case_id, paper, issue) where e.office = $1 and e.pdf_digest = any($2)`,
    [office, digests],
  );
  const open = new Map(rows.map((row) => [row.whole, row.open]));
  return new Map(digests.map((digest) => [digest, open.get(digest) ?? digest]));
}
