import type { CaseEvent, Decision } from '@zhitongche/case';
import { type App, caseKeys } from '@zhitongche/core/server';
import { casePlace, joinState } from '../case/sealed.ts';
import type { CaseChange } from '../store/case-write.ts';
import type { LoadedPage, PageEvent } from '../store/case-read.ts';
import type { Committed } from './commit.ts';
import type { OpenedPage } from './open-case.ts';

/** The page as it stands after an act, put together from what is in memory; equal to reading it again. */
export function advanced(app: App, office: string, before: OpenedPage, taken: Committed): OpenedPage {
  const { change, decision, written } = taken;
  const { loaded } = before;
  const { columns } = change;
  const submitted = decision.events.findLast((event) => event.type === 'submitted');
  const page: LoadedPage = {
    ...loaded,
    number: written.number,
    applicant: columns.applicant,
    applicant_name: columns.applicantName,
    state: change.state,
    revision: columns.revision,
    head: columns.head,
    content_seqs: columns.contentSeqs,
    due: columns.due,
    submitted_at:
      loaded.submitted_at ?? (columns.submittedAt === null ? null : new Date(columns.submittedAt)),
    updated_at: change.at,
    updated_by: columns.updatedBy,
    has_draft: loaded.has_draft && !change.dropDraft,
    opened_from: change.dropDraft ? null : loaded.opened_from,
    sat_at: [...new Set([...loaded.sat_at, ...change.tasks.flatMap(({ org }) => org ?? [])])],
    content: null,
    title: columns.title,
    status: change.state.status,
    step: columns.step,
    turn: columns.turn,
    facts: columns.facts,
    round: columns.round,
    remind_on: columns.remindOn,
    paused: columns.paused,
    flags: columns.flags,
    events: [...(submitted ? withAnswers(before) : loaded.events), ...eventsOf(decision, change)],
    draft: change.dropDraft ? null : loaded.draft,
  };
  const content = submitted ?? before.state;
  const state = joinState(
    change.state,
    content,
    null,
    caseKeys(app.keys, loaded.salt),
    casePlace(office, loaded.id),
  );
  return { ...before, loaded: page, state };
}

/** What is now the round before the newest needs its answers beside it: changes are marked against them. */
const withAnswers = ({ loaded, state }: OpenedPage): readonly PageEvent[] =>
  loaded.events.map((event) =>
    event.seq === loaded.content_seqs.at(-1) && event.body.type === 'submitted'
      ? { ...event, body: { ...event.body, answers: state.answers, derived: state.derived } }
      : event,
  );

const eventsOf = ({ doer, events }: Decision, change: CaseChange): readonly PageEvent[] =>
  events.flatMap((body: CaseEvent, index) => {
    const row = change.events[index];
    return row ? [{ seq: row.seq, at: change.at.toISOString(), doer, body, digest: row.digest }] : [];
  });
