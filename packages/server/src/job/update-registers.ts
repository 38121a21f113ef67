import { sealRow } from '../register/sealed-row.ts';
import { openAnyCase, type OpenedCase } from '../usecase/open-case.ts';
import { hiddenTexts } from '../vault.ts';
import type { JobHandler } from './outbox.ts';

/** Brings the register rows a case contributes up to its present state; rows it no longer contributes go. */
export const updateRegisters: JobHandler = async (app, job, query) => {
  const opened = await openAnyCase(app, job.office, job.case_id ?? '', { person: job.id, key: '' });
  if (!opened) return;
  const hidden = hiddenOf(opened);
  for (const def of opened.service.registers) {
    const rows = def
      .rows(opened.state, {
        caseId: opened.loaded.id,
        caseNumber: opened.loaded.number ?? '',
        calendar: opened.book.calendar,
      })
      .map((row) => sealRow(job.office, def, row, hidden, app.keys));
    await query(
      'delete from register_row where office = $1 and register = $2 and case_id = $3 and not id = any($4)',
      [job.office, def.key, opened.loaded.id, rows.map((row) => row.id)],
    );
    for (const row of rows)
      await query(
        `insert into register_row (office, register, id, case_id, unit, day, keys, data, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (office, register, id) do update set unit = excluded.unit, day = excluded.day,
           keys = excluded.keys, data = excluded.data, updated_at = excluded.updated_at`,
        [
          job.office,
          def.key,
          row.id,
          opened.loaded.id,
          opened.state.orgs?.unit ?? opened.loaded.unit,
          row.day,
          row.keys,
          JSON.stringify(row.data),
          app.clock(),
        ],
      );
  }
};

function hiddenOf({ service, state }: OpenedCase): ReadonlySet<string> {
  const records = Object.entries(state.records).flatMap(([key, entries]) => {
    const form = service.forms[key]?.form;
    return form ? entries.flatMap((entry) => hiddenTexts(form, entry.data)) : [];
  });
  return new Set([...hiddenTexts(service.form, state.answers), ...records]);
}
