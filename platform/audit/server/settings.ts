import { SYSTEM_DOER } from '@zhitongche/case';
import { sm3Hex } from '@zhitongche/formats';
import type { Query } from '@zhitongche/host';
import { type CodingKeys, type Keys, macOf, sameMac, toldWith } from '@zhitongche/core/server';
import { writeAudit } from './write.ts';

/** What an office set, each as one list of rows in SQL: what deciding, papers and deadlines rest on and no single row can prove. */
const LISTS = {
  orgs: `select jsonb_build_array(id, parent, kind, name, code, uscc, active) as row from org where office = $1`,
  letterheads: `select jsonb_build_array(org, name, signature, mark, address, phone) as row from letterhead where office = $1`,
  calendar: `select jsonb_build_array(date, kind, notice) as row from calendar_exception where office = $1
    union all select jsonb_build_array(from_day, to_day) from calendar_cover where office = $1`,
  tables: `select jsonb_build_array(name, valid_from, title, source, encode(sha256(convert_to(rows::text, 'UTF8')), 'hex')) as row
    from ref_table where office = $1`,
  figures: `select jsonb_build_array(id, key) as row from policy_row where office = $1`,
  holds: `select jsonb_build_array(id, case_id, reason, ended_at is null) as row from case_hold where office = $1`,
} as const;

/** A list of what an office set. */
export type Settings = keyof typeof LISTS;

/** The lists, in the order they are walked. */
export const SETTINGS: readonly Settings[] = [
  'orgs',
  'letterheads',
  'calendar',
  'tables',
  'figures',
  'holds',
];

/** How a list stood when the program last wrote to it: the how many-th line this is, and SM3 over all its rows. */
interface Named {
  readonly no: number;
  readonly digest: string;
}

const objectOf = (list: Settings): string => `settings:${list}`;
const macFor = (keys: CodingKeys, office: string, list: Settings, { no, digest }: Named): string =>
  macOf(keys, 'settings', [office, list, no, digest]);

/** SM3 (64 hex) over all rows of a list as they stand. */
export async function settingsDigest(query: Query, office: string, list: Settings): Promise<string> {
  const [all] = await query<{ rows: string }>(
    `select coalesce(string_agg(row::text, E'\\n' order by row::text collate "C"), '') as rows from (${LISTS[list]}) listed`,
    [office],
  );
  return sm3Hex(all?.rows ?? '');
}

/** The newest line about a list that the program wrote, and how many only look like one. */
export async function settingsNamed(
  keys: Keys,
  query: Query,
  office: string,
  list: Settings,
): Promise<{ readonly newest: Named | null; readonly forged: number }> {
  const rows = await query<{ xid: string; no: string | null; digest: string | null; mac: string | null }>(
    `select xid::text, detail->>'no' as no, detail->>'digest' as digest, detail->>'mac' as mac from audit
     where office = $1 and object = $2`,
    [office, objectOf(list)],
  );
  const sound = rows.flatMap(({ xid, no, digest, mac }): readonly Named[] => {
    const named = { no: Number(no), digest: digest ?? '' };
    return sameMac(macFor(toldWith(keys, mac, { xid }), office, list, named), mac ?? '') ? [named] : [];
  });
  const newest = sound.reduce<Named | null>(
    (last, one) => (last === null || one.no > last.no ? one : last),
    null,
  );
  return { newest, forged: rows.length - sound.length };
}

/**
 * Writes into the audit how a list stands now, under a code, in the transaction that changed it. The number in the line
 * counts on, so that an older one written down again is not taken for the newest.
 */
export async function nameSettings(
  { keys, clock }: { readonly keys: Keys; readonly clock: () => Date },
  query: Query,
  office: string,
  list: Settings,
): Promise<void> {
  // Held to the end of the transaction: whoever comes next sees this change and counts on from this line.
  await query("select pg_advisory_xact_lock(hashtext('settings'), hashtext($1))", [office]);
  const { newest } = await settingsNamed(keys, query, office, list);
  const named = { no: (newest?.no ?? 0) + 1, digest: await settingsDigest(query, office, list) };
  await writeAudit(query, {
    office,
    at: clock(),
    actor: { id: null, name: SYSTEM_DOER.name },
    action: 'settings.name',
    object: objectOf(list),
    result: 'ok',
    source: '',
    detail: { ...named, mac: macFor(keys, office, list, named) },
  });
}

/** Names the lists of an office nobody named yet; while nodes of an older program may write, also those that changed without a word. Gives how many. */
export async function nameTheRest(
  app: { readonly keys: Keys; readonly clock: () => Date },
  query: Query,
  office: string,
  changed: boolean,
): Promise<number> {
  let n = 0;
  for (const list of SETTINGS) {
    const { newest } = await settingsNamed(app.keys, query, office, list);
    const stands =
      newest !== null && (!changed || newest.digest === (await settingsDigest(query, office, list)));
    if (stands) continue;
    await nameSettings(app, query, office, list);
    n += 1;
  }
  return n;
}
