import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { countSubjects, type Subject } from './count-subjects.ts';

/** Lines of the audit read in one round. */
const BATCH = 500;
/** Cases and rows counted in one round while measures are new. */
const BUILT = 200;
/** Before every identifier. */
export const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Projects the audit in commit order: counts anew whatever was acted on; gives how much it looked at. Position and lines
 * move in one transaction, so that no act is left out or counted twice, on any number of nodes.
 */
export async function projectMeasures(app: App, office: string): Promise<number> {
  if (app.measures.length === 0) return 0;
  return await app.db.tx(async (query) => {
    const [turn] = await query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('measures'), hashtext($1)) as mine",
      [office],
    );
    if (!turn?.mine) return 0;
    return (await followed(app, query, office)) + (await built(app, query, office));
  });
}

async function followed(app: App, query: Query, office: string): Promise<number> {
  const [mark] = await query<{ upto: string }>(
    `select upto_xid::text as upto from follower where office = $1 and name = 'measures'`,
    [office],
  );
  // What was acted on before measures were first followed is counted while they are built.
  const rows = await query<{ xid: string; object: string; rows: readonly string[] }>(
    `select xid::text, object,
       coalesce((select json_agg(h->>0) from jsonb_array_elements(detail->'heads') h), '[]'::json) as rows
     from audit where office = $1 and xid > $2::text::xid8 and xid < audit_horizon()
       and xid <= coalesce((select xid from audit where office = $1 and xid > $2::text::xid8
                            order by xid, id offset $3 limit 1), '18446744073709551615'::xid8)
     order by audit.xid, audit.id`,
    [office, mark?.upto ?? '0', BATCH],
  );
  const last = rows.at(-1);
  if (!last) return 0;
  const cases = new Set(rows.flatMap(({ object }) => (object.startsWith('case:') ? [object.slice(5)] : [])));
  const kept = new Set(rows.flatMap((row) => row.rows));
  await countSubjects(app, query, office, [
    ...[...cases].map((id): Subject => ({ kind: 'case', id })),
    ...[...kept].map((id): Subject => ({ kind: 'row', id })),
  ]);
  await query(
    `insert into follower (office, name, upto_xid) values ($1, 'measures', $2::text::xid8)
     on conflict (office, name) do update set upto_xid = excluded.upto_xid`,
    [office, last.xid],
  );
  return rows.length;
}

interface Building {
  readonly of: string;
  readonly editions: string;
  readonly upto: string;
}

/** What the measures of one service or register count, and by which editions. */
export interface CountedSort {
  readonly kind: 'case' | 'row';
  /** As `measure_built` names it. */
  readonly of: string;
  readonly code: string;
  readonly editions: string;
}

/** Every service and register that is counted. */
export const countedSorts = (app: App): readonly CountedSort[] =>
  app.measures.map((one) => ({
    kind: one.kind === 'row-measures' ? ('row' as const) : ('case' as const),
    of: one.kind === 'row-measures' ? `row/${one.register}` : `case/${one.service}`,
    code: one.kind === 'row-measures' ? one.register : one.service,
    // Persons are counted by digests of the key in force: under a new one everybody is counted anew.
    editions: [app.keys.generation, ...one.measures.map(({ code, edition }) => `${code}:${edition}`)].join(),
  }));

/** Those of one sort after an identifier that may be counted, in its order; a draft is no matter yet. */
export const nextSubjects = async (
  query: Query,
  office: string,
  { kind, code }: CountedSort,
  after: string,
  most: number,
): Promise<readonly Subject[]> => {
  const ids =
    kind === 'row'
      ? await query<{ id: string }>(
          'select id from kept_row where office = $1 and register = $2 and id > $3 order by id limit $4',
          [office, code, after, most],
        )
      : await query<{ id: string }>(
          `select id from case_file where office = $1 and service = $2 and id > $3 and status <> 'draft' order by id limit $4`,
          [office, code, after, most],
        );
  return ids.map(({ id }) => ({ kind, id }));
};

/** Measures of one service or register that are counted for the first time, or in a new way: everything on record, some hundreds at a time. */
async function built(app: App, query: Query, office: string): Promise<number> {
  const known = await query<Building & { done: boolean }>(
    'select of, editions, upto, done from measure_built where office = $1',
    [office],
  );
  const next = countedSorts(app).find(({ of, editions }) => {
    const one = known.find((row) => row.of === of);
    return !one || one.editions !== editions || !one.done;
  });
  if (!next) return 0;
  const begun = known.find(({ of, editions }) => of === next.of && editions === next.editions);
  const subjects = await nextSubjects(query, office, next, begun?.upto ?? FIRST, BUILT);
  await countSubjects(app, query, office, subjects);
  await query(
    `insert into measure_built (office, of, editions, upto, done) values ($1, $2, $3, $4, $5)
     on conflict (office, of) do update set editions = excluded.editions, upto = excluded.upto, done = excluded.done`,
    [office, next.of, next.editions, subjects.at(-1)?.id ?? begun?.upto ?? FIRST, subjects.length < BUILT],
  );
  return subjects.length + 1;
}
