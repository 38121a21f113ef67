import type { Doer } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { RowEvent } from '@zhitongche/register';
import { ROW_COLUMNS, type RowData } from './read-row.ts';
import { spansOf, type StoredNames, type StoredSpan } from './verify-found.ts';

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
  readonly told: boolean;
}

/** Rows after one, by their ids, with everything that belongs to them as of one moment: an act between two readings would look like a break. */
export const readWhole = (
  { db }: Pick<App, 'db'>,
  office: string,
  after: string,
  most: number,
): Promise<readonly StoredWhole[]> =>
  db.tx(async (query) => {
    await query('set transaction isolation level repeatable read read only');
    const rows = await query<Stored>(
      `select ${ROW_COLUMNS}, stage, title, revision, unique_key, near_key, public_key, retired_at
       from kept_row where office = $1 and id > $2 order by id limit $3`,
      [office, after, most],
    );
    const ids = rows.map(({ id }) => id);
    const events = await eventsOf(query, office, ids);
    const spans = await spansOf(query, office, ids);
    const heads = await headsOf(query, office, events);
    return rows.map((stored): StoredWhole => {
      const own = events.get(stored.id) ?? [];
      const last = own.at(-1);
      return {
        stored,
        events: own,
        span: spans.get(stored.id),
        told: last !== undefined && heads.has(`${last.told}/${stored.id}/${last.seq}/${last.digest}`),
      };
    });
  });

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

/** Heads of these rows as the lines of their last events name them; a line of an import is read once for all its rows. */
async function headsOf(
  query: Query,
  office: string,
  events: ReadonlyMap<string, readonly StoredEvent[]>,
): Promise<ReadonlySet<string>> {
  const lines = new Set([...events.values()].flatMap((own) => own.at(-1)?.told ?? []));
  const named = await query<{ line: string; row: string; seq: string; head: string }>(
    `select a.id as line, h->>0 as row, h->>1 as seq, h->>2 as head
     from audit a cross join lateral jsonb_array_elements(
       case when jsonb_typeof(a.detail->'heads') = 'array' then a.detail->'heads' else '[]' end) h
     where a.office = $1 and a.id = any($2::uuid[]) and h->>0 = any($3::text[])`,
    [office, [...lines], [...events.keys()]],
  );
  return new Set(named.map(({ line, row, seq, head }) => `${line}/${row}/${seq}/${head}`));
}
