import type { Query } from '@zhitongche/host';
import type { RegisterKind, RowCommand } from '@zhitongche/register';

/** Ids of all rows a row would stand below once it is tied, the far one included; empty for ties that may run in a circle. */
export async function rowsAbove(
  query: Query,
  office: string,
  kind: RegisterKind,
  command: RowCommand,
): Promise<readonly string[]> {
  if (command.act !== 'tie') return [];
  const relation = kind.relations.find(({ key }) => key === command.relation);
  if (!relation?.acyclic) return [];
  // Two ties made at once could close a circle that neither of them sees.
  await query("select pg_advisory_xact_lock(hashtext('kept-ties'), hashtext($1))", [
    `${office}/${kind.code}`,
  ]);
  const rows = await query<{ id: string }>(
    `with recursive above(id) as (
       select $2::uuid
       union
       select (tie->'to'->>'id')::uuid
       from above a join kept_row k on k.office = $1 and k.id = a.id
       cross join lateral jsonb_array_elements(k.state->'ties') as tie
       where tie->>'relation' = $3 and not coalesce((tie->>'back')::boolean, false)
     )
     select id from above`,
    [office, command.to.id, relation.key],
  );
  return rows.map(({ id }) => id);
}
