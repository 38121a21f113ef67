import {
  apply,
  type CaseEvent,
  type CaseState,
  CHAIN_START,
  type Decision,
  type RegisterDef,
  type Service,
  writeEvent,
  type WrittenEvent,
} from '@zhitongche/case';
import { dayInShanghai, type JsonObject } from '@zhitongche/base';
import type { PolicyReader } from '@zhitongche/office';
import { sm3Hex } from '@zhitongche/formats';
import { caseHead } from '@zhitongche/audit/server';
import { newId } from '@zhitongche/host';
import { caseKeys, type Keys, type OfficeConfig } from '@zhitongche/core/server';
import type { LoadedCase } from '../store/case-read.ts';
import type { CaseChange, NumberWanted } from '../store/case-write.ts';
import { columnsOf } from './columns.ts';
import { countsOf } from './counts.ts';
import { heldBack, type Held, recalledBy } from './held-back.ts';
import { noticesOf } from './notices.ts';
import { standingFacts } from './standing-facts.ts';
import { casePlace, foldable, sealEvent, stripState } from './sealed.ts';
import { taskChanges } from './tasks.ts';

/** Series of the case's own number (办件编号), one per office and year. */
export const CASE_SERIES = 'case';

/** Events after which a case may be found by other words. */
const RENAMES: ReadonlySet<string> = new Set(['submitted', 'issued', 'reported']);

/** What turning a decision into rows needs. */
export interface ChangeContext {
  readonly office: string;
  readonly loaded: LoadedCase;
  /** The case before it, answers open. */
  readonly open: CaseState;
  readonly service: Service;
  /** Registers the case tells its rows to. */
  readonly registers: readonly RegisterDef[];
  readonly book: OfficeConfig;
  readonly policy: PolicyReader;
  readonly keys: Keys;
  readonly now: Date;
  /** What the audit calls it, e.g. `case.agree`. */
  readonly action: string;
  /** Address the request came from; empty for the system. */
  readonly source: string;
  readonly key?: CaseChange['key'];
}

/** Turns a decision into everything that is written for it; pure but for the fresh ids. */
export function changeOf(decision: Decision, context: ChangeContext): CaseChange {
  const { office, loaded, service, book, keys, now } = context;
  const at = now.toISOString();
  const today = dayInShanghai(at);
  const place = casePlace(office, loaded.id);
  const own = caseKeys(keys, loaded.salt);
  const before = foldable(loaded.state);
  const { doer } = decision;

  let state: CaseState = before;
  let open = context.open;
  let head = loaded.head || CHAIN_START;
  const rows: WrittenEvent[] = [];
  for (const event of decision.events) {
    const body = sealEvent(service, event, own, place);
    state = apply(state, { at, doer, body });
    open = apply(open, { at, doer, body: event });
    const row = writeEvent(head, { seq: state.revision, at, zone: 'inner', doer, body }, sm3Hex);
    head = row.digest;
    rows.push(row);
  }
  const submittedSeqs = rows.flatMap((row, index) =>
    decision.events[index]?.type === 'submitted' ? [row.seq] : [],
  );
  const first = loaded.number === null && submittedSeqs.length > 0;
  const columns = columnsOf(state, {
    service,
    book,
    policy: context.policy,
    today,
    now: at,
    owner: { id: loaded.applicant, name: loaded.applicant_name },
    by: doer.name,
    submittedAt: submittedSeqs.length > 0 ? at : null,
    contentSeqs: [...loaded.content_seqs, ...submittedSeqs],
    head,
    facts: standingFacts(service, open),
    renamed: decision.events.some(({ type }) => RENAMES.has(type)),
  });
  const seqOf = (index: number) => loaded.revision + index + 1;
  return {
    office,
    caseId: loaded.id,
    service: service.code,
    expected: loaded.revision,
    at: now,
    columns,
    state: stripState(state),
    events: rows,
    tasks: taskChanges(before, state, { before: loaded.due, after: columns.due }, at),
    numbers: [
      ...(first ? [{ series: CASE_SERIES, year: Number(today.slice(0, 4)), paper: '', eventSeq: 0 }] : []),
      ...decision.events.flatMap((event, index) => numberWanted(event, seqOf(index))),
    ],
    ...toldOf(decision, { before, state, context }),
    recalls: recalledBy(before, decision.events),
    copies: decision.events.flatMap((event) =>
      event.type === 'copied' ? event.to.map((person) => person.id) : [],
    ),
    audit: {
      id: newId(now.getTime()),
      actor: { id: doer.id, name: doer.name, ...(doer.behalf ? { behalf: { ...doer.behalf } } : {}) },
      action: context.action,
      source: context.source,
      detail: {
        service: service.code,
        unit: state.orgs?.unit ?? loaded.unit,
        step: before.step,
        ...caseHead(keys, office, loaded.id, state.revision, head),
        counts: countsOf(before, decision.events, today, book.calendar),
      },
    },
    ...(context.key ? { key: context.key } : {}),
    dropDraft: submittedSeqs.length > 0,
  };
}

