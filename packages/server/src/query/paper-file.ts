import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { FileReply } from '../http/handler.ts';
import { notFound } from '../problem-error.ts';
import { openCase } from '../usecase/open-case.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The newest issue of a case's paper, for whoever may see the case. */
export async function paperFile(
  app: App,
  actor: OfficeActor,
  caseId: string,
  paper: string,
  format: 'pdf' | 'docx',
): Promise<FileReply> {
  await openCase(app, actor, caseId);
  const [row] = await app.db.query<{
    title: string;
    number: string | null;
    pdf_digest: string;
    docx_digest: string | null;
  }>(
    `select title, number, pdf_digest, docx_digest from paper where office = $1 and case_id = $2 and paper = $3
     order by issue desc limit 1`,
    [actor.office, caseId, paper],
  );
  const digest = format === 'pdf' ? row?.pdf_digest : row?.docx_digest;
  const body = digest ? await app.blobs.get(digest) : null;
  if (!row || !body)
    throw notFound(
      'paper.not-found',
      '没有这份文书，或尚未出具。',
      'There is no such paper, or it has not been issued.',
    );
  const name = `${row.title}${row.number ? ` ${row.number}` : ''}.${format}`;
  return format === 'pdf'
    ? { body, type: 'application/pdf', name, inline: true }
    : { body, type: DOCX, name };
}
