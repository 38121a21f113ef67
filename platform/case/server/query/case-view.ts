import { maskedPaths, visibleAnswers, visibleProblems, type Answers } from '@zhitongche/form';
import {
  awaitsDecision,
  bindsForGood,
  caseTimers,
  type CaseEvent,
  type CaseState,
  type DecideContext,
  isWithdrawn,
  openActs,
  problemsOf,
  requestDecided,
  review,
  type Service,
  standingIn,
} from '@zhitongche/case';
import type { PolicyReader } from '@zhitongche/office';
import type { Problem } from '@zhitongche/base';
import type { CaseView, TimelineEntry } from '@zhitongche/contract';
import {
  type OfficeActor,
  type App,
  type SealingKeys,
  caseKeys,
  type OfficeConfig,
  hiddenTexts,
  openAnswers,
  type SealContext,
} from '@zhitongche/core/server';
import { lookupsOf } from '../case/facts.ts';
import { casePlace, openContent, openEvent } from '../case/sealed.ts';
import { tell, type ToldNames } from '../case/tell.ts';
import { hides, paperTitled, strandName, strandsShown } from './strands-shown.ts';
import { type QueryBatch, runBothBatches } from '@zhitongche/host';
import { heldPieces } from '@zhitongche/register/server';
import type { LoadedPage, PageEvent } from '../store/case-read.ts';
import {
  clearanceIn,
  readingScope,
  type OpenedCase,
  type OpenedPage,
  openPage,
  settingOf,
} from '../usecase/open-case.ts';
import { standingBrief, standingFacts } from '../case/standing-facts.ts';
import { linkable } from '../linked/link-cases.ts';
import { linkedMatters, type SeenLinks } from '../linked/linked-matters.ts';
import { asTyped, offered } from '../linked/open-from.ts';
import { caseRow } from './case-row.ts';
import { eventOnWire, stateOnWire } from './case-wire.ts';
import { outwardEvent, outwardState, type Side, sideOf } from './inward.ts';

/** Everything one screen about a case needs. */
export const caseView = async (app: App, actor: OfficeActor, id: string): Promise<CaseView> =>
  await viewOf(app, actor, await openPage(app, actor, id));

/** The same of a case already in memory. */
export async function viewOf(app: App, actor: OfficeActor, opened: OpenedPage): Promise<CaseView> {
  const { service, book, today, loaded } = opened;
  const place = casePlace(actor.office, loaded.id);
  const keys = caseKeys(app.keys, loaded.salt);
  const state: CaseState = {
    ...opened.state,
    previous: previousOf(keys, loaded, place),
  };
  const side = sideOf(actor, opened);
  const pieces = side === 'office' ? keptBy(service) : [];
  const clearance = clearanceIn(actor, opened);
  const view = { clearance };
  const setting = settingOf(opened, actor);
  const open = openActs(service, state, actor, setting);
  const editing = side === 'applicant' && (state.status === 'draft' || state.status === 'correcting');
  const draft = editing && loaded.draft ? openAnswers(loaded.draft.answers, keys, place) : null;
  const masked = { ...state, ...maskState(service, state, view, side) };
  const bodies = loaded.events.map(({ body }) => body);
  const links = await linkedMatters(app, actor, opened);
  const [held, problems] = await runBothBatches(
    app.db,
    heldPieces(app, actor, book, loaded.id, pieces),
    problemsShown(app, actor, opened, draft ?? state.answers, clearance),
  );
  const strands = strandsShown(service, { ...state, ...masked }, state.strands, side, today);
  const called: ToldNames = {
    org: (org) => book.orgName(org),
    link: (link) => links.names.get(link) ?? '',
    strand: (kind, id) => strandName(strands, kind, id),
  };
  const shown = side === 'office' ? masked : outwardOnly(masked);
  return {
    row: caseRow(
      {
        ...loaded,
        facts: [...standingFacts(service, state)],
        withdrawn: isWithdrawn(state),
        seat: ownSeat(actor, state, setting),
      },
      { book, services: app.services, today },
    ),
    version: loaded.version,
    brief: standingBrief(service, state, today),
    state: stateOnWire(shown),
    draft:
      draft && loaded.draft
        ? {
            answers: draft,
            revision: loaded.draft.revision,
            savedAt: new Date(loaded.draft.saved_at).toISOString(),
          }
        : null,
    acts: open.map((act) => ({
      act: act.act,
      kind: act.kind,
      label: act.label,
      en: act.en,
      step: act.step ?? '',
      seat: act.seat,
      opinion: act.opinion,
      form: act.form ?? null,
      faults: (act.faults ?? []).map((fault) => ({ ...fault })),
      steps: (act.steps ?? []).map((step) => ({ ...step })),
      primary: act.primary,
      danger: act.danger,
      ...(bindsForGood(service, state, act, setting) ? { final: true as const } : {}),
      ...(act.strands ? { strands: { ...act.strands, ids: [...act.strands.ids] } } : {}),
      behalf: act.behalf?.name ?? null,
    })),
    timeline: loaded.events.flatMap((event, i) => {
      const opening = shownEvent(event.body, keys, place);
      const body = side === 'office' ? opening : outwardEvent(side, state, opening, bodies.slice(i + 1));
      return body && tellsOnly(links, body) && !hides(service, side, body)
        ? [entryOf(service, event, maskEvent(service, body, view), called)]
        : [];
    }),
    clearance,
    orgs: orgsIn(state, book),
    masked: [...maskedPaths(service.form, view)],
    timers: caseTimers(state, book.calendar, opened.now.toISOString()).map((stand) => ({
      ...stand,
      ...timerWords(service, state, stand.timer),
    })),
    strands: strands.map((kind) => ({ ...kind, list: [...kind.list] })),
    held: [...held],
    payOnline:
      open.some(({ act }) => act === 'pay-voucher') && (await app.payments.port(actor.office)) !== null,
    links: links.matters,
    opens: offered(app, actor, asTyped(app, opened)).map(({ key, label, en }) => ({ open: key, label, en })),
    linkable: linkable(actor, opened).map(({ key, label }) => ({ kind: key, label })),
    papers: papersOf(app, service, { ...state, ...masked }, loaded, strands),
    problems: [...problems],
  };
}

