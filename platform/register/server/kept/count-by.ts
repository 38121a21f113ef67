import { type App, type OfficeActor, unsound } from '@zhitongche/core/server';
import { Params } from '@zhitongche/host';
import { blocking } from '@zhitongche/base';
import { conditionsOf, type RowsAsked } from './list-rows.ts';
import { registerIn } from './register-in.ts';
import { facet } from './row-columns.ts';

/** Most rows that are counted at once: more would be read from end to end for one picture. */
const MOST = 20_000;

/** How many of the rows a reader has before him have each value of a column; rows of several values count under each. */
export async function countBy(
  app: App,
  actor: OfficeActor,
  register: string,
  { by, ...asked }: RowsAsked & { readonly by: string },
): Promise<{ rows: number | null; counts: { value: string; count: number }[] }> {
  const opened = await registerIn(app, actor, register);
  if (!opened.kind.columns.some(({ key, filter }) => key === by && filter))
    throw unsound([
      blocking('row.column', ['by'], '这一列不能用来计数', 'This column is not counted by', {
        todo: '请选择可以筛选的列',
      }),
    ]);
  const params = new Params();
  const conditions = await conditionsOf(app, actor, opened, asked, params);
  const head = params.add(facet(opened.kind.code, by, ''));
  const counted = await app.db.query<{ value: string | null; n: number }>(
    `with seen as materialized (select k.facets from kept_row k where ${conditions.join(' and ')} limit ${params.add(MOST + 1)})
     select null as value, count(*)::int as n from seen
     union all
     select substr(f, length(${head}::text) + 1), count(*)::int from seen, unnest(seen.facets) f
     where starts_with(f, ${head}::text) group by 1`,
    params.values,
  );
  const rows = counted.find(({ value }) => value === null)?.n ?? 0;
  return {
    rows: rows > MOST ? null : rows,
    counts:
      rows > MOST
        ? []
        : counted
            .flatMap(({ value, n }) => (value === null ? [] : [{ value, count: n }]))
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
