import type { Doer } from '@zhitongche/case';
import { type App, type Keys, sameMac, toldWith } from '@zhitongche/core/server';
import type { FileRef } from '@zhitongche/form';
import { atOneMoment, type Query } from '@zhitongche/host';
import type { RowEvent } from '@zhitongche/register';
import { ROW_COLUMNS, type RowData } from './read-row.ts';
import { headsCode } from './write-rows.ts';
import { spansOf, type StoredNames, type StoredSpan } from './verify-found.ts';

const WHOLE_COLUMNS = `${ROW_COLUMNS}, stage, title, revision, unique_key, near_key, public_key, facets, case_id, retired_at`;

/** A link of a row's chain, as stored. */
export interface StoredEvent {
  readonly row_id: string;
  readonly seq: number;
  readonly at: Date;
  readonly doer: Doer;
  readonly body: RowEvent;
  readonly prev: string;
  readonly digest: string;
  readonly told: string;
}

/** A row with every column it is found by. */
export type Stored = RowData & {
  readonly stage: string;
  readonly title: string;
  readonly revision: number;
  readonly retired_at: Date | null;
} & StoredNames;

/** A row with its chain and what it occupies, and whether the audit names where the chain stands. */
export interface StoredWhole {
  readonly stored: Stored;
  readonly events: readonly StoredEvent[];
  readonly span: StoredSpan | undefined;
  readonly files: readonly FileRef[];
  readonly told: boolean;
}

/** Rows after one, by their ids, with everything that belongs to them as of one moment: an act between two readings would look like a break. */
export const readWhole = (
  { db, keys }: Pick<App, 'db' | 'keys'>,
  office: string,
  after: string,
  most: number,
): Promise<readonly StoredWhole[]> =>
  atOneMoment(db, async ({ query }) => {
    const rows = await query<Stored>(
      `select ${WHOLE_COLUMNS} from kept_row where office = $1 and id > $2 order by id limit $3`,
      [office, after, most],
    );
    return await wholesOf(query, keys, office, rows);
  });

/** Some rows the same way, in the reader's own transaction. */
export const readThese = async (
  query: Query,
  keys: Keys,
  office: string,
  ids: readonly string[],
): Promise<readonly StoredWhole[]> =>
  await wholesOf(
    query,
    keys,
    office,
    await query<Stored>(
      `select ${WHOLE_COLUMNS} from kept_row where office = $1 and id = any($2::uuid[]) order by id`,
      [office, ids],
    ),
  );

async function wholesOf(
  query: Query,
  keys: Keys,
  office: string,
  rows: readonly Stored[],
): Promise<readonly StoredWhole[]> {
  const ids = rows.map(({ id }) => id);
  const events = await eventsOf(query, office, ids);
  const spans = await spansOf(query, office, ids);
  const heads = await headsOf(query, keys, office, events);
  const files = await query<FileRef & { readonly row_id: string }>(
    'select row_id, id, name, type, size, digest from kept_upload where office = $1 and row_id = any($2::uuid[])',
    [office, ids],
  );
  return rows.map((stored): StoredWhole => {
    const own = events.get(stored.id) ?? [];
    const last = own.at(-1);
    return {
      stored,
      events: own,
      span: spans.get(stored.id),
      files: files.filter(({ row_id: row }) => row === stored.id),
      told: last !== undefined && heads.has(`${last.told}/${stored.id}/${last.seq}/${last.digest}`),
    };
  });
}

async function eventsOf(query: Query, office: string, ids: readonly string[]) {
  const events = await query<StoredEvent>(
    `select row_id, seq, at, doer, body, prev, digest, told from kept_event
     where office = $1 and row_id = any($2::uuid[]) order by row_id, seq`,
    [office, ids],
  );
  const byRow = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const own = byRow.get(event.row_id);
    if (own) own.push(event);
    else byRow.set(event.row_id, [event]);
  }
  return byRow;
}

/**
 * Heads of these rows as the lines of their last events name them, of lines whose code is the program's own; a line of an
 * import is read once for all its rows.
 */
async function headsOf(
  query: Query,
  keys: Keys,
  office: string,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Promise<ReadonlySet<string>> {
  const lines = new Set([...events.values()].flatMap((own) => own.at(-1)?.told ?? []));
  const named = await query<{ id: string; xid: string; heads: ToldHeads; mac: string | null }>(
    `select id, xid::text, detail->'heads' as heads, detail->>'headsMac' as mac from audit
     where office = $1 and id = any($2::uuid[]) and jsonb_typeof(detail->'heads') = 'array'`,
    [office, [...lines]],
  );
  const sound = named.filter(
    ({ xid, heads, mac }) =>
      mac !== null && sameMac(headsCode(toldWith(keys, mac, { xid }), office, heads), mac),
  );
  return new Set(
    sound.flatMap(({ id, heads }) => heads.map(([row, seq, head]) => `${id}/${row}/${seq}/${head}`)),
  );
}

/** Row, number of its last event and digest of it, as a line of the audit names them. */
type ToldHeads = [string, number, string][];
