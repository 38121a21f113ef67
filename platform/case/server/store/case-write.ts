import type { Json } from '@zhitongche/base';
import type { Fact, WrittenEvent } from '@zhitongche/case';
import type { Query, Statement } from '@zhitongche/host';
import type { StoredState } from './case-read.ts';

/** Columns of the case that an act may move. */
export interface CaseColumns {
  readonly status: string;
  readonly step: string | null;
  readonly title: string;
  readonly city: string | null;
  readonly facts: readonly Fact[];
  readonly turn: readonly string[];
  readonly flags: readonly string[];
  /** Search pairs; null = as they were. */
  readonly grams: readonly string[] | null;
  readonly round: number;
  readonly contentSeqs: readonly number[];
  readonly revision: number;
  readonly head: string;
  readonly due: string | null;
  readonly remindOn: string | null;
  readonly tickOn: string | null;
  /** Next instant at which a limit in minutes or days has something to say. */
  readonly timerAt: string | null;
  readonly paused: string;
  /** Whether a paper is asked for or has failed. */
  readonly waiting: boolean;
  readonly submittedAt: string | null;
  readonly closedAt: string | null;
  readonly updatedBy: string;
  readonly applicant: string;
  readonly applicantName: string;
  /** Whose it was when it was read: an act that a hand-over overtook is stale, also of a draft. */
  readonly applicantBefore: string;
}

/** A seat as the inbox knows it. */
export interface TaskRow {
  readonly seat: string;
  readonly step: string;
  readonly role: string | null;
  readonly org: string | null;
  readonly person: string | null;
  readonly ready: boolean;
  readonly status: 'open' | 'done' | 'released';
  /** Day it is due while open; a seat that is done keeps the one it had, for statistics ask who was late. */
  readonly due: string | null;
  readonly openedAt: string;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
  /** Persons who may not take it, see `barredFrom`; empty once it is no longer open. */
  readonly barred: readonly string[];
}

/** A number to be drawn; an empty `paper` is the case's own number. */
export interface NumberWanted {
  readonly series: string;
  readonly year: number;
  readonly paper: string;
  readonly eventSeq: number;
}

/** Everything one act writes. */
export interface CaseChange {
  readonly office: string;
  readonly caseId: string;
  readonly service: string;
  /** Revision the act was decided on. */
  readonly expected: number;
  readonly at: Date;
  readonly columns: CaseColumns;
  readonly state: StoredState;
  /** Sealed and linked. */
  readonly events: readonly WrittenEvent[];
  readonly tasks: readonly TaskRow[];
  readonly numbers: readonly NumberWanted[];
  /** `after`: not to be done before then; absent = at once. */
  readonly outbox: readonly {
    readonly id: string;
    readonly kind: string;
    readonly payload: Json;
    readonly after?: string;
  }[];
  /** The act taken back: what it would have told and has not told yet is told to nobody. */
  readonly recalls: string | null;
  readonly notices: readonly {
    readonly id: string;
    readonly person: string;
    readonly text: string;
    readonly kind: string;
  }[];
  readonly copies: readonly string[];
  readonly audit: {
    readonly id: string;
    readonly actor: object;
    readonly action: string;
    readonly source: string;
    readonly detail: object;
  };
  /** Absent for what the system does by itself. */
  readonly key?: { readonly person: string; readonly key: string; readonly request: string };
  readonly dropDraft: boolean;
}

/** What the statement gave back; null = the revision was stale and nothing was written. */
export type Written = { readonly number: string | null } | null;

const DRAW = `
wanted as (
  select w.series, w.year, w.paper, w.event_seq, count(*) over (partition by w.series, w.year) as many,
    row_number() over (partition by w.series, w.year order by w.event_seq, w.paper) as nth
  from locked, json_to_recordset($20::json) as w(series text, year int, paper text, event_seq int)
), drawn as (
  insert into counter as c (office, series, year, last)
  select $1, series, year, count(*) from wanted group by series, year order by series, year
  on conflict (office, series, year) do update set last = c.last + excluded.last
  returning c.series, c.year, c.last
), numbers as (
  insert into number_drawn (office, series, year, seq, case_id, paper, event_seq, at)
  select $1, w.series, w.year, d.last - w.many + w.nth, $2, w.paper, w.event_seq, $4
  from wanted w join drawn d on d.series = w.series and d.year = w.year
  returning year, seq, paper
),`;

// An aggregate, so that every number is drawn before the update: a row this statement has updated can no longer be
// locked by it, and `locked` would come out empty.
const OWN = `, (select max(n.year || '-' || lpad(n.seq::text, 6, '0')) filter (where n.paper = '') as number
    from numbers n) own`;