function numberWanted(event: CaseEvent, eventSeq: number): readonly NumberWanted[] {
  if (event.type !== 'issue-asked' || event.series === undefined || event.year === undefined) return [];
  return [{ series: event.series, year: event.year, paper: event.paper, eventSeq }];
}

/** What an act sets off and whom it tells: at once, or, while it can be taken back, when the moment for that is over. */
function toldOf(
  { events, doer }: Decision,
  { before, state, context }: { before: CaseState; state: CaseState; context: ChangeContext },
): Pick<CaseChange, 'outbox' | 'notices'> {
  const { now, service } = context;
  const id = () => newId(now.getTime());
  const held: Held | null = heldBack(state, events, context);
  const jobs = jobsOf(events, follows(before, state, context)).map((job) => ({
    id: id(),
    ...(held && job.kind === 'notify'
      ? { ...job, payload: { ...job.payload, act: held.act }, after: held.until }
      : job),
  }));
  const notices = noticesOf(state, events, doer, service).map((notice) => ({ id: id(), ...notice }));
  if (!held || notices.length === 0) return { outbox: jobs, notices };
  const telling = { id: id(), kind: 'tell', payload: { act: held.act, notices }, after: held.until };
  return { outbox: [...jobs, telling], notices: [] };
}

type JobWanted = { readonly kind: string; readonly payload: JsonObject };

/** Whether a register that follows the case on its road would say something else of it now. */
function follows(before: CaseState, after: CaseState, { loaded, book, registers }: ChangeContext): boolean {
  const place = { caseId: loaded.id, caseNumber: loaded.number ?? '', calendar: book.calendar };
  const rows = (def: RegisterDef, state: CaseState): string => JSON.stringify(def.rows(state, place));
  return registers.some((def) => def.follows && rows(def, before) !== rows(def, after));
}

/** Jobs these events set off; one refresh of the registers serves them all. */
function jobsOf(events: readonly CaseEvent[], refresh: boolean): readonly JobWanted[] {
  const jobs = events.flatMap((event): readonly JobWanted[] => {
    if (event.type === 'issue-asked' || event.type === 'issue-retried')
      return [{ kind: 'issue', payload: { paper: event.paper } }];
    if (event.type !== 'effect' || event.effect.do !== 'notify') return [];
    const { to, text } = event.effect;
    const whom = 'person' in to ? { person: { ...to.person } } : { ...to };
    return [{ kind: 'notify', payload: { to: whom, text } }];
  });
  const moved =
    refresh ||
    events.some(
      (event) =>
        event.type === 'issued' ||
        event.type === 'closed' ||
        (event.type === 'effect' && event.effect.do === 'register'),
    );
  return moved ? [...jobs, { kind: 'register', payload: {} }] : jobs;
}
