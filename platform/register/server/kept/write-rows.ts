import type { Json } from '@zhitongche/base';
import { CHAIN_START, writeEvent, type Doer } from '@zhitongche/case';
import { type CodingKeys, caseKeys, macOf, type Keys } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { eachInTurn, newId, type Query, type Statement } from '@zhitongche/host';
import { applyToRow, type KeptRow, type RegisterKind, type RowEvent } from '@zhitongche/register';
import { columnsOf, type RowKnowledge } from './row-columns.ts';
import { keptPlace, sealKept, sealRowEvent } from './sealed-kept.ts';

/** What is to be appended to one row; a row that is not there yet has no `before`. */
export interface RowChange {
  readonly kind: RegisterKind;
  readonly id: string;
  readonly before: StoredRow | null;
  readonly events: readonly RowEvent[];
}

/** A row as it was read: its state in clear, and where its chain stands. */
export interface StoredRow {
  readonly row: KeptRow;
  readonly head: string;
  readonly salt: string | null;
}

/** Who writes, when, and what the audit says of it. */
export interface RowWriting {
  readonly office: string;
  readonly at: Date;
  readonly doer: Doer;
  readonly source: string;
  /** `register.enter`, `register.import` … */
  readonly action: string;
  readonly keys: Keys;
  readonly knowledge: (kind: RegisterKind) => RowKnowledge;
  readonly newSalt: () => string;
  readonly updatedBy?: string;
  readonly detail?: Readonly<Record<string, Json>>;
}

/** Where the chains of rows stand after an act, as the line of the audit says it; the code is the program's own. */
export const headsCode = (keys: CodingKeys, office: string, heads: Json): string =>
  macOf(keys, 'kept-heads', [office, heads]);

const PUT: Statement = {
  name: 'kept-put',
  text: `with given as (
  select * from json_to_recordset($2::json) as r(id uuid, expected int, register text, org uuid, stage text, title text,
    state jsonb, revision int, head text, salt text, "nameKey" text, "uniqueKey" text, "nearKey" text, "publicKey" text, day date,
    due date, "tickOn" date, grams text[], facets text[], keys text[], "retiredAt" timestamptz, "caseId" uuid)
), added as (
  insert into kept_row (office, id, register, org, stage, title, state, revision, head, salt, name_key, unique_key, near_key,
    public_key, day, due, tick_on, grams, facets, keys, retired_at, case_id, created_at, updated_at, updated_by)
  select $1, id, register, org, stage, title, state, revision, head, salt, "nameKey", "uniqueKey", "nearKey", "publicKey", day, due,
    "tickOn", grams, facets, keys, "retiredAt", "caseId", $4, $4, $5 from given where expected = 0
  returning id
), changed as (
  update kept_row k set org = g.org, stage = g.stage, title = g.title, state = g.state, revision = g.revision,
    head = g.head, name_key = g."nameKey", unique_key = g."uniqueKey", near_key = g."nearKey", public_key = g."publicKey", day = g.day,
    due = g.due, tick_on = g."tickOn", grams = g.grams, facets = g.facets, keys = g.keys,
    retired_at = g."retiredAt", case_id = g."caseId", updated_at = $4, updated_by = $5
  from given g where k.office = $1 and k.id = g.id and g.expected > 0 and k.revision = g.expected
  returning k.id
), written as (
  insert into kept_event (office, row_id, seq, at, doer, body, prev, digest, told)
  select $1, e.row_id, e.seq, $4, e.doer, e.body, e.prev, e.digest, $6
  from json_to_recordset($3::json) as e(row_id uuid, seq int, doer jsonb, body jsonb, prev text, digest text)
), counted as (
  insert into kept_count as c (office, register, org, stage, slot, n)
  select $1, d.register, d.org, d.stage, $8, d.n
  from json_to_recordset($7::json) as d(register text, org uuid, stage text, n int)
  order by d.register, d.org, d.stage
  on conflict (office, register, org, stage, slot) do update set n = c.n + excluded.n
), told as (
  insert into audit (office, id, at, actor, action, object, result, source, detail)
  select $1, $6, $4, a.actor, a.action, a.object, 'ok', a.source, a.detail
  from json_to_record($9::json) as a(actor jsonb, action text, object text, source text, detail jsonb)
)
select (select count(*) from added)::int + (select count(*) from changed)::int as n`,
};

