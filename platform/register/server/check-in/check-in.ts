import { addDays, dayInShanghai } from '@zhitongche/base';
import {
  type App,
  type OfficeActor,
  type OfficeConfig,
  idempotent,
  ProblemError,
} from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import {
  type CheckIn,
  decideRow,
  DOOR_PERIOD,
  minuteSaid,
  readCode,
  type RegisterKind,
} from '@zhitongche/register';
import { moveNamed } from '../kept/along.ts';
import { pickFacts } from '../kept/picks.ts';
import { type FoundRow, lockNamed, openRowData, type RowData, ROW_COLUMNS } from '../kept/read-row.ts';
import { reachOf, registerPolicy } from '../kept/register-in.ts';
import { uniqueKeys } from '../kept/row-columns.ts';
import { judgedBy, rowWriting } from '../kept/row-writing.ts';
import { told } from '../kept/told.ts';
import { writeKept } from '../kept/write-kept.ts';
import { orgsAbove } from './orgs-above.ts';
import { notListed, staleCode, tooLate, unknownCode, wrongTime } from './refusals.ts';
import { isDoorSeal } from './seal.ts';

/** Milliseconds a code counts at once: while it is shown, and the one after it. */
const FRESH = 3 * DOOR_PERIOD * 1000;

/** A code as somebody sends it. */
export interface Sent {
  readonly key: string;
  readonly code: string;
  /** It lay on the device because there was no network. */
  readonly late: boolean;
}

/** Whoever checks in, and by what. */
interface Door {
  readonly kind: RegisterKind;
  readonly checkIn: CheckIn;
  readonly id: string;
  readonly title: string;
}

/**
 * Checks somebody in by the code of the room: the code says when it was shown, so one sent later is judged by that minute.
 * The same key, and a second code for the same row, count once.
 */
export async function checkIn(app: App, actor: OfficeActor, { key, code, late }: Sent) {
  const now = app.clock();
  const read = readCode(code, now);
  if (!read) throw unknownCode();
  const at = new Date(read.period * DOOR_PERIOD * 1000);
  const door = await doorBySeal(app, actor.office, read, at);
  if (!door) throw unknownCode();
  const book = await app.offices.get(actor.office);
  const aged = now.getTime() - at.getTime();
  if (aged > FRESH && !late) throw staleCode(minuteSaid(at.toISOString()));
  const policy = registerPolicy(book, door.kind, dayInShanghai(now.toISOString()));
  const hours = policy.number(door.checkIn.late);
  if (aged > Math.max(FRESH, hours * 3_600_000)) throw tooLate(minuteSaid(at.toISOString()), hours);
  try {
    return await idempotent(app, actor, { key, what: 'checkIn', request: { code } }, (query) =>
      enterBy(app, query, { actor, book, door, at, now }),
    );
  } catch (error) {
    throw told(error, door.kind);
  }
}

/** The door whose seal a code carries, among all that something takes place at on that day. */
async function doorBySeal(
  app: App,
  office: string,
  { period, seal }: { readonly period: number; readonly seal: string },
  at: Date,
): Promise<Door | undefined> {
  const day = dayInShanghai(at.toISOString());
  for (const kind of app.registers) {
    const { checkIn: by } = kind;
    if (!by) continue;
    const doors = await app.db.query<{ id: string; title: string }>(
      `select distinct on (k.state->'answers'->$3::text->>'id') k.state->'answers'->$3::text->>'id' as id,
         k.state->'answers'->$3::text->>'title' as title
       from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
         and k.day between $4::date and $5::date and k.state->'answers'->$3::text->>'id' is not null limit 1000`,
      [office, kind.code, by.door, addDays(day, -1), day],
    );
    const found = doors.find(({ id }) => isDoorSeal(app.keys, office, id, period, seal));
    if (found) return { kind, checkIn: by, ...found };
  }
  return undefined;
}

interface Entering {
  readonly actor: OfficeActor;
  readonly book: OfficeConfig;
  readonly door: Door;
  readonly at: Date;
  readonly now: Date;
}

async function enterBy(app: App, query: Query, entering: Entering) {
  const { actor, book, door, at, now } = entering;
  const { kind, checkIn: by } = door;
  const rows = (await ownRows(app, query, entering)).map((data) =>
    openRowData(actor.office, kind, data, app.keys),
  );
  const shown = at.toISOString();
  const due = rows.filter(({ row }) => {
    const span = by.when(row.answers);
    return span !== undefined && span.from <= shown && shown < span.to;
  });
  const found = due.find(({ row }) => typeof row.answers[by.done] !== 'string') ?? due[0];
  if (!found) throw rows.length > 0 ? wrongTime(door.title) : notListed(door.title);
  const title = kind.title(found.row.answers);
  const known = found.row.answers[by.done];
  const said = { register: kind.code, id: found.row.id, title };
  if (typeof known === 'string') return { ...said, at: known, already: true };
  const data = { at: minuteSaid(shown), arrived: minuteSaid(now.toISOString()) };
  const facts = await pickFacts(app, query, book, () => true, moveNamed(kind, by.move)?.form ?? {}, [data]);
  const decided = decideRow(
    kind,
    found.row.id,
    found.row,
    { act: 'move', move: by.move, data },
    {
      ...judgedBy(book, kind, dayInShanghai(now.toISOString()), facts),
      now: now.toISOString(),
      actor,
      reach: reachOf(book, kind, actor),
      tree: book.tree,
      home: found.row.org,
      alike: [],
      above: [],
      along: true,
    },
  );
  if (!decided.ok) {
    const [first] = decided.problems;
    throw new ProblemError(
      409,
      first?.code ?? 'row.not-open',
      `${title}：${first?.message ?? '不能签到'}。`,
      first?.en ?? 'Not open',
    );
  }
  await writeKept(
    app,
    query,
    [change(kind, found, decided.value.events)],
    rowWriting(app, book, {
      at: now,
      doer: decided.value.doer,
      source: actor.source,
      action: 'register.check-in',
    }),
  );
  return { ...said, at: data.at, already: false };
}

const change = (
  kind: RegisterKind,
  before: FoundRow,
  events: Parameters<typeof writeKept>[2][number]['events'],
) => ({
  kind,
  id: before.row.id,
  before,
  events,
});

/** Rows at this door that are about whoever checks in, locked. */
async function ownRows(
  app: App,
  query: Query,
  { actor, book, door, at }: Entering,
): Promise<readonly RowData[]> {
  const { kind, checkIn: by } = door;
  const { office } = actor;
  if (by.who === 'entered')
    return await query<RowData>(
      `select ${ROW_COLUMNS} from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
         and k.day = $3::date and k.state->'answers'->$4::text->>'id' = $5
         and exists (select 1 from kept_event e where e.office = k.office and e.row_id = k.id and e.seq = 1
           and e.doer->>'id' = $6) order by k.id for update`,
      [office, kind.code, dayInShanghai(at.toISOString()), by.door, door.id, actor.id],
    );
  const { name, org } = by.who;
  const keys = orgsAbove(book, actor).flatMap((id) =>
    uniqueKeys(kind, { [by.door]: { id: door.id }, [name]: actor.name, [org]: { id } }, app.keys),
  );
  return await lockNamed(query, office, kind, keys);
}