/** Registers a service writes to. */
const keptBy = ({ keeps = {} }: Service): readonly string[] =>
  Object.values(keeps).map(({ register }) => register);

/** A correction of what the offices recorded is theirs until it counts. */
const outwardOnly = ({ amending: _asked, ...state }: CaseState): CaseState => state;

/** Names of the organisations that sit in the case. */
const orgsIn = ({ seats }: CaseState, book: OfficeConfig): Readonly<Record<string, string>> =>
  Object.fromEntries(
    seats
      .flatMap((seat) => [seat.org, seat.person?.org, seat.doer?.org])
      .flatMap((org) => (org ? [[org, book.orgName(org)] as const] : [])),
  );

/** The seat whose turn it is and which the reader may take; the first by name when there are several. */
function ownSeat(actor: OfficeActor, state: CaseState, setting: DecideContext): string | null {
  const own = state.seats.filter(
    (seat) => seat.status === 'open' && seat.ready && standingIn(actor, seat, state, setting),
  );
  return own.map((seat) => seat.id).toSorted()[0] ?? null;
}

type View = Pick<Parameters<typeof visibleAnswers>[2], 'clearance'>;

function previousOf(
  keys: SealingKeys,
  { events, content_seqs: seqs }: LoadedPage,
  place: readonly string[],
): Answers | null {
  const before = events.find((event) => event.seq === seqs.at(-2))?.body;
  return before?.type === 'submitted' ? openContent(before, keys, place).answers : null;
}

/** What of a state this reader may see: answers masked, what the offices wrote to each other kept from the others. */
function maskState(service: Service, state: CaseState, view: View, side: Side): Partial<CaseState> {
  const maskForm = (key: string, data: Answers): Answers => {
    const form = service.forms[key]?.form;
    return form ? visibleAnswers(form, data, view) : {};
  };
  const { records, seats, papers } = side === 'office' ? state : outwardState(side, service, state);
  const { amending } = state;
  return {
    ...(amending ? { amending: { ...amending, data: maskForm(amending.form, amending.data) } } : {}),
    answers: maskedOnce(service, state.answers, view),
    previous: state.previous && visibleAnswers(service.form, state.previous, view),
    records: Object.fromEntries(
      Object.entries(records).map(([key, entries]) => [
        key,
        entries.map((entry) => ({ ...entry, data: maskForm(key, entry.data) })),
      ]),
    ),
    // Figures may repeat what the form hides, traveller by traveller.
    derived: view.clearance === 'sensitive' || !repeatsHidden(service, state) ? state.derived : null,
    seats,
    papers,
  };
}

// Both are asked at every page of a case, and answers are never changed in place.
const masks = new WeakMap<Answers, Map<string, Answers>>();
const repeating = new WeakMap<Answers, boolean>();

function maskedOnce(service: Service, answers: Answers, view: View): Answers {
  const known = masks.get(answers) ?? new Map<string, Answers>();
  const before = known.get(view.clearance);
  if (before) return before;
  const shown = visibleAnswers(service.form, answers, view);
  masks.set(answers, known.set(view.clearance, shown));
  return shown;
}

/** Figures are computed once for a round's answers, so that one answer holds for both. */
function repeatsHidden(service: Service, { answers, derived }: CaseState): boolean {
  const before = repeating.get(answers);
  if (before !== undefined) return before;
  const text = JSON.stringify(derived);
  const repeats = hiddenTexts(service.form, answers).some((secret) => text.includes(secret));
  repeating.set(answers, repeats);
  return repeats;
}

