import { canonicalJson } from '@zhitongche/case';
import type { Sm2Record } from '@zhitongche/formats';
import { type CodingKeys, type Keys, macOf, rowSoundness, type Soundness } from '@zhitongche/core/server';

/** What is on record of a paper: everything a stranger is told; in SQL as {@link PAPER_COLUMNS}. */
export interface PaperRow {
  readonly office: string;
  readonly case_id: string;
  readonly paper: string;
  readonly issue: number;
  readonly title: string;
  readonly number: string | null;
  readonly issuer: string;
  readonly issued_on: string;
  readonly status: 'valid' | 'replaced' | 'revoked';
  readonly code: string;
  readonly token: string;
  readonly pdf_digest: string;
  readonly docx_digest: string | null;
  readonly facts: readonly { readonly label: string; readonly en: string; readonly value: string }[];
  readonly signer: string;
  /** Empty for papers that carry no signature. */
  readonly record: Sm2Record | Record<string, never>;
}

/** A paper on record with its code. */
export type CodedPaper = PaperRow & { readonly mac: string | null };

/** Columns of {@link CodedPaper} in SQL. */
export const PAPER_COLUMNS = `office, case_id, paper, issue, title, number, issuer, issued_on, status, code, token, pdf_digest,
  docx_digest, facts, signer, record, mac`;

/** HMAC-SM3 over all that is on record of a paper. */
export const paperMac = (keys: CodingKeys, row: PaperRow): string =>
  macOf(keys, 'paper', [
    row.office,
    row.case_id,
    row.paper,
    row.issue,
    row.title,
    row.number,
    row.issuer,
    row.issued_on,
    row.status,
    row.code,
    row.token,
    row.pdf_digest,
    row.docx_digest,
    canonicalJson(row.facts),
    row.signer,
    canonicalJson(row.record),
  ]);

/** How a paper on record stands to its code. */
export const paperSoundness = (keys: Keys, row: CodedPaper): Soundness => rowSoundness(keys, row, paperMac);
