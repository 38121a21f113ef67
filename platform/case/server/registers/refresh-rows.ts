import type { RegisterDef } from '@zhitongche/case';
import { type App, hiddenTexts } from '@zhitongche/core/server';
import type { Query, Statement } from '@zhitongche/host';
import type { OpenedCase } from '../usecase/open-case.ts';
import { settleFacts, type SealedRow, sealRow } from '@zhitongche/register/server';

/** The rows of one register, ready to be stored. */
interface Wanted {
  readonly register: string;
  readonly rows: readonly SealedRow[];
}

const STORED: Statement = {
  name: 'register-stored',
  text: `select register, day, grams_at is distinct from updated_at as uncounted from register_row
    where office = $1 and case_id = $2`,
};
const DROP: Statement = {
  name: 'register-drop',
  text: `delete from register_row where office = $1 and case_id = $2 and register = any($3::text[])
    and not (register, id) in (select * from unnest($4::text[], $5::text[]))`,
};
const PUT: Statement = {
  name: 'register-put',
  text: `insert into register_row (office, register, id, case_id, unit, day, keys, data, grams, updated_at, grams_at)
    select $1, r.register, r.id, $2, $3, r.day, r.keys, r.data, r.grams, $4, $4
    from json_to_recordset($5::json) as r(register text, id text, day date, keys text[], data jsonb, grams text[])
    on conflict (office, register, id) do update set unit = excluded.unit, day = excluded.day, keys = excluded.keys,
      data = excluded.data, grams = excluded.grams, updated_at = excluded.updated_at, grams_at = excluded.grams_at`,
};

/** Stores what a case contributes to the registers as it is given, and what that adds up to; the unit's turn must have been taken. */
export async function refreshRows(app: App, query: Query, office: string, opened: OpenedCase): Promise<void> {
  const { id: caseId, unit } = opened.loaded;
  const hidden = hiddenOf(opened);
  const wanted = (await app.services.registersOf(opened.service)).map((def) => ({
    register: def.key,
    rows: contributed(def, opened).map((row) =>
      sealRow(office, opened.service.form, def, row, hidden, app.keys),
    ),
  }));
  const before = await query<{ register: string; day: string | null; uncounted: boolean }>(STORED, [
    office,
    caseId,
  ]);
  if (before.length > 0 || wanted.some(({ rows }) => rows.length > 0))
    await store(query, office, { caseId, unit, at: app.clock() }, wanted);
  const days = wanted.flatMap(({ rows }) => rows.flatMap((row) => row.day ?? []));
  const moreOf = ({ register, rows }: Wanted): readonly [string, number | null] => {
    const had = before.filter((row) => row.register === register);
    // A node that runs the previous program stored rows without counting them.
    return [register, had.some((row) => row.uncounted) ? null : rows.length - had.length];
  };
  await settleFacts(query, app.services.summed, {
    office,
    unit,
    days: [...new Set([...days, ...before.flatMap((row) => row.day ?? [])])],
    more: Object.fromEntries(wanted.map(moreOf)),
  });
}

/** The rows a case contributes to a register as it stands now. */
export const contributed = (def: RegisterDef, { loaded, state, book }: OpenedCase) =>
  def.rows(state, { caseId: loaded.id, caseNumber: loaded.number ?? '', calendar: book.calendar });

async function store(
  query: Query,
  office: string,
  one: { readonly caseId: string; readonly unit: string; readonly at: Date },
  wanted: readonly Wanted[],
): Promise<void> {
  const rows = wanted.flatMap(({ register, rows: own }) => own.map((row) => ({ ...row, register })));
  await query(DROP, [
    office,
    one.caseId,
    wanted.map(({ register }) => register),
    rows.map((row) => row.register),
    rows.map((row) => row.id),
  ]);
  if (rows.length === 0) return;
  await query(PUT, [office, one.caseId, one.unit, one.at, JSON.stringify(rows)]);
}

function hiddenOf({ service, state }: OpenedCase): ReadonlySet<string> {
  const records = Object.entries(state.records).flatMap(([key, entries]) => {
    const form = service.forms[key]?.form;
    return form ? entries.flatMap((entry) => hiddenTexts(form, entry.data)) : [];
  });
  return new Set([...hiddenTexts(service.form, state.answers), ...records]);
}