const SLOTS = 8;
/** Where a retired row is counted. */
export const RETIRED = '~';

const countedAt = (row: KeptRow): string => (row.retired ? RETIRED : row.stage);

/** What many rows less and more come to, by register, organisation and stage. */
function deltas(changes: readonly { kind: RegisterKind; before: KeptRow | null; after: KeptRow }[]) {
  const counts = new Map<string, { register: string; org: string; stage: string; n: number }>();
  const add = (register: string, row: KeptRow, n: number) => {
    const place = { register, org: row.org, stage: countedAt(row) };
    const key = `${register}/${place.org}/${place.stage}`;
    counts.set(key, { ...place, n: (counts.get(key)?.n ?? 0) + n });
  };
  for (const { kind, before, after } of changes) {
    if (before) add(kind.code, before, -1);
    add(kind.code, after, 1);
  }
  return [...counts.values()].filter(({ n }) => n !== 0);
}

/** Somebody was faster: the transaction must be given up. */
export class RowOvertaken extends Error {
  override readonly name = 'RowOvertaken';
}

/**
 * Appends events to rows, with their state, counts and one line of the audit that names every head, in one statement of the
 * caller's transaction. Throws {@link RowOvertaken} when a row is no longer as it was read.
 */
export async function writeRows(
  query: Query,
  changes: readonly RowChange[],
  by: RowWriting,
): Promise<readonly KeptRow[]> {
  if (changes.length === 0) return [];
  const made = await eachInTurn(changes, (change) => written(change, by));
  const heads = made.map(({ put }): Json => [put.id, put.revision, put.head]);
  const audit = {
    actor: { id: by.doer.id, name: by.doer.name },
    action: by.action,
    object: made.length === 1 ? `row:${made[0]?.put.id}` : `register:${changes[0]?.kind.code}`,
    source: by.source,
    detail: { ...by.detail, heads, headsMac: headsCode(by.keys, by.office, heads) },
  };
  const [done] = await query<{ n: number }>(PUT, [
    by.office,
    JSON.stringify(made.map(({ put }) => put)),
    `[${made.flatMap(({ events }) => events).join(',')}]`,
    by.at,
    by.updatedBy ?? by.doer.name,
    newId(by.at.getTime()),
    JSON.stringify(deltas(made)),
    Math.floor(Math.random() * SLOTS),
    JSON.stringify(audit),
  ]);
  if (done?.n !== changes.length) throw new RowOvertaken();
  return made.map(({ after }) => after);
}

/** Rows of one statement. */
const BATCH = 500;

/** The same for any number of rows, some hundreds at a time; a line of the audit names those of each part. */
export async function writeInParts(
  query: Query,
  changes: readonly RowChange[],
  by: RowWriting,
): Promise<readonly KeptRow[]> {
  const rows: KeptRow[] = [];
  for (let at = 0; at < changes.length; at += BATCH)
    rows.push(...(await writeRows(query, changes.slice(at, at + BATCH), by)));
  return rows;
}

function written({ kind, id, before, events }: RowChange, by: RowWriting) {
  const { office, keys, at, doer } = by;
  const salt = before ? before.salt : by.newSalt();
  const own = caseKeys(keys, salt);
  const place = keptPlace(office, id);
  const instant = at.toISOString();
  let head = before?.head ?? CHAIN_START;
  let row = before?.row ?? null;
  const lines: string[] = [];
  for (const event of events) {
    row = applyToRow(id, row, { at: instant, doer, body: event });
    const body = sealRowEvent(kind, event, own, place);
    const one = writeEvent(head, { seq: row.revision, at: instant, zone: 'inner', doer, body }, sm3Hex);
    head = one.digest;
    lines.push(
      `{"row_id":"${id}","seq":${one.seq},"doer":${one.doer},"body":${one.body},"prev":"${one.prev}","digest":"${one.digest}"}`,
    );
  }
  if (!row) throw new Error(`nothing to write of row ${id}`);
  const sealed = sealKept(kind, row, own, place);
  const put = {
    id,
    expected: before?.row.revision ?? 0,
    register: kind.code,
    ...columnsOf(kind, row, sealed.answers, { keys, ...by.knowledge(kind) }),
    state: sealed,
    revision: row.revision,
    head,
    salt,
    caseId: row.held?.caseId ?? null,
  };
  return { kind, before: before?.row ?? null, after: row, put, events: lines };
}
