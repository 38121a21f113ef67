import { caseKeys, type Keys } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { KeptRow, RegisterKind } from '@zhitongche/register';
import { keptPlace, openKept } from './sealed-kept.ts';
import type { StoredRow } from './write-rows.ts';

/** Columns of a kept row that opening it needs. */
export interface RowData {
  readonly id: string;
  readonly register: string;
  readonly org: string;
  readonly state: KeptRow;
  readonly head: string;
  readonly salt: string | null;
  readonly updated_by: string;
  readonly updated_at: Date;
}

/** A row with the kind it is of. */
export interface FoundRow extends StoredRow {
  readonly kind: RegisterKind;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

/** A stored row in clear; a seal that does not open throws `SealBroken`. */
export function openRowData(office: string, kind: RegisterKind, data: RowData, keys: Keys): FoundRow {
  const own = caseKeys(keys, data.salt);
  return {
    kind,
    row: openKept(kind, data.state, own, keptPlace(office, data.id)),
    head: data.head,
    salt: data.salt,
    updatedBy: data.updated_by,
    updatedAt: data.updated_at,
  };
}

/** What {@link RowData} reads of the table. */
export const ROW_COLUMNS = 'id, register, org, state, head, salt, updated_by, updated_at';

/** Rows by their ids, locked until the transaction ends, in the order of their ids so that nobody waits in a circle; `lock` = false only reads. */
export const lockRows = async (
  query: Query,
  office: string,
  ids: readonly string[],
  lock = true,
): Promise<readonly RowData[]> =>
  ids.length === 0
    ? []
    : await query<RowData>(
        `select ${ROW_COLUMNS} from kept_row where office = $1 and id = any($2::uuid[]) order by id${lock ? ' for update' : ''}`,
        [office, ids],
      );

/** One row of a register, as it stands; undefined when there is none. */
export async function readRowData(
  query: Query,
  office: string,
  register: string,
  id: string,
): Promise<RowData | undefined> {
  const [row] = await query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and id = $3`,
    [office, register, id],
  );
  return row;
}

/** Rows in force by their unique keys, locked. */
export const lockNamed = (query: Query, office: string, { code }: RegisterKind, keys: readonly string[]) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and unique_key = any($3::text[]) order by id for update`,
    [office, code, keys],
  );

/** Rows in force that bear one of some numbers, locked. */
export const lockNumbered = (
  query: Query,
  office: string,
  { code }: RegisterKind,
  digests: readonly string[],
) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and keys && $3::text[] and retired_at is null order by id for update`,
    [office, code, digests],
  );

/** Rows a case holds, locked. */
export const lockHeld = (query: Query, office: string, { code }: RegisterKind, caseId: string) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and case_id = $3 and register = $2 and retired_at is null order by id for update`,
    [office, code, caseId],
  );

/** The same, only read. */
export const readHeld = (query: Query, office: string, { code }: RegisterKind, caseId: string) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and case_id = $3 and register = $2 and retired_at is null order by id`,
    [office, code, caseId],
  );

/** The next pieces in stock by their names; what another act is drawing at this moment is passed over, never waited for. */
export const lockInStock = (
  query: Query,
  office: string,
  { code, stock, stages }: RegisterKind,
  facets: readonly string[],
  count: number,
) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and stage = $3 and retired_at is null and facets @> $4::text[]
     order by title collate "C", id limit $5 for update skip locked`,
    [office, code, stock?.inStage ?? stages?.first ?? '', facets, count],
  );

/** Most rows of a waiting list that are looked at. */
const WAITING = 200;

/** Who waits at a stage for what a pick names, first come first; not locked. */
export const readWaiting = (
  query: Query,
  office: string,
  { code }: RegisterKind,
  stage: string,
  [pick, picked]: readonly [string, string],
) =>
  query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and stage = $3 and retired_at is null
       and state->'answers'->$4::text->>'id' = $5
     order by created_at, id limit ${WAITING}`,
    [office, code, stage, pick, picked],
  );
