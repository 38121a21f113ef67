import { writeAudit } from '@zhitongche/audit/server';
import type { App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { dropDraft } from '@zhitongche/case/server';
import { NOT_HELD } from './due.ts';
import { cutsOf } from './terms.ts';

const BATCH = 200;

/** Deletes drafts nobody submitted nor saved for as long as their service says, and tells whoever began them. */
export async function dropOldDrafts(app: App, office: string): Promise<void> {
  for (const service of app.services.current) {
    const { drafts: before } = await cutsOf(app, office, service);
    const due = await app.db.query<{ id: string; applicant: string }>(
      `select f.id, f.applicant from case_file f left join draft d on d.office = f.office and d.case_id = f.id
       where f.office = $1 and f.service = $2 and f.status = 'draft' and f.revision = 0
         and greatest(f.created_at, d.saved_at) < $3 and ${NOT_HELD} order by f.id limit ${BATCH}`,
      [office, service.code, before],
    );
    for (const { id, applicant } of due)
      await app.db.tx(async (query) => {
        const now = app.clock();
        if (!(await dropDraft(query, office, id, now, before))) return;
        await query('insert into notice (office, person, id, at, text) values ($1, $2, $3, $4, $5)', [
          office,
          applicant,
          newId(now.getTime()),
          now,
          `您的一份“${service.name}”草稿超过保存期限没有再填写，已连同附件删除。`,
        ]);
        await writeAudit(query, {
          office,
          at: now,
          actor: { id: 'system', name: '系统' },
          action: 'case.delete',
          object: `case:${id}`,
          result: 'ok',
          source: '',
          detail: { why: 'term' },
        });
      });
  }
}
