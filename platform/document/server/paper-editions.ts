import { canonicalJson } from '@zhitongche/case';
import type { Sensitivity } from '@zhitongche/access';
import type { Sm2Record } from '@zhitongche/formats';
import { tellRow } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { type CodingKeys, type Keys, macOf, rowSoundness } from '@zhitongche/core/server';

/** Files of the edition with nothing masked, and who may read it. */
export interface WholeEdition {
  readonly pdf: string;
  readonly docx: string | null;
  readonly record: Sm2Record | Record<string, never>;
  readonly clearance: Sensitivity;
}

/** One issue of a paper. */
interface Issue {
  readonly office: string;
  readonly case_id: string;
  readonly paper: string;
  readonly issue: number;
}

/** A whole edition on record with its code; in SQL as {@link EDITION_JSON}. */
export type CodedEdition = Issue & WholeEdition & { readonly mac: string };

/** A {@link CodedEdition} as one JSON value, of a table called `d`. */
export const EDITION_JSON = `json_build_object('office', d.office, 'case_id', d.case_id, 'paper', d.paper, 'issue', d.issue,
  'clearance', d.clearance, 'pdf', d.pdf_digest, 'docx', d.docx_digest, 'record', d.record, 'mac', d.mac)`;

const COLUMNS = `e.office, e.case_id, e.paper, e.issue, e.clearance, e.pdf_digest as pdf, e.docx_digest as docx, e.record, e.mac`;

/** HMAC-SM3 over all that is on record of an edition. */
export const editionMac = (
  keys: CodingKeys,
  of: Issue,
  { clearance, pdf, docx, record }: WholeEdition,
): string =>
  macOf(keys, 'paper-edition', [
    of.office,
    of.case_id,
    of.paper,
    of.issue,
    clearance,
    pdf,
    docx,
    canonicalJson(record),
  ]);

const editionHolds = (keys: Keys, row: CodedEdition): boolean =>
  rowSoundness(keys, row, (coding, of) => editionMac(coding, of, of)) === 'sound';

/** Puts the whole edition of a paper's newest issue on record, in the transaction that issues it. */
export async function recordWhole(
  keys: Keys,
  query: Query,
  of: { readonly office: string; readonly caseId: string; readonly paper: string },
  whole: WholeEdition,
): Promise<void> {
  const [newest] = await query<Issue>(
    `select office, case_id, paper, issue from paper where office = $1 and case_id = $2 and paper = $3
     order by issue desc limit 1`,
    [of.office, of.caseId, of.paper],
  );
  if (!newest) throw new Error('The paper of a whole edition is not on record');
  const mac = editionMac(keys, newest, whole);
  await query(
    `insert into paper_edition (office, case_id, paper, issue, clearance, pdf_digest, docx_digest, record, mac)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      newest.office,
      newest.case_id,
      newest.paper,
      newest.issue,
      whole.clearance,
      whole.pdf,
      whole.docx,
      JSON.stringify(whole.record),
      mac,
    ],
  );
  await tellRow(keys, query, of.office, 'paper_edition', [of.caseId, of.paper, newest.issue], mac);
}

/** The whole edition of an issue: null when there is none, `strange` when its row was changed past the program. */
export async function wholeEditionOf(
  keys: Keys,
  query: Query,
  of: Issue,
): Promise<WholeEdition | 'strange' | null> {
  const [row] = await query<CodedEdition>(
    `select ${COLUMNS} from paper_edition e where office = $1 and case_id = $2 and paper = $3 and issue = $4`,
    [of.office, of.case_id, of.paper, of.issue],
  );
  if (!row) return null;
  return editionHolds(keys, row) ? row : 'strange';
}

/** For each digest of a file that of the open edition it belongs to: its own, unless it is a whole edition's. */
export async function openEditionsOf(
  keys: Keys,
  query: Query,
  office: string,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await query<CodedEdition & { readonly open: string }>(
    `select ${COLUMNS}, p.pdf_digest as open from paper_edition e
     join paper p on p.office = e.office and p.case_id = e.case_id and p.paper = e.paper and p.issue = e.issue
     where e.office = $1 and e.pdf_digest = any($2)`,
    [office, digests],
  );
  const sound = rows.filter((row) => editionHolds(keys, row));
  const open = new Map(sound.map((row) => [row.pdf, row.open]));
  return new Map(digests.map((digest) => [digest, open.get(digest) ?? digest]));
}
