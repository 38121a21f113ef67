import type { Statement } from '@zhitongche/host';
import { isErased } from '@zhitongche/core/server';
import { refreshRows, openAnyCase } from '@zhitongche/case/server';
import { takeTurn } from '@zhitongche/register/server';
import type { JobHandler } from './outbox.ts';

// Prepared: every paper and every act after a trip asks for this job.
const UNIT: Statement = {
  name: 'register-unit',
  text: 'select unit from case_file where office = $1 and id = $2',
};
const SAME: Statement = {
  name: 'register-same',
  text: 'select id from outbox where office = $1 and case_id = $2 and kind = $3 and id <> $4 for update skip locked',
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
  // What was taken out of an erased case's rows would not come back, but be missed.
  if (!opened || isErased(opened.loaded.salt)) return;
  await refreshRows(app, query, job.office, opened);
  if (same.length > 0)
    await query('delete from outbox where office = $1 and id = any($2::uuid[])', [
      job.office,
      same.map((other) => other.id),
    ]);
};
