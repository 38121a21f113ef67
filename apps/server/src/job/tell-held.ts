import type { JobHandler } from './outbox.ts';

/** Tells what an act had to tell once it could have been taken back long enough; in the commit that ends the job. */
export const tellHeld: JobHandler = async (app, job, query) => {
  await query(
    `insert into notice (office, person, id, at, text, case_id, kind)
     select $1, n.person, n.id, $2, n.text, $3, n.kind
     from jsonb_to_recordset($4::jsonb) as n(id uuid, person uuid, text text, kind text)`,
    [job.office, app.clock(), job.case_id, JSON.stringify(job.payload.notices ?? [])],
  );
};