// Without numbers the update is the first thing that touches a row; with numbers the case is locked first, so that
// a stale act draws none.
const text = (numbered: boolean): string => `with ${
  numbered
    ? `locked as (select id from case_file where office = $1 and id = $2 and revision = $3
      and applicant = ($5::json->>'applicantBefore')::uuid for update), ${DRAW}`
    : ''
}
moved as (
  update case_file f set status = r.status, step = r.step, title = r.title, city = r.city, facts = r.facts,
    turn = r.turn, flags = r.flags, grams = coalesce(r.grams, f.grams), state = $6::jsonb, round = r.round,
    content_seqs = r."contentSeqs", revision = r.revision, head = r.head, due = r.due, remind_on = r."remindOn",
    tick_on = r."tickOn", timer_at = r."timerAt", paused = r.paused, waiting = r.waiting, submitted_at = coalesce(f.submitted_at, r."submittedAt"),
    closed_at = case when r."closedAt" is null then null else coalesce(f.closed_at, r."closedAt") end,
    updated_at = $4, updated_by = r."updatedBy", applicant = r.applicant, applicant_name = r."applicantName"
    ${numbered ? ', number = coalesce(f.number, own.number)' : ''}
  from json_to_record($5::json) as r(status text, step text, title text, city uuid, facts jsonb, turn jsonb,
    flags text[], grams text[], round int, "contentSeqs" int[], revision int, head text, due date, "remindOn" date,
    "tickOn" date, "timerAt" timestamptz, paused text, waiting boolean, "submittedAt" timestamptz, "closedAt" timestamptz, "updatedBy" text, applicant uuid, "applicantName" text, "applicantBefore" uuid)
    ${numbered ? OWN : ''}
  where f.office = $1 and f.id = $2 and f.revision = $3 and f.applicant = r."applicantBefore"
  returning f.number
), events as (
  insert into case_event (office, case_id, seq, at, zone, doer, body, prev, digest)
  select $1, $2, e.seq, $4, 'inner', e.doer, e.body, e.prev, e.digest
  from moved, json_to_recordset($7::json) as e(seq int, doer jsonb, body jsonb, prev text, digest text)
), tasks as (
  insert into task (office, case_id, seat, step, service, role, org, person, ready, status, due, opened_at, done_at, done_by, barred)
  select $1, $2, t.seat, t.step, $8, t.role, t.org, t.person, t.ready, t.status, t.due, t."openedAt", t."doneAt", t."doneBy",
    array(select json_array_elements_text(t.barred))::uuid[]
  from moved, json_to_recordset($9::json) as t(seat text, step text, role text, org uuid, person uuid, ready boolean,
    status text, due date, "openedAt" timestamptz, "doneAt" timestamptz, "doneBy" uuid, barred json)
  on conflict (office, case_id, seat) do update set role = excluded.role, org = excluded.org, person = excluded.person,
    ready = excluded.ready, status = excluded.status, done_at = excluded.done_at, done_by = excluded.done_by,
    barred = excluded.barred,
    due = case excluded.status when 'done' then task.due else excluded.due end
), queued as (
  insert into outbox (office, id, kind, case_id, payload, run_after, created_at)
  select $1, o.id, o.kind, $2, o.payload, coalesce(o.after, $4), $4
  from moved, json_to_recordset($10::json) as o(id uuid, kind text, payload jsonb, after timestamptz)
), recalled as (
  delete from outbox o using moved where $19::text is not null and o.office = $1 and o.case_id = $2
    and o.payload->>'act' = $19
), noticed as (
  insert into notice (office, person, id, at, text, case_id, kind)
  select $1, n.person, n.id, $4, n.text, $2, n.kind from moved, json_to_recordset($11::json) as n(id uuid, person uuid, text text, kind text)
), copied as (
  insert into case_copy (office, person, case_id, at)
  select $1, p, $2, $4 from moved, unnest($12::uuid[]) as p
  on conflict (office, person, case_id) do update set at = excluded.at, read_at = null
), recorded as (
  insert into audit (office, id, at, actor, action, object, result, source, detail)
  select $1, a.id, $4, a.actor, a.action, 'case:' || $2::text, 'ok', a.source, a.detail
  from moved, json_to_record($13::json) as a(id uuid, actor jsonb, action text, source text, detail jsonb)
), once as (
  insert into request_key (office, person, key, case_id, request, revision, at)
  select $1, $14::uuid, $15, $2, $16, $17, $4 from moved where $14::uuid is not null
), undrafted as (
  delete from draft d using moved where $18 and d.office = $1 and d.case_id = $2
)
select number from moved`;

const PLAIN: Statement = { name: 'case-act', text: text(false) };
const NUMBERED: Statement = { name: 'case-act-numbered', text: text(true) };

/** The statement an act runs, for the write itself and for measurements of it. */
export function writeStatement(change: CaseChange): {
  readonly statement: Statement;
  readonly values: readonly unknown[];
} {
  const numbered = change.numbers.length > 0;
  const values = [
    change.office,
    change.caseId,
    change.expected,
    change.at,
    JSON.stringify(change.columns),
    JSON.stringify(change.state),
    `[${change.events.map(eventText).join(',')}]`,
    change.service,
    JSON.stringify(change.tasks),
    JSON.stringify(change.outbox),
    JSON.stringify(change.notices),
    change.copies,
    JSON.stringify(change.audit),
    change.key?.person ?? null,
    change.key?.key ?? null,
    change.key?.request ?? null,
    change.columns.revision,
    change.dropDraft,
    change.recalls,
  ];
  if (!numbered) return { statement: PLAIN, values };
  const wanted = change.numbers.map(({ eventSeq, ...number }) => ({ ...number, event_seq: eventSeq }));
  return { statement: NUMBERED, values: [...values, JSON.stringify(wanted)] };
}

// Doer and body are JSON texts already; parsing them to write them again would double the work.
const eventText = ({ seq, doer, body, prev, digest }: WrittenEvent): string =>
  `{"seq":${seq},"doer":${doer},"body":${body},"prev":"${prev}","digest":"${digest}"}`;

/** Runs one statement; `Db.prepared` on the hot path, a transaction's query inside jobs. */
export type RunStatement = (
  statement: Statement,
  values: readonly unknown[],
) => Promise<{ number: string | null }[]>;

/** Writes an act whole or not at all, in one statement. */
export async function writeCase(run: RunStatement, change: CaseChange): Promise<Written> {
  const { statement, values } = writeStatement(change);
  const [row] = await run(statement, values);
  return row ?? null;
}

/** Runs a prepared statement inside a transaction. */
export const within =
  (query: Query): RunStatement =>
  (statement, values) =>
    query<{ number: string | null }>(statement, values);