/** An event for the log: the state already carries this round and the one before, so the log carries no answers. */
const shownEvent = (event: CaseEvent, keys: SealingKeys, place: SealContext): CaseEvent =>
  event.type === 'submitted' ? { ...event, answers: {}, derived: null } : openEvent(event, keys, place);

function maskEvent(service: Service, event: CaseEvent, view: View): CaseEvent {
  if (event.type !== 'decided' || event.data === undefined) return event;
  const form = event.form === undefined ? undefined : service.forms[event.form]?.form;
  return { ...event, data: form ? visibleAnswers(form, event.data, view) : {} };
}

/** What a limit is called, and which hours count for it. */
const timerWords = (
  service: Service,
  { timers }: CaseState,
  key: string,
): Pick<CaseView['timers'][number], 'label' | 'hours'> => {
  const def = service.timers?.[key];
  const byHours = timers?.[key]?.hours === null ? 'round-the-clock' : 'office';
  return { label: def?.label ?? key, hours: def && !('minutes' in def.limit) ? 'days' : byHours };
};

/** Whether an event tells of no matter its reader may not see. */
const tellsOnly = ({ names }: SeenLinks, event: CaseEvent): boolean => {
  if (event.type === 'linked' || event.type === 'unlinked' || event.type === 'link-closed')
    return names.has(event.link);
  return event.type !== 'effect' || event.effect.do !== 'open';
};

const entryOf = (service: Service, event: PageEvent, body: CaseEvent, called: ToldNames): TimelineEntry => ({
  seq: event.seq,
  at: new Date(event.at).toISOString(),
  doer: event.doer,
  body: eventOnWire(body),
  text: tell(service, body, event.doer, called),
  digest: event.digest,
});

function papersOf(
  app: App,
  service: Service,
  state: CaseState,
  { papers: stored, id: caseId }: LoadedPage,
  strands: ReturnType<typeof strandsShown>,
): CaseView['papers'] {
  const current = state.papers.filter((paper) => !paper.superseded);
  return current.map((paper) => {
    const made = stored.find((row) => row.paper === paper.paper);
    const path = `/api/cases/${caseId}/papers/${encodeURIComponent(paper.paper)}`;
    const issued = paper.status === 'issued' && made !== undefined;
    return {
      paper: paper.paper,
      title: paperTitled(service, paper.paper, strands),
      status: paper.revoked ? 'revoked' : paper.status,
      number: paper.number ?? null,
      problem: paper.problem ?? null,
      ...(paper.undrawn ? { undrawn: [...paper.undrawn] } : {}),
      pdf: issued ? path : null,
      docx: issued && made.docx ? `${path}?format=docx` : null,
      code: paper.code ?? null,
      verifyUrl: paper.code ? `${app.config.publicUrl ?? ''}/verify/${paper.code}` : null,
    };
  });
}

/** What the rules say, as this reader may read it: of the answers until they are decided, then of a request that is. */
function problemsShown(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  answers: Answers,
  clearance: View['clearance'],
): QueryBatch<readonly Problem[]> {
  const { service, book } = opened;
  const names = book.orgs.map(({ name }) => name);
  const request = requestDecided(service, opened.state);
  if (!request) {
    const { questions, answer } = problemsNow(app, actor, opened, answers);
    return {
      questions,
      answer: (rows) => visibleProblems(service.form, answers, answer(rows), { clearance }, names),
    };
  }
  const { key, extra, data } = request;
  const about = { answers: opened.state.answers, act: { form: key, data } };
  const { questions, answer } = lookupsOf(service, about, readingScope(actor, opened), book, app);
  return {
    questions,
    answer(rows) {
      const context = { ...settingOf(opened, actor, answer(rows)), state: opened.state };
      const { problems } = review(extra.form, extra.checks ?? [], data, context);
      return visibleProblems(extra.form, data, problems, { clearance }, names);
    },
  };
}

function problemsNow(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  answers: Answers,
): QueryBatch<readonly Problem[]> {
  const { service, book, policy } = opened;
  if (Object.keys(answers).length === 0 || !awaitsDecision(service, opened.state))
    return { questions: [], answer: () => [] };
  const { questions, answer } = lookupsOf(service, { answers }, readingScope(actor, opened), book, app);
  return {
    questions,
    answer(rows) {
      const lookups = answer(rows);
      const told = JSON.stringify(lookups);
      const before = judged.get(answers);
      // Checks are pure: the same answers on the same day under the same figures and registers have the same problems.
      if (before?.policy === policy && before.book === book && before.told === told) return before.problems;
      const problems = problemsOf(service, answers, settingOf(opened, actor, lookups));
      judged.set(answers, { policy, book, told, problems });
      return problems;
    },
  };
}

interface Judged {
  /** Of the filing unit on the day. */
  readonly policy: PolicyReader;
  readonly book: OfficeConfig;
  /** What the registers answered. */
  readonly told: string;
  readonly problems: readonly Problem[];
}
const judged = new WeakMap<Answers, Judged>();
