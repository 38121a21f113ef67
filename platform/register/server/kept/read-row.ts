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

const COLUMNS = 'id, register, org, state, head, salt, updated_by, updated_at';

/** Rows by their ids, locked until the transaction ends, in the order of their ids so that nobody waits in a circle; `lock` = false only reads. */
export async function lockRows(
  query: Query,
  office: string,
  ids: readonly string[],
  lock = true,
): Promise<readonly RowData[]> {
  if (ids.length === 0) return [];
  return lock
    ? await query<RowData>(
        `select ${COLUMNS} from kept_row where office = $1 and id = any($2::uuid[]) order by id for update`,
        [office, ids],
      )
    : await query<RowData>(
        `select ${COLUMNS} from kept_row where office = $1 and id = any($2::uuid[]) order by id`,
        [office, ids],
      );
}

/** One row of a register, as it stands; undefined when there is none. */
export async function readRowData(
  query: Query,
  office: string,
  register: string,
  id: string,
): Promise<RowData | undefined> {
  const [row] = await query<RowData>(
    `select ${COLUMNS} from kept_row
     where office = $1 and register = $2 and id = $3`,
    [office, register, id],
  );
  return row;
}
