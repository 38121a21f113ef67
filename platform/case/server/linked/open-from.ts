import { filesFor, flowContext, type OpenDef } from '@zhitongche/case';
import { type App, caseKeys, type OfficeActor, openAnswers, ProblemError } from '@zhitongche/core/server';
import { casePlace } from '../case/sealed.ts';
import { askedWithoutFiles, beginDraft } from '../usecase/create-case.ts';
import {
  onApplicantSide,
  type OpenedCase,
  type OpenedPage,
  openPage,
  settingOf,
} from '../usecase/open-case.ts';
import { awaitedBy } from './awaited.ts';
import { opening } from './filings.ts';

/** Opens a case from another, with what that one knows; the same key again gives the same draft. */
export async function openFrom(
  app: App,
  actor: OfficeActor,
  request: { readonly caseId: string; readonly open: string; readonly key: string },
): Promise<{ id: string }> {
  const opened = asTyped(app, await openPage(app, actor, request.caseId));
  const def = offered(app, actor, opened).find(({ key }) => key === request.open);
  const service = def && (await app.services.latest(def.service));
  if (!def || !service) throw notOffered();
  const [answers = {}] = opening(opened, def, opened.state);
  return await beginDraft(app, actor, {
    key: request.key,
    service,
    answers: askedWithoutFiles(service, answers),
    request: { from: request.caseId, open: request.open },
    ...(opened.state.status === 'draft'
      ? {}
      : { from: { case: opened.loaded.id, kind: def.link, ...awaitedBy(opened, def.link) } }),
  });
}

/** A draft with what was typed into it; what was filed as it was filed. */
export const asTyped = <O extends OpenedPage>(app: App, opened: O): O => {
  const { loaded, state, book } = opened;
  if (state.status !== 'draft' || !loaded.draft) return opened;
  const keys = caseKeys(app.keys, loaded.salt);
  const answers = openAnswers(loaded.draft.answers, keys, casePlace(book.office, loaded.id));
  return { ...opened, state: { ...state, answers } };
};

/** What whoever filed the case may open from it now, of what this office serves and he files. */
export function offered(app: App, actor: OfficeActor, opened: OpenedCase): readonly OpenDef[] {
  const { service, state, loaded, book } = opened;
  if (!service.opens || !onApplicantSide(actor, opened)) return [];
  const context = flowContext(state, settingOf(opened, actor));
  return service.opens.filter(({ when, service: code, fromDraft }) => {
    const card = app.services.card(code);
    if (state.status === 'draft' && !fromDraft) return false;
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
