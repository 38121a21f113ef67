import type { Answers } from '@zhitongche/form';
import type { CaseEvent, CaseState, CaseStatus, Doer, Fact } from '@zhitongche/case';
import type { Json } from '@zhitongche/base';
import type { Db, Statement } from '@zhitongche/host';

/** State as stored: answers and derived figures stay in the newest `submitted` event. */
export type StoredState = Omit<CaseState, 'answers' | 'previous' | 'derived'>;

/** What a `submitted` event holds of a round; values above `open` are sealed. */
export interface StoredContent {
  readonly answers: Answers;
  readonly derived: Json;
}

/** Where a draft comes from: both ends of the link are written when it is filed. */
export interface OpenedFrom {
  readonly case: string;
  /** Key of the link in the service of that case. */
  readonly kind: string;
  readonly awaited?: true;
}

/** Everything an act needs to know about a case, from one round trip. */
export interface LoadedCase {
  readonly id: string;
  readonly service: string;
  readonly version: number;
  readonly number: string | null;
  readonly unit: string;
  readonly applicant: string;
  readonly applicant_name: string;
  readonly state: StoredState;
  readonly revision: number;
  readonly head: string;
  /** Salt of its key; null = sealed with the office's, empty = destroyed. */
  readonly salt: string | null;
  readonly content_seqs: readonly number[];
  readonly due: string | null;
  readonly submitted_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly updated_by: string;
  readonly has_draft: boolean;
  /** The case it was opened from, while it is a draft. */
  readonly opened_from: OpenedFrom | null;
  /** Organisations that ever had a seat in it. */
  readonly sat_at: readonly string[];
  /** The newest round, unless the caller said it has it in memory. */
  readonly content: StoredContent | null;
  /** The caller's idempotency key, when it was used before. */
  readonly key_request: string | null;
  readonly key_case: string | null;
}

/** An event as a page shows it; the newest answers are left out, they are read with the case. */
export interface PageEvent {
  readonly seq: number;
  readonly at: string;
  readonly doer: Doer;
  readonly body: CaseEvent;
  readonly digest: string;
}

/** A case with everything its page shows besides, from the same round trip. */
export interface LoadedPage extends LoadedCase {
  readonly title: string;
  readonly status: CaseStatus;
  readonly step: string | null;
  readonly turn: readonly string[];
  readonly facts: readonly Fact[];
  readonly round: number;
  readonly remind_on: string | null;
  readonly paused: string;
  readonly flags: readonly string[];
  readonly events: readonly PageEvent[];
  /** The newest issue of each paper. */
  readonly papers: readonly { readonly paper: string; readonly code: string; readonly docx: boolean }[];
  readonly draft: { readonly answers: Answers; readonly revision: number; readonly saved_at: string } | null;
}

const COLUMNS = `f.id, f.service, f.version, f.number, f.unit, f.applicant, f.applicant_name, f.state, f.revision,
      f.head, f.salt, f.content_seqs, f.due, f.submitted_at, f.created_at, f.updated_at, f.updated_by, d.case_id is not null as has_draft, d.opened_from,
      array(select distinct t.org from task t where t.office = f.office and t.case_id = f.id and t.org is not null) as sat_at,
      case when c.seq is null then null
        else json_build_object('answers', c.body->'answers', 'derived', c.body->'derived') end as content,
      k.request as key_request, k.case_id as key_case`;

const FROM = `from case_file f
    left join draft d on d.office = f.office and d.case_id = f.id
    left join case_event c on c.office = f.office and c.case_id = f.id
      and c.seq = f.content_seqs[cardinality(f.content_seqs)] and (c.seq <> $3 or f.salt = '')
    left join request_key k on k.office = f.office and k.person = $4 and k.key = $5
    where f.office = $1 and f.id = $2`;

const READ: Statement = { name: 'case-read', text: `select ${COLUMNS} ${FROM}` };

// Answers stay behind but for the round before the newest: the newest is read with the case, and the log shows none.
const PAGE: Statement = {
  name: 'case-page',
  text: `select ${COLUMNS}, f.title, f.status, f.step, f.turn, f.facts, f.round, f.remind_on, f.paused, f.flags,
      (select coalesce(json_agg(json_build_object('seq', e.seq, 'at', e.at, 'doer', e.doer, 'digest', e.digest,
          'body', case when e.seq = any(f.content_seqs) and e.seq is distinct from f.content_seqs[cardinality(f.content_seqs) - 1]
            then e.body - 'answers' - 'derived' else e.body end) order by e.seq), '[]')
        from case_event e where e.office = f.office and e.case_id = f.id) as events,
      (select coalesce(json_agg(json_build_object('paper', p.paper, 'code', p.code, 'docx', p.docx_digest is not null)), '[]')
        from (select distinct on (paper) paper, code, docx_digest from paper
              where office = f.office and case_id = f.id order by paper, issue desc) p) as papers,
      case when d.case_id is null then null
        else json_build_object('answers', d.answers, 'revision', d.revision, 'saved_at', d.saved_at) end as draft
    ${FROM}`,
};

/** Who asks, and what the process still remembers. */
export interface ReadOptions {
  /** `seq` of the content in memory; 0 = none. */
  readonly knownContent: number;
  readonly person: string;
  readonly key: string;
}

/** Reads a case some way; null when there is no such case. */
export type ReadCase<L extends LoadedCase> = (
  db: Pick<Db, 'prepared'>,
  office: string,
  id: string,
  options: ReadOptions,
) => Promise<L | null>;

const reader =
  <L extends LoadedCase>(statement: Statement): ReadCase<L> =>
  async (db, office, id, { knownContent, person, key }) => {
    const [row] = await db.prepared<L>(statement, [office, id, knownContent, person, key]);
    return row ?? null;
  };

/** Row, chain head, newest answers and idempotency key in one statement. */
export const readCase: ReadCase<LoadedCase> = reader(READ);

/** The same with log, papers and draft. */
export const readPage: ReadCase<LoadedPage> = reader(PAGE);
