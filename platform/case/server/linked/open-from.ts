import { filesFor, flowContext, type OpenDef } from '@zhitongche/case';
import { type App, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import { askedWithoutFiles, beginDraft } from '../usecase/create-case.ts';
import { onApplicantSide, openCase, type OpenedCase, settingOf } from '../usecase/open-case.ts';
import { awaitedBy } from './awaited.ts';
import { opening } from './filings.ts';

/** Opens a case from another, with what that one knows; the same key again gives the same draft. */
export async function openFrom(
  app: App,
  actor: OfficeActor,
  request: { readonly caseId: string; readonly open: string; readonly key: string },
): Promise<{ id: string }> {
  const opened = await openCase(app, actor, request.caseId);
  const def = offered(app, actor, opened).find(({ key }) => key === request.open);
  const service = def && (await app.services.latest(def.service));
  if (!def || !service) throw notOffered();
  const [answers = {}] = opening(opened, def, opened.state);
  return await beginDraft(app, actor, {
    key: request.key,
    service,
    answers: askedWithoutFiles(service, answers),
    request: { from: request.caseId, open: request.open },
    from: { case: opened.loaded.id, kind: def.link, ...awaitedBy(opened, def.link) },
  });
}

/** What whoever filed the case may open from it now, of what this office serves and he files. */
export function offered(app: App, actor: OfficeActor, opened: OpenedCase): readonly OpenDef[] {
  const { service, state, loaded, book } = opened;
  if (!service.opens || state.status === 'draft' || !onApplicantSide(actor, opened)) return [];
  const context = flowContext(state, settingOf(opened, actor));
  return service.opens.filter(({ when, service: code }) => {
    const card = app.services.card(code);
    return card !== undefined && when?.(context) === true && filesFor(actor, card, loaded.unit, book.tree);
  });
}

const notOffered = (): ProblemError =>
  new ProblemError(
    409,
    'open.not-offered',
    '这个办件现在不能由您据以新办该事项，请刷新后查看办件页上列出的可办事项。',
    'This case does not offer to open that service to you now.',
  );
