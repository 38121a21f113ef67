import { tellRow } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { type CodingKeys, type Keys, macOf, rowSoundness } from '@zhitongche/core/server';

/** One issue of a paper. */
interface Issue {
  readonly office: string;
  readonly case_id: string;
  readonly paper: string;
  readonly issue: number;
}

/** The term of an issue, and how the list of ended papers names the seal in its code. */
export interface SealedIssue {
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  /** Null = no signed code was printed. */
  readonly seal: string | null;
}

/** A row of `paper_seal`; in SQL as {@link SEAL_COLUMNS}. */
export type CodedSeal = Issue & SealedIssue & { readonly mac: string };

/** Columns of {@link CodedSeal} in SQL, of a table called `s`. */
export const SEAL_COLUMNS =
  's.office, s.case_id, s.paper, s.issue, s.valid_from::text, s.valid_to::text, s.seal, s.mac';

/** HMAC-SM3 over the row. */
export const sealMac = (keys: CodingKeys, row: Issue & SealedIssue): string =>
  macOf(keys, 'paper-seal', [
    row.office,
    row.case_id,
    row.paper,
    row.issue,
    row.valid_from,
    row.valid_to,
    row.seal,
  ]);

/** Puts term and seal of a paper's newest issue on record, in the transaction that issues it; nothing where it has neither. */
export async function recordSeal(
  keys: Keys,
  query: Query,
  of: { readonly office: string; readonly caseId: string; readonly paper: string },
  sealed: SealedIssue,
): Promise<void> {
  if (sealed.valid_from === null && sealed.valid_to === null && sealed.seal === null) return;
  const [newest] = await query<Issue>(
    `select office, case_id, paper, issue from paper where office = $1 and case_id = $2 and paper = $3
     order by issue desc limit 1`,
    [of.office, of.caseId, of.paper],
  );
  if (!newest) throw new Error('The paper of a seal is not on record');
  const mac = sealMac(keys, { ...newest, ...sealed });
  await query(
    `insert into paper_seal (office, case_id, paper, issue, valid_from, valid_to, seal, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      newest.office,
      newest.case_id,
      newest.paper,
      newest.issue,
      sealed.valid_from,
      sealed.valid_to,
      sealed.seal,
      mac,
    ],
  );
  await tellRow(keys, query, of.office, 'paper_seal', [of.caseId, of.paper, newest.issue], mac);
}

/** Term and seal of an issue: null when it has none, `strange` when the row was changed past the program. */
export async function sealOf(keys: Keys, query: Query, of: Issue): Promise<SealedIssue | 'strange' | null> {
  const [row] = await query<CodedSeal>(
    `select ${SEAL_COLUMNS} from paper_seal s where office = $1 and case_id = $2 and paper = $3 and issue = $4`,
    [of.office, of.case_id, of.paper, of.issue],
  );
  if (!row) return null;
  return rowSoundness(keys, row, sealMac) === 'sound' ? row : 'strange';
}
