import {
  type Answers,
  type CaseEvent,
  type CaseState,
  clearanceOf,
  type DecideContext,
  type Doer,
  isApplicant,
  maskedPaths,
  openActs,
  type Problem,
  problemsOf,
  type Service,
  visibleAnswers,
} from '@zhitongche/kernel';
import { standingIn } from '@zhitongche/kernel/seats.ts';
import type { CaseView, TimelineEntry } from '@zhitongche/contract';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { answerLookups } from '../case/facts.ts';
import { casePlace, openContent, openEvent } from '../case/sealed.ts';
import { tell } from '../case/tell.ts';
import { noSuchCase, openCase, type OpenedCase, settingOf } from '../usecase/open-case.ts';
import type { Statement } from '../db/db.ts';
import type { Keys } from '../keys/keys.ts';
import { hiddenTexts, openAnswers, type Place } from '../vault.ts';
import { caseRow, ROW_COLUMNS, type StoredRow } from './case-row.ts';

interface EventStored {
  readonly seq: number;
  readonly at: string;
  readonly doer: Doer;
  readonly body: CaseEvent;
  readonly digest: string;
}
interface PaperStored {
  readonly paper: string;
  readonly code: string;
  readonly docx: boolean;
}
interface DraftStored {
  readonly answers: Answers;
  readonly revision: number;
  readonly saved_at: string;
}

interface ViewStored extends Omit<StoredRow, 'seat'> {
  readonly events: readonly EventStored[] | null;
  readonly papers: readonly PaperStored[] | null;
  readonly draft: DraftStored | null;
}

// Everything in one round trip. Answers stay behind but for the round before the newest: the newest is read with the
// case, and the log shows none.
const VIEW: Statement = {
  name: 'case-view',
  text: `select ${ROW_COLUMNS},
    (select json_agg(json_build_object('seq', e.seq, 'at', e.at, 'doer', e.doer, 'digest', e.digest,
        'body', case when e.seq = any(f.content_seqs) and e.seq is distinct from f.content_seqs[cardinality(f.content_seqs) - 1]
          then e.body - 'answers' - 'derived' else e.body end) order by e.seq)
      from case_event e where e.office = f.office and e.case_id = f.id) as events,
    (select json_agg(json_build_object('paper', p.paper, 'code', p.code, 'docx', p.docx_digest is not null))
      from (select distinct on (paper) paper, code, docx_digest from paper
            where office = f.office and case_id = f.id order by paper, issue desc) p) as papers,
    (select json_build_object('answers', d.answers, 'revision', d.revision, 'saved_at', d.saved_at)
      from draft d where d.office = f.office and d.case_id = f.id) as draft
    from case_file f where f.office = $1 and f.id = $2`,
};

/** Everything one screen about a case needs. */
export async function caseView(app: App, actor: OfficeActor, id: string): Promise<CaseView> {
  const [opened, [stored]] = await Promise.all([
    openCase(app, actor, id),
    app.db.prepared<ViewStored>(VIEW, [actor.office, id]),
  ]);
  if (!stored) throw noSuchCase();
  // Somebody acted between the two reads: the screen must not show one revision and send back another.
  if (stored.revision !== opened.loaded.revision) return await caseView(app, actor, id);
  const { events, papers, draft, ...row } = stored;
  return build(app, actor, opened, { row, events: events ?? [], papers: papers ?? [], draft });
}

interface Parts {
  readonly row: Omit<StoredRow, 'seat'>;
  readonly events: readonly EventStored[];
  readonly papers: readonly PaperStored[];
  readonly draft: DraftStored | null;
}

async function build(app: App, actor: OfficeActor, opened: OpenedCase, parts: Parts): Promise<CaseView> {
  const { service, book, today, loaded } = opened;
  const place = casePlace(actor.office, loaded.id);
  const state: CaseState = {
    ...opened.state,
    previous: previousOf(app, parts.events, loaded.content_seqs, place),
  };
  const owner = state.applicant ?? { id: loaded.applicant, name: loaded.applicant_name, org: loaded.unit };
  const orgs = state.orgs ?? { office: book.root.id, unit: loaded.unit, divisions: {} };
  const applicant = isApplicant(actor, { applicant: owner, orgs });
  const clearance = clearanceOf(actor, { applicant: owner, orgs, seats: state.seats }, book.tree);
  const view = { clearance };
  const setting = settingOf(opened, actor);
  const open = openActs(service, state, actor, setting);
  const editing = applicant && (state.status === 'draft' || state.status === 'correcting');
  const draft = editing && parts.draft ? openAnswers(parts.draft.answers, app.keys, place) : null;
  const shown = { ...state, ...maskState(service, state, view, applicant) };
  return {
    row: caseRow(
      { ...parts.row, seat: ownSeat(actor, state, setting) },
      { book, services: app.services, today },
    ),
    version: loaded.version,
    state: shown,
    draft:
      draft && parts.draft
        ? {
            answers: draft,
            revision: parts.draft.revision,
            savedAt: new Date(parts.draft.saved_at).toISOString(),
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
      steps: (act.steps ?? []).map((step) => ({ ...step })),
      primary: act.primary,
      danger: act.danger,
      behalf: act.behalf?.name ?? null,
    })),
    timeline: parts.events.flatMap((event) => {
      const opening = shownEvent(event.body, app.keys, place);
      const body = applicant ? withoutInternal(opening) : opening;
      return body ? [entryOf(service, event, maskEvent(service, body, view))] : [];
    }),
    masked: [...maskedPaths(service.form, view)],
    papers: papersOf(app, service, state, parts.papers, loaded.id),
    problems: [...(await problemsNow(app, actor, opened, draft ?? state.answers))],
  };
}

