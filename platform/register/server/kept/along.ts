import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import {
  type Along,
  decideRow,
  KEEPERS,
  type KeptRow,
  type Move,
  type RegisterKind,
  type RowDeciding,
} from '@zhitongche/register';
import { accountOf } from '@zhitongche/register';
import { pickFacts } from './picks.ts';
import type { FoundRow } from './read-row.ts';
import { tellPeople } from './tell-people.ts';
import { judgedBy } from './row-writing.ts';
import type { RowChange } from './write-rows.ts';

/** A move as its register declares it. */
export const moveNamed = (kind: RegisterKind, key: string | undefined): Move | undefined =>
  kind.stages?.moves.find((move) => move.key === key);

/** What a move that takes others along changes of them, each decided as its own register decides it; or what stands in the way. */
export async function takenAlong(
  app: App,
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  along: readonly Along[],
  rows: ReadonlyMap<string, FoundRow>,
  context: RowDeciding,
) {
  const changes: RowChange[] = [];
  for (const { id, move, data = {} } of along) {
    const far = rows.get(id);
    const known = await pickFacts(app, query, book, () => true, moveNamed(kind, move)?.form ?? {}, [data]);
    const judged = {
      ...context,
      ...judgedBy(book, kind, context.today, known),
      alike: [],
      along: true as const,
    };
    const row = far?.kind.code === kind.code ? far : undefined;
    const decided = decideRow(kind, id, row?.row ?? null, { act: 'move', move, data }, judged);
    if (!decided.ok)
      return { changes: [], problems: decided.problems.map((problem) => ({ ...problem, at: [] })) };
    changes.push({ kind, id, before: row ?? null, events: decided.value.events });
  }
  return { changes, problems: [] };
}

/** Tells those a move names that it was made, whom the row named before it as well; never whoever made it by his own field. */
export async function tellOfMove(
  app: App,
  query: Query,
  actor: OfficeActor,
  book: OfficeConfig,
  kind: RegisterKind,
  move: Move,
  { before, row }: { readonly before: KeptRow | undefined; readonly row: KeptRow },
  now: Date,
): Promise<void> {
  const { tells = [] } = move;
  const text = `：${actor.name}${move.label}`;
  if (tells.includes(KEEPERS))
    await tellPeople({ app, query, book, now }, kind, row, { keepers: true, roles: [], texts: [text] });
  const named = tells.flatMap((field) =>
    field === KEEPERS
      ? []
      : [before, row].flatMap((one) => (one ? (accountOf(one.answers, field) ?? []) : [])),
  );
  const lines = [...new Set(named)].flatMap((person) =>
    person === actor.id
      ? []
      : [{ person, id: newId(now.getTime()), text: `${kind.name}“${kind.title(row.answers)}”${text}` }],
  );
  if (lines.length === 0) return;
  await query(
    `insert into notice (office, person, id, at, text, row_register, row_id, kind)
     select $1, n.person, n.id, $2, n.text, $3, $4, 'row'
     from json_to_recordset($5::json) as n(person uuid, id uuid, text text)
     join person p on p.office = $1 and p.id = n.person`,
    [actor.office, now, kind.code, row.id, JSON.stringify(lines)],
  );
}
