import type { Answers, CaseState, Json } from '@zhitongche/kernel';
import type { Db, Statement } from '../db/db.ts';

/** State as stored: answers and derived figures stay in the newest `submitted` event. */
export type StoredState = Omit<CaseState, 'answers' | 'previous' | 'derived'>;

/** What a `submitted` event holds of a round; values above `open` are sealed. */
export interface StoredContent {
  readonly answers: Answers;
  readonly derived: Json;
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
  readonly content_seqs: readonly number[];
  readonly due: string | null;
  readonly submitted_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly updated_by: string;
  readonly has_draft: boolean;
  /** The newest round, unless the caller said it has it in memory. */
  readonly content: StoredContent | null;
  /** The caller's idempotency key, when it was used before. */
  readonly key_request: string | null;
  readonly key_case: string | null;
}

const READ: Statement = {
  name: 'case-read',
  text: `select f.id, f.service, f.version, f.number, f.unit, f.applicant, f.applicant_name, f.state, f.revision,
      f.head, f.content_seqs, f.due, f.submitted_at, f.created_at, f.updated_at, f.updated_by, d.case_id is not null as has_draft,
      case when c.seq is null then null
        else json_build_object('answers', c.body->'answers', 'derived', c.body->'derived') end as content,
      k.request as key_request, k.case_id as key_case
    from case_file f
    left join draft d on d.office = f.office and d.case_id = f.id
    left join case_event c on c.office = f.office and c.case_id = f.id
      and c.seq = f.content_seqs[cardinality(f.content_seqs)] and c.seq <> $3
    left join request_key k on k.office = f.office and k.person = $4 and k.key = $5
    where f.office = $1 and f.id = $2`,
};

/** Who asks, and what the process still remembers. */
export interface ReadOptions {
  /** `seq` of the content in memory; 0 = none. */
  readonly knownContent: number;
  readonly person: string;
  readonly key: string;
}

/** Row, chain head, newest answers and idempotency key in one statement; null when there is no such case. */
export async function readCase(
  db: Db,
  office: string,
  id: string,
  options: ReadOptions,
): Promise<LoadedCase | null> {
  const [row] = await db.prepared<LoadedCase>(READ, [
    office,
    id,
    options.knownContent,
    options.person,
    options.key,
  ]);
  return row ?? null;
}
