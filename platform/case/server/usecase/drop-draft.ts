import type { Query } from '@zhitongche/host';
import { dropFiles } from '@zhitongche/file/server';

/**
 * Deletes a draft nobody has submitted, with its uploads, within the caller's transaction; false when it is none any more, or
 * was saved since `before`.
 */
export async function dropDraft(
  query: Query,
  office: string,
  caseId: string,
  now: Date,
  before: Date | null = null,
): Promise<boolean> {
  const gone = await query(
    `delete from case_file f where office = $1 and id = $2 and status = 'draft' and revision = 0
       and ($3::timestamptz is null or not exists (select 1 from draft d
         where d.office = f.office and d.case_id = f.id and d.saved_at >= $3)) returning id`,
    [office, caseId, before],
  );
  if (gone.length === 0) return false;
  await query('delete from draft where office = $1 and case_id = $2', [office, caseId]);
  await query('delete from prepared_paper where office = $1 and case_id = $2', [office, caseId]);
  const uploads = await query<{ digest: string }>(
    'delete from upload where office = $1 and case_id = $2 returning digest',
    [office, caseId],
  );
  await dropFiles(
    query,
    office,
    uploads.map(({ digest }) => digest),
    now,
  );
  return true;
}
