import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { FileReply } from '../http/handler.ts';
import { type CodedPaper, PAPER_COLUMNS, paperSoundness } from '../paper/paper-mac.ts';
import { notFound, ProblemError } from '../problem-error.ts';
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
  const [row] = await app.db.query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper where office = $1 and case_id = $2 and paper = $3
     order by issue desc limit 1`,
    [actor.office, caseId, paper],
  );
  if (row && !(await app.admission.admits(row.office, paperSoundness(app.keys, row)))) throw strangeRecord();
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

/** What is on record of the paper was written past the program: which file it names means nothing. */
const strangeRecord = (): ProblemError =>
  new ProblemError(
    409,
    'paper.tampered',
    '这份文书的登记内容在系统之外被改动过，暂不能下载。请报告审计管理员查明。',
    'The record of this paper was changed past the program; report it to the audit administrator.',
  );
