import { type CalendarException, type Draws, makeCalendar } from '@zhitongche/base';
import { type Letterhead, orgTree } from '@zhitongche/case';
import { makePolicyReader, type PolicyDef, type PolicyReader, type PolicyRow } from '@zhitongche/office';
import type { Org } from '@zhitongche/access';
import type { Admission, Keys, OfficeConfig, TableRow, TableVersion } from '@zhitongche/core/server';
import type { Db } from '@zhitongche/host';
import { type CodedPolicy, POLICY_COLUMNS, policySoundness } from './policy-mac.ts';

/** What books are read with. */
export interface BookNeeds {
  readonly db: Db;
  readonly keys: Keys;
  readonly admission: Admission;
  readonly draws: Draws;
  /** Hears of a row whose code does not fit: somebody wrote past the application. */
  readonly forged: (table: string, office: string, id: string) => void;
}

/** Reads an office's slow-changing rows in one go; null when the office does not exist. */
export async function loadOffice(needs: BookNeeds, office: string): Promise<OfficeConfig | null> {
  const { draws } = needs;
  const { query } = needs.db;
  const [head] = await query<{ name: string; demo: boolean; restored_at: Date | null }>(
    // As a member of the row: a program of this version also opens databases that do not have the column yet.
    "select o.name, o.demo, (to_jsonb(o)->>'restored_at')::timestamptz as restored_at from office o where o.office = $1",
    [office],
  );
  if (!head) return null;
  const [orgRows, policies, exceptions, covers, tables, letterheads] = await Promise.all([
    query<{ id: string; parent: string | null; kind: Org['kind']; name: string; code: string | null }>(
      'select id, parent, kind, name, code from org where office = $1 order by id',
      [office],
    ),
    query<CodedPolicy>(`select ${POLICY_COLUMNS} from policy_row where office = $1 order by at, id`, [
      office,
    ]),
    query<CalendarException>(
      'select date, kind, notice from calendar_exception where office = $1 order by date',
      [office],
    ),
    query<{ from_day: string; to_day: string }>(
      'select from_day, to_day from calendar_cover where office = $1',
      [office],
    ),
    query<{ name: string; title: string; valid_from: string; source: string; rows: readonly TableRow[] }>(
      'select name, title, valid_from, source, rows from ref_table where office = $1 order by name, valid_from desc',
      [office],
    ),
    query<Letterhead>('select org, name, signature, mark, address, phone from letterhead where office = $1', [
      office,
    ]),
  ]);
  const orgs = orgRows.map(({ code, ...org }): Org => (code === null ? org : { ...org, code }));
  return makeBook({
    office,
    name: head.name,
    demo: head.demo,
    ...(head.restored_at ? { restoredAt: head.restored_at.toISOString() } : {}),
    orgs,
    policyRows: (await admitted(needs, office, policies)).map(policyRow),
    exceptions,
    // Without a notice nothing is certain: every deadline is provisional.
    covers: covers[0]
      ? { from: covers[0].from_day, to: covers[0].to_day }
      : { from: '0001-01-02', to: '0001-01-01' },
    tables: tables.map(({ valid_from, ...table }) => ({ ...table, validFrom: valid_from })),
    letterheads,
    draws,
  });
}

/** The rows a book is made of. */
export interface BookRows {
  readonly office: string;
  readonly name: string;
  readonly demo: boolean;
  readonly restoredAt?: string;
  readonly orgs: readonly Org[];
  readonly policyRows: readonly PolicyRow[];
  readonly exceptions: readonly CalendarException[];
  readonly covers: { readonly from: string; readonly to: string };
  /** Newest version of each table first. */
  readonly tables: readonly TableVersion[];
  readonly letterheads: readonly Letterhead[];
  readonly draws: Draws;
}

/** Makes the book over its rows. */
export function makeBook(rows: BookRows): OfficeConfig {
  const tree = orgTree(rows.orgs);
  const root = rows.orgs.find((org) => org.kind === 'office' && org.parent === null);
  if (!root) throw new Error(`Office ${rows.office} has no organisation at its root`);
  const names = new Map(rows.orgs.map((org) => [org.id, org.name]));
  const readers = new WeakMap<readonly PolicyDef[], Map<string, PolicyReader>>();
  const heads = new Map(rows.letterheads.map((letterhead) => [letterhead.org, letterhead]));
  const orgName = (id: string) => names.get(id) ?? '（已撤销的机构）';
  return {
    office: rows.office,
    name: rows.name,
    demo: rows.demo,
    ...(rows.restoredAt === undefined ? {} : { restoredAt: rows.restoredAt }),
    orgs: rows.orgs,
    tree,
    root,
    orgName,
    pick: (from, given) => {
      if (from !== 'org') return undefined;
      const found = rows.orgs.filter((org) =>
        'id' in given ? org.id === given.id : org.name === given.title,
      );
      const [only] = found;
      return only && found.length === 1 ? { id: only.id, title: only.name } : undefined;
    },
    calendar: makeCalendar(rows.exceptions, rows.covers),
    exceptions: rows.exceptions,
    policyRows: rows.policyRows,
    draws: rows.draws,
    policy(service, unit, day) {
      // By the figures themselves: one version of a service may be asked for with those of a rule and without.
      const own = readers.get(service.policies) ?? new Map<string, PolicyReader>();
      readers.set(service.policies, own);
      const key = `${unit}/${day}`;
      const known = own.get(key);
      if (known) return known;
      if (own.size > 5_000) own.clear();
      const reader = makePolicyReader(service.policies, rows.policyRows, chainOf(unit, tree.get), day);
      own.set(key, reader);
      return reader;
    },
    table: (name, day) =>
      rows.tables.find((table) => table.name === name && table.validFrom <= day)?.rows ?? [],
    tables: rows.tables,
    letterhead: (org) =>
      heads.get(org) ?? { org, name: orgName(org), signature: orgName(org), mark: orgName(org).slice(0, 1) },
  };
}

/** A figure nobody set through the program counts for nothing. */
async function admitted(
  { keys, admission, forged }: BookNeeds,
  office: string,
  rows: readonly CodedPolicy[],
): Promise<readonly CodedPolicy[]> {
  const sound: CodedPolicy[] = [];
  for (const row of rows) {
    if (await admission.admits(office, policySoundness(keys, row))) sound.push(row);
    else forged('policy_row', office, row.id);
  }
  return sound;
}

function policyRow(row: CodedPolicy): PolicyRow {
  return {
    key: row.key,
    value: row.value,
    validFrom: row.valid_from,
    source: row.source,
    ...(row.org === null ? {} : { org: row.org }),
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
  };
}

/** A unit and everything above it, nearest first; a circle ends the walk. */
function chainOf(unit: string, get: (id: string) => Org | undefined): readonly string[] {
  const chain: string[] = [];
  for (let org = get(unit); org && !chain.includes(org.id); org = org.parent ? get(org.parent) : undefined)
    chain.push(org.id);
  return chain;
}
