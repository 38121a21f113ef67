import { type CaseState, openActs } from '@zhitongche/case';
import { PREPARATION } from '@zhitongche/budget';
import { type OfficeActor, type App, notFound, ProblemError } from '@zhitongche/core/server';
import { openCase, type OpenedCase, settingOf } from '@zhitongche/case/server';

/** Steps at which the draft may change, with the act that ends each. */
const DRAFTING: Readonly<Record<string, string>> = {
  'first-draft': 'file-first',
  'second-draft': 'file-second',
  adopt: 'adopt',
};

/**
 * The case of a preparation for whoever may see it; anything else is not there.
 * @throws ProblemError: `budget.not-found`.
 */
export async function openPreparation(app: App, actor: OfficeActor, id: string): Promise<OpenedCase> {
  const opened = await openCase(app, actor, id);
  if (opened.service.code !== PREPARATION) throw noPreparation();
  return opened;
}

/** Whether the actor holds the seat that drafts now. */
export const mayDraft = (actor: OfficeActor, opened: OpenedCase): boolean =>
  mayTake(actor, opened, DRAFTING[opened.state.step ?? ''] ?? '');

/** Whether an act is open to the actor. */
export const mayTake = (actor: OfficeActor, opened: OpenedCase, act: string): boolean =>
  openActs(opened.service, opened.state, actor, settingOf(opened, actor)).some((open) => open.act === act);

/** Refuses whoever may not change the draft now, saying why. */
export function demandDrafting(actor: OfficeActor, opened: OpenedCase): void {
  if (!mayDraft(actor, opened)) throw notEditable();
}

/** The draft is not open to the actor at the step the case is at. */
export const notEditable = (): ProblemError =>
  new ProblemError(
    409,
    'budget.not-editable',
    '预算已经报出或不由您编制，现在不能修改；退回后可以再改。',
    'The budget has been filed or is not yours to draft; it opens again when it is returned.',
  );

/** There is no such preparation, or it is not open to the reader. */
export const noPreparation = (): ProblemError =>
  notFound(
    'budget.not-found',
    '没有这份编制中的预算，或您没有查看权限。',
    'There is no such budget under preparation, or it is not open to you.',
  );

/** Acts that send a version out, by the form that pins it. */
const ROUNDS: readonly (readonly [form: string, word: string])[] = [
  ['first', '一上'],
  ['second', '二上'],
  ['adopted', '定稿'],
];

/** What a version was sent as, read from the events of the case; the last time counts. */
export function roundOf(state: Pick<CaseState, 'records'>, no: number): string {
  return ROUNDS.flatMap(([form, word]) =>
    (state.records[form] ?? []).some(({ data }) => data['version'] === no) ? [word] : [],
  ).join('、');
}

/** Figures a letter from outside set, as recorded last. */
export function figuresOf(
  state: Pick<CaseState, 'records'>,
  form: 'control' | 'approval',
): Record<string, string | null> | null {
  const data = state.records[form]?.at(-1)?.data;
  if (data === undefined) return null;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, typeof value === 'string' ? value : null]),
  );
}
