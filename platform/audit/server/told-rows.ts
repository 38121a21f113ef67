import { SYSTEM_DOER } from '@zhitongche/case';
import { type Query, newId } from '@zhitongche/host';
import { type CodingKeys, type Keys, macOf, sameMac, toldWith } from '@zhitongche/core/server';

/** A row as the audit knows it: where it stands and the code it has had since it was last written. */
export interface ToldRow {
  readonly table: string;
  /** Its key beside the office, as texts or numbers. */
  readonly key: readonly (string | number)[];
  readonly code: string;
}

/** What the audit says last of a row. */
export interface Told {
  readonly n: number;
  readonly code: string;
}

const ACTION = 'row.code';

/** SQL: lines of the audit, a table called `a`, that are there for proof and tell a reader nothing. */
export const TELLS_NOTHING = `a.action = '${ACTION}'`;

/** The row as such a line names it. */
export const toldObject = ({ table, key }: Omit<ToldRow, 'code'>): string => `row:${table}/${key.join('/')}`;

const macFor = (keys: CodingKeys, office: string, object: string, { n, code }: Told): string =>
  macOf(keys, 'told-row', [office, object, n, code]);

/**
 * Has the audit name the codes rows have from now on, in the transaction that writes them: a row put back to what it once
 * was, or taken away, is then not the one the audit knows. Lines of one row are numbered, so that none counts when repeated.
 */
export async function tellRows(
  keys: Keys,
  query: Query,
  office: string,
  rows: readonly ToldRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const known = await query<{ object: string; n: number }>(
    `select object, max((detail->>'n')::bigint) as n from audit
     where office = $1 and object = any($2::text[]) and detail->>'n' ~ '^[0-9]{1,15}$' group by object`,
    [office, rows.map(toldObject)],
  );
  const last = new Map(known.map(({ object, n }) => [object, n]));
  const lines = rows.map((row) => {
    const object = toldObject(row);
    const told = { n: (last.get(object) ?? 0) + 1, code: row.code };
    return { id: newId(), object, detail: { ...told, mac: macFor(keys, office, object, told) } };
  });
  await query(
    `insert into audit (office, id, actor, action, object, result, detail)
     select $1, l.id, $2, '${ACTION}', l.object, 'ok', l.detail
     from json_to_recordset($3) as l(id uuid, object text, detail jsonb)`,
    [office, JSON.stringify({ id: null, name: SYSTEM_DOER.name }), JSON.stringify(lines)],
  );
}

/** One row of {@link tellRows}. */
export const tellRow = async (
  keys: Keys,
  query: Query,
  office: string,
  table: string,
  key: ToldRow['key'],
  code: string,
): Promise<void> => await tellRows(keys, query, office, [{ table, key, code }]);

const PAGE = 5_000;

/** What somebody knows of the audit's lines about rows, up to a place in it. */
export interface ToldUpTo {
  /** By {@link toldObject}. */
  readonly told: ReadonlyMap<string, Told>;
  /** Ids of lines the program did not write. */
  readonly forged: ReadonlySet<string>;
  /** The last line before which no more can come. */
  readonly at: { readonly xid: string; readonly id: string };
}

/** What is known before the first line was read. */
export const NOTHING_TOLD: ToldUpTo = {
  told: new Map(),
  forged: new Set(),
  at: { xid: '0', id: '00000000-0000-0000-0000-000000000000' },
};

/** SQL: lines about papers, which are many and decide for nobody what he may do. */
const OF_PAPERS = "object like 'row:paper%'";

/** What the audit says last of every row it named, read on from what is known; papers may be left out. */
export async function toldRows(
  keys: Keys,
  query: Query,
  office: string,
  known: ToldUpTo = NOTHING_TOLD,
  papers = true,
): Promise<ToldUpTo> {
  const told = new Map(known.told);
  const forged = new Set(known.forged);
  const [{ horizon } = { horizon: '0' }] = await query<{ horizon: string }>(
    'select audit_horizon()::text as horizon',
  );
  let { at } = known;
  let last = at;
  for (;;) {
    const page = await query<{
      xid: string;
      id: string;
      object: string;
      n: string;
      code: string;
      mac: string;
    }>(
      `select xid::text, id, object, detail->>'n' as n, detail->>'code' as code, detail->>'mac' as mac from audit
       where office = $1 and action = '${ACTION}' ${papers ? '' : `and not ${OF_PAPERS}`}
         and (xid, id) > ($2::text::xid8, $3::uuid)
       order by audit.xid, audit.id limit ${PAGE}`,
      [office, last.xid, last.id],
    );
    for (const { xid, id, object, n, code, mac } of page) {
      const one = { n: Number(n), code };
      if (!sameMac(macFor(toldWith(keys, mac, { xid }), office, object, one), mac ?? '')) forged.add(id);
      else if (one.n > (told.get(object)?.n ?? 0)) told.set(object, one);
      // Beyond the horizon a line may still come between: it is read again.
      if (BigInt(xid) < BigInt(horizon)) at = { xid, id };
    }
    last = page.at(-1) ?? last;
    if (page.length < PAGE) return { told, forged, at };
  }
}