/** The seat whose turn it is and which the reader may take; the first by name when there are several. */
function ownSeat(actor: OfficeActor, state: CaseState, setting: DecideContext): string | null {
  const own = state.seats.filter(
    (seat) => seat.status === 'open' && seat.ready && standingIn(actor, seat, state, setting),
  );
  return own.map((seat) => seat.id).toSorted()[0] ?? null;
}

function previousOf(
  app: App,
  events: readonly EventStored[],
  seqs: readonly number[],
  place: readonly string[],
): Answers | null {
  const before = events.find((event) => event.seq === seqs.at(-2))?.body;
  return before?.type === 'submitted' ? openContent(before, app.keys, place).answers : null;
}

type View = Parameters<typeof visibleAnswers>[2];

/** What of a state this reader may see: answers masked, internal opinions kept from the applicant. */
function maskState(service: Service, state: CaseState, view: View, applicant: boolean): Partial<CaseState> {
  const maskForm = (key: string, data: Answers): Answers => {
    const form = service.forms[key]?.form;
    return form ? visibleAnswers(form, data, view) : {};
  };
  return {
    answers: visibleAnswers(service.form, state.answers, view),
    previous: state.previous && visibleAnswers(service.form, state.previous, view),
    records: Object.fromEntries(
      Object.entries(state.records).map(([key, entries]) => [
        key,
        entries.map((entry) => ({ ...entry, data: maskForm(key, entry.data) })),
      ]),
    ),
    // Figures may repeat what the form hides, traveller by traveller.
    derived: view.clearance === 'sensitive' || !repeatsHidden(service, state) ? state.derived : null,
    seats: applicant ? state.seats.map(({ opinion: _opinion, ...seat }) => seat) : state.seats,
  };
}

function repeatsHidden(service: Service, state: CaseState): boolean {
  const text = JSON.stringify(state.derived);
  return hiddenTexts(service.form, state.answers).some((secret) => text.includes(secret));
}

/** An event for the log: the state already carries this round and the one before, so the log carries no answers. */
const shownEvent = (event: CaseEvent, keys: Keys, place: Place): CaseEvent =>
  event.type === 'submitted' ? { ...event, answers: {}, derived: null } : openEvent(event, keys, place);

function maskEvent(service: Service, event: CaseEvent, view: View): CaseEvent {
  if (event.type !== 'decided' || event.data === undefined) return event;
  const form = event.form === undefined ? undefined : service.forms[event.form]?.form;
  return { ...event, data: form ? visibleAnswers(form, event.data, view) : {} };
}

/** The applicant reads what concerns the applicant: results and faults, not what colleagues wrote to each other. */
function withoutInternal(event: CaseEvent): CaseEvent | null {
  switch (event.type) {
    case 'decided': {
      const { opinion: _opinion, ...rest } = event;
      return event.kind === 'refuse' || event.kind === 'advance' ? event : rest;
    }
    case 'transferred':
    case 'entrusted':
    case 'seats-added':
    case 'copied':
    case 'revealed':
    case 'effect':
    case 'seat-ready':
      return null;
    case 'returned':
      return { ...event, opinion: '' };
    default:
      return event;
  }
}

const entryOf = (service: Service, event: EventStored, body: CaseEvent): TimelineEntry => ({
  seq: event.seq,
  at: new Date(event.at).toISOString(),
  doer: event.doer,
  body,
  text: tell(service, body, event.doer),
  digest: event.digest,
});

function papersOf(
  app: App,
  service: Service,
  state: CaseState,
  stored: readonly PaperStored[],
  caseId: string,
): CaseView['papers'] {
  const current = state.papers.filter((paper) => !paper.superseded);
  return current.map((paper) => {
    const made = stored.find((row) => row.paper === paper.paper);
    const path = `/api/cases/${caseId}/papers/${paper.paper}`;
    const issued = paper.status === 'issued' && made !== undefined;
    return {
      paper: paper.paper,
      title: service.papers.find((def) => def.key === paper.paper)?.title ?? paper.paper,
      status: paper.status,
      number: paper.number ?? null,
      problem: paper.problem ?? null,
      pdf: issued ? path : null,
      docx: issued && made.docx ? `${path}?format=docx` : null,
      code: paper.code ?? null,
      verifyUrl: paper.code ? `${app.config.publicUrl ?? ''}/verify/${paper.code}` : null,
    };
  });
}

async function problemsNow(
  app: App,
  actor: OfficeActor,
  opened: OpenedCase,
  answers: Answers,
): Promise<readonly Problem[]> {
  const { service, loaded, today } = opened;
  if (Object.keys(answers).length === 0) return [];
  const lookups = await answerLookups(app, service, answers, {
    office: actor.office,
    unit: loaded.unit,
    caseId: loaded.id,
    today,
  });
  return problemsOf(service, answers, settingOf(opened, actor, lookups));
}
