import { addressed, paperEditions, type PaperFacts, paperNamed, recordClearance } from '@zhitongche/case';
import { clears } from '@zhitongche/form';
import type { Sensitivity } from '@zhitongche/access';
import {
  type OfficeActor,
  type App,
  type FileReply,
  forbidden,
  notFound,
  ProblemError,
} from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { wholeEditionOf, type CodedPaper, PAPER_COLUMNS, paperSoundness } from '@zhitongche/document/server';
import { isInward, sideOf } from './inward.ts';
import { clearanceIn, type OpenedCase, openCase } from '../usecase/open-case.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The newest issue of a case's paper, for whoever may see the case: whole for those who may see all it says, else with
 * what the form masks trimmed. Who fetched which is on record.
 */
export async function paperFile(
  app: App,
  actor: OfficeActor,
  caseId: string,
  paper: string,
  format: 'pdf' | 'docx',
): Promise<FileReply> {
  const opened = await openCase(app, actor, caseId);
  // What the offices alone read is not there for the others.
  const hidden = isInward(opened.service, paper) && sideOf(actor, opened) !== 'office';
  const [found] = await app.db.query<CodedPaper>(
    `select ${PAPER_COLUMNS} from paper where office = $1 and case_id = $2 and paper = $3
     order by issue desc limit 1`,
    [actor.office, caseId, paper],
  );
  const row = hidden ? undefined : found;
  if (row && !(await app.admission.admits(row.office, paperSoundness(app.keys, row)))) throw strangeRecord();
  const edition = row ? await wholeEditionOf(app.keys, app.db.query, row) : null;
  if (edition === 'strange') throw strangeRecord();
  const may = readerOf(actor, opened);
  if (row && !edition && !clears(may, singleEdition(opened, paper)))
    throw forbidden(
      'paper.personal',
      '这份文书出具时尚无隐去个人信息的版本，请由申报单位或证照部门提供。',
      'This paper was issued in one edition only, and it holds personal data.',
    );
  const whole = edition && clears(may, edition.clearance) ? edition : null;
  const [pdf, docx] = whole ? [whole.pdf, whole.docx] : [row?.pdf_digest, row?.docx_digest];
  const digest = format === 'pdf' ? pdf : docx;
  const body = digest ? await app.blobs.get(digest) : null;
  if (!row || !body)
    throw notFound(
      'paper.not-found',
      '没有这份文书，或尚未出具。',
      'There is no such paper, or it has not been issued.',
    );
  await record(app.db.query, actor, app.clock(), 'paper.open', `case:${caseId}`, {
    paper,
    format,
    edition: whole ? 'whole' : 'open',
  });
  const name = `${row.title}${row.number ? ` ${row.number}` : ''}.${format}`;
  return format === 'pdf'
    ? { body, type: 'application/pdf', name, inline: true }
    : { body, type: DOCX, name };
}

/** How private a value of a paper the actor reads: as on the case's page, and everything at the passport desk. */
function readerOf(actor: OfficeActor, opened: OpenedCase): Sensitivity {
  const onPage = clearanceIn(actor, opened);
  const inRegisters = recordClearance(
    actor,
    { unit: opened.loaded.unit, office: opened.book.root.id },
    opened.service,
  );
  return clears(inRegisters, onPage) ? inRegisters : onPage;
}

/** What a paper without a second edition says at most: one issued before there were two may say everything. */
function singleEdition(
  { service, state, loaded, book, policy, today }: OpenedCase,
  name: string,
): Sensitivity {
  const paper = paperNamed(service, name);
  if (!paper) return 'open';
  const facts: PaperFacts = {
    caseId: loaded.id,
    caseNumber: loaded.number ?? '',
    state,
    date: today,
    letterhead: book.letterhead(book.root.id),
    verify: { url: '', code: '' },
    policy,
  };
  return paperEditions(service, paper.def, addressed(facts, paper)).whole?.clearance ?? 'open';
}

/** What is on record of the paper was written past the program: which file it names means nothing. */
const strangeRecord = (): ProblemError =>
  new ProblemError(
    409,
    'paper.tampered',
    '这份文书的登记内容在系统之外被改动过，暂不能下载。请报告审计管理员查明。',
    'The record of this paper was changed past the program; report it to the audit administrator.',
  );
