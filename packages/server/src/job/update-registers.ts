import type { RegisterDef } from '@zhitongche/kernel';
import type { Query, Statement } from '../db/db.ts';
import { settleFacts, takeTurn } from '../register/row-facts.ts';
import { type SealedRow, sealRow } from '../register/sealed-row.ts';
import { openAnyCase, type OpenedCase } from '../usecase/open-case.ts';
import { hiddenTexts } from '../vault.ts';
import type { JobHandler } from './outbox.ts';

/** The rows of one register, ready to be stored. */
interface Wanted {
  readonly register: string;
  readonly rows: readonly SealedRow[];
}

// Prepared: every paper and every act after a trip asks for this job.
const UNIT: Statement = {
  name: 'register-unit',
  text: 'select unit from case_file where office = $1 and id = $2',
};
const SAME: Statement = {
  name: 'register-same',
  text: 'select id from outbox where office = $1 and case_id = $2 and kind = $3 and id <> $4 for update skip locked',
};
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

/** Brings the register rows a case contributes up to its present state; rows it no longer contributes go. */
export const updateRegisters: JobHandler = async (app, job, query) => {
  const caseId = job.case_id ?? '';
  const [file] = await query<{ unit: string }>(UNIT, [job.office, caseId]);
  if (!file) return;
  // Before the case is read: two jobs of one case must not store an older state over a newer one.
  await takeTurn(query, job.office, file.unit);
  // Each paper of an approval asks for a refresh; what follows reads the case after all that ask by now.
  const same = await query<{ id: string }>(SAME, [job.office, caseId, job.kind, job.id]);
  const opened = await openAnyCase(app, job.office, caseId, { person: job.id, key: '' });
  if (!opened) return;
  const hidden = hiddenOf(opened);
  const wanted = opened.service.registers.map((def) => ({
    register: def.key,
    rows: contributed(def, opened).map((row) =>
      sealRow(job.office, opened.service.form, def, row, hidden, app.keys),
    ),
  }));
  const before = await query<{ register: string; day: string | null; uncounted: boolean }>(STORED, [
    job.office,
    caseId,
  ]);
  if (before.length > 0 || wanted.some(({ rows }) => rows.length > 0))
    await store(query, job.office, { caseId, unit: file.unit, at: app.clock() }, wanted);
  const days = wanted.flatMap(({ rows }) => rows.flatMap((row) => row.day ?? []));
  const moreOf = ({ register, rows }: Wanted): readonly [string, number | null] => {
    const had = before.filter((row) => row.register === register);
    // A node that runs the previous program stored rows without counting them.
    return [register, had.some((row) => row.uncounted) ? null : rows.length - had.length];
  };
  await settleFacts(query, {
    office: job.office,
    unit: file.unit,
    days: [...new Set([...days, ...before.flatMap((row) => row.day ?? [])])],
    more: Object.fromEntries(wanted.map(moreOf)),
  });
  if (same.length > 0)
    await query('delete from outbox where office = $1 and id = any($2::uuid[])', [
      job.office,
      same.map((other) => other.id),
    ]);
};

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
