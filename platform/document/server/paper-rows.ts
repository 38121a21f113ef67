import { tellRow } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import type { Keys } from '@zhitongche/core/server';
import { type CodedPaper, PAPER_COLUMNS, paperMac, type PaperRow, paperSoundness } from './paper-mac.ts';

/** Puts a new paper on record as the next issue of its kind, within the transaction that locks its case. */
export async function recordPaper(
  keys: Keys,
  query: Query,
  made: Omit<PaperRow, 'issue' | 'status'>,
  issuedAt: Date,
): Promise<void> {
  const [last] = await query<{ issue: number }>(
    'select coalesce(max(issue), 0) as issue from paper where office = $1 and case_id = $2 and paper = $3',
    [made.office, made.case_id, made.paper],
  );
  // As JSON will give it back: members without a value are not stored.
  const stored: PaperRow = JSON.parse(
    JSON.stringify({ ...made, issue: (last?.issue ?? 0) + 1, status: 'valid' }),
  );
  const mac = paperMac(keys, stored);
  await query(
    `insert into paper (office, case_id, paper, issue, title, number, issuer, issued_on, code, token, pdf_digest,
       docx_digest, facts, signer, record, issued_at, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      stored.office,
      stored.case_id,
      stored.paper,
      stored.issue,
      stored.title,
      stored.number,
      stored.issuer,
      stored.issued_on,
      stored.code,
      stored.token,
      stored.pdf_digest,
      stored.docx_digest,
      JSON.stringify(stored.facts),
      stored.signer,
      JSON.stringify(stored.record),
      issuedAt,
      mac,
    ],
  );
  await tellRow(keys, query, stored.office, 'paper', [stored.case_id, stored.paper, stored.issue], mac);
}

/** Which papers of a case. */
export interface PapersMeant {
  readonly office: string;
  readonly caseId: string;
  /** Null = all of them. */
  readonly paper: string | null;
}

/** Takes papers in force out of force, each with its new code; a row somebody else wrote gets none that fits. */
export async function endPapers(
  keys: Keys,
  query: Query,
  { office, caseId, paper }: PapersMeant,
  status: 'replaced' | 'revoked',
): Promise<void> {
  const rows = await query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper
     where office = $1 and case_id = $2 and ($3::text is null or paper = $3) and status = 'valid' for update`,
    [office, caseId, paper],
  );
  for (const row of rows) {
    const found = paperSoundness(keys, row);
    const mac = found === 'sound' ? paperMac(keys, { ...row, status }) : found === 'uncoded' ? null : '';
    await query(
      'update paper set status = $5, mac = $6 where office = $1 and case_id = $2 and paper = $3 and issue = $4',
      [office, caseId, row.paper, row.issue, status, mac],
    );
    await tellRow(keys, query, office, 'paper', [caseId, row.paper, row.issue], mac ?? '');
  }
}
