import { dayInShanghai } from '@zhitongche/base';
import { SYSTEM_DOER } from '@zhitongche/case';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { applyToRow, decideRow, type Hearing, type KeptRow, type RegisterKind } from '@zhitongche/register';
import { alikeKeys, rowsAlike } from './alike.ts';
import { lockRows, openRowData } from './read-row.ts';
import { judgedBy } from './row-writing.ts';
import type { RowChange } from './write-rows.ts';

/** When and where rows are told. */
interface Telling {
  readonly office: string;
  readonly at: Date;
}

type Told = NonNullable<ReturnType<Hearing['told']>>;

/**
 * Moves of rows that hear of what happened in another register, to be written in the same commit. A row that has no such move
 * any more stays as it is: what was told is no business of whoever told it.
 */
export async function heardOf(
  app: App,
  query: Query,
  changes: readonly RowChange[],
  { office, at }: Telling,
): Promise<readonly RowChange[]> {
  const heard: RowChange[] = [];
  for (const kind of app.registers) {
    const { hears } = kind;
    if (!hears) continue;
    const told = changes.flatMap((change) =>
      change.kind.code === hears.register ? toldBy(change, hears, at) : [],
    );
    const book = told.length > 0 ? await app.offices.get(office) : null;
    for (const one of told) if (book) heard.push(...(await movedBy(app, query, book, kind, one, at)));
  }
  return heard;
}

function toldBy({ id, before, events }: RowChange, hears: Hearing, at: Date): readonly Told[] {
  let row: KeptRow | null = before?.row ?? null;
  return events.flatMap((body): readonly Told[] => {
    row = applyToRow(id, row, { at: at.toISOString(), doer: SYSTEM_DOER, body });
    const told = hears.told(row, body);
    return told ? [told] : [];
  });
}

async function movedBy(
  app: App,
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  told: Told,
  at: Date,
): Promise<readonly RowChange[]> {
  const { move, data } = told;
  const keys =
    'find' in told
      ? { unique: alikeKeys(kind, told.find, app.keys).unique, near: [] }
      : { unique: [], near: alikeKeys(kind, told.near, app.keys).near };
  const found = await rowsAlike(query, book.office, kind.code, keys);
  const rows = await lockRows(
    query,
    book.office,
    found.map(({ id }) => id),
  );
  const orgs = book.orgs.map(({ id }) => id);
  const context = judgedBy(book, kind, dayInShanghai(at.toISOString()), {
    pick: book.pick,
    lookup: () => undefined,
  });
  return rows.flatMap((stored): readonly RowChange[] => {
    const before = openRowData(book.office, kind, stored, app.keys);
    const decided = decideRow(
      kind,
      stored.id,
      before.row,
      { act: 'move', move, data },
      {
        ...context,
        now: at.toISOString(),
        actor: { ...SYSTEM_DOER, grants: [], standsInFor: [] },
        reach: { all: true, seen: orgs, kept: orgs, clearance: 'sensitive', cleared: {} },
        tree: book.tree,
        home: before.row.org,
        alike: [],
        above: [],
        along: true,
      },
    );
    return decided.ok ? [{ kind, id: stored.id, before, events: decided.value.events }] : [];
  });
}
