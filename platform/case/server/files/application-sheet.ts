import { applicationSheet } from '@zhitongche/case';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  caseKeys,
  type FileReply,
  hiddenTexts,
  type OfficeActor,
  openAnswers,
  unsound,
} from '@zhitongche/core/server';
import { type Answers, visibleAnswers } from '@zhitongche/form';
import { casePlace } from '../case/sealed.ts';
import { clearanceIn, onApplicantSide, type OpenedPage, openPage } from '../usecase/open-case.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** 申报表: everything that was filled in, laid out as the office prints, as its reader may see it. */
export async function printApplication(
  app: App,
  actor: OfficeActor,
  caseId: string,
  format: 'pdf' | 'docx',
): Promise<FileReply> {
  const opened = await openPage(app, actor, caseId);
  const { service, loaded, state, book, today } = opened;
  const answers = answersFor(app, actor, opened);
  const view = { clearance: clearanceIn(actor, opened) };
  const hidden = hiddenTexts(service.form, answers);
  const told = JSON.stringify(state.derived);
  // Figures stand by what was filed; of a draft there are none yet, and none that repeat what this reader may not see.
  const figures =
    answers === state.answers && (view.clearance === 'sensitive' || !hidden.some((one) => told.includes(one)))
      ? state.derived
      : null;
  const unit = book.orgName(loaded.unit);
  const title = `${service.name}申报表`;
  const made = await app.papers.make(
    {
      kind: 'application',
      name: `${title} ${loaded.number ?? ''}`.trim(),
      issuer: unit,
      issuedOn: today,
      blocks: applicationSheet(
        service,
        visibleAnswers(service.form, answers, view),
        figures,
        loaded.number === null ? `${unit}　草稿` : `${unit}　${loaded.number}`,
      ),
    },
    { docx: format === 'docx', signer: null, at: app.clock(), issuer: unit },
  );
  if (!made.ok) throw unsound(made.problems, made.problems[0]?.code, made.problems[0]?.message);
  await record(app.db.query, actor, app.clock(), 'paper.print', `case:${caseId}`, { format });
  const name = `${title}.${format}`;
  return format === 'docx' && made.value.docx
    ? { body: made.value.docx, type: DOCX, name }
    : { body: made.value.pdf, type: 'application/pdf', name };
}

/** The draft for whoever fills it in, for everybody else what was filed. */
function answersFor(app: App, actor: OfficeActor, opened: OpenedPage): Answers {
  const { loaded, state } = opened;
  const editing = state.status === 'draft' || state.status === 'correcting';
  return editing && loaded.draft && onApplicantSide(actor, opened)
    ? openAnswers(loaded.draft.answers, caseKeys(app.keys, loaded.salt), casePlace(actor.office, loaded.id))
    : state.answers;
}
