import { dayInShanghai } from '@zhitongche/base';
import { SYSTEM_DOER } from '@zhitongche/case';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { property, type Query } from '@zhitongche/host';
import {
  type decideRow,
  type Duty,
  dutyPolicy,
  type KeptRow,
  type Occasion,
  occasionsDue,
  type RegisterKind,
} from '@zhitongche/register';
import { decideAsSystem } from './as-system.ts';
import { type FoundRow, lockRows, openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';
import { rowWriting } from './row-writing.ts';
import { tellPeople } from './tell-people.ts';
import { eachApart, writeKept } from './write-kept.ts';
import type { RowChange } from './write-rows.ts';

/** Rows looked at in one read. */
const BATCH = 200;

/** What one look at a duty is made with. */
interface Looking {
  readonly app: App;
  readonly book: OfficeConfig;
  readonly duty: Duty;
  readonly since: string;
  readonly now: Date;
  readonly today: string;
  readonly ruleOn: (day: string) => string;
}

/**
 * The id of what a duty opens for a period. It is made of nothing but these, so that the primary key of rows lets it be entered
 * once, whichever nodes try and however often.
 */
export const openedId = (office: string, duty: string, of: string, period: string): string => {
  const hex = sm3Hex(Buffer.from(JSON.stringify(['duty', office, duty, of, period]), 'utf8'));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** What an office set for a duty, in force on a day; read once a day. */
export function rulesOf(book: OfficeConfig, duty: Duty): (day: string) => string {
  const known = new Map<string, string>();
  const def = dutyPolicy(duty);
  return (day) => {
    const found =
      known.get(day) ??
      book
        .policy({ code: `duty/${duty.code}`, version: 1, policies: [def] }, book.root.id, day)
        .text(def.key);
    known.set(day, found);
    return found;
  };
}

/** Opens what duties have fallen due in an office, what was missed while nothing ran too; gives how many it opened. */
export async function openDuties(app: App, office: string): Promise<number> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  let opened = 0;
  for (const duty of app.duties) {
    const [look] = await app.db.query<{ since: string; looked_on: string | null; looked_at: Date | null }>(
      `with new as (insert into duty_look (office, duty, since) values ($1, $2, $3) on conflict do nothing returning since, looked_on, looked_at)
       select since, looked_on, looked_at from new union all
       select since, looked_on, looked_at from duty_look where office = $1 and duty = $2 limit 1`,
      [office, duty.code, today],
    );
    const whole = look?.looked_on !== today;
    if (!whole && !duty.of) continue;
    const book = await app.offices.get(office);
    const looking = { app, book, duty, since: look?.since ?? today, now, today, ruleOn: rulesOf(book, duty) };
    opened += await lookAt(looking, whole ? null : (look.looked_at ?? null));
    await app.db.query(
      'update duty_look set looked_on = $3, looked_at = $4 where office = $1 and duty = $2',
      [office, duty.code, today, now],
    );
  }
  return opened;
}

/** Looks at the office, or at every row that has the duty; `after` = only at what was changed since. */
async function lookAt(looking: Looking, after: Date | null): Promise<number> {
  const { app, book, duty } = looking;
  if (!duty.of) return await openAll(looking, [null]);
  const kind = app.registers.find(({ code }) => code === duty.of?.register);
  if (!kind) return 0;
  let opened = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await app.db.query<RowData>(
      `select ${ROW_COLUMNS} from kept_row where office = $1 and register = $2 and id > $3 and retired_at is null
         and ($4::timestamptz is null or updated_at >= $4) order by id limit ${BATCH}`,
      [book.office, kind.code, last, after],
    );
    opened += await openAll(
      looking,
      rows.flatMap((data) => opening(looking, data.id, () => openRowData(book.office, kind, data, app.keys))),
    );
    last = rows.at(-1)?.id ?? last;
    if (rows.length < BATCH) return opened;
  }
}

/** What is found of one row; a row that cannot be read is passed over and holds up no other. */
function opening<T>({ app, duty }: Looking, row: string, find: () => T): readonly T[] {
  try {
    return [find()];
  } catch (error) {
    app.log.error({ err: error, row, duty: duty.code }, 'a kept row was passed over');
    return [];
  }
}

/** One time a duty is due, of which row, and the id of what it opens. */
interface Due {
  readonly of: FoundRow | null;
  readonly occasion: Occasion;
  readonly id: string;
}

/** Opens what is due of some rows; what is there already is asked once for all of them. */
async function openAll(looking: Looking, rows: readonly (FoundRow | null)[]): Promise<number> {
  const { app, book, duty } = looking;
  const due = rows.flatMap((of) =>
    opening(looking, of?.row.id ?? '', () =>
      dueFor(looking, of?.row ?? null).map((occasion): Due => {
        const id = openedId(book.office, duty.code, of?.row.id ?? '', occasion.period);
        return { of, occasion, id };
      }),
    ).flat(),
  );
  if (due.length === 0) return 0;
  const there =
    'enter' in duty.does
      ? await app.db.query<{ id: string }>(
          'select id from kept_row where office = $1 and id = any($2::uuid[])',
          [book.office, due.map(({ id }) => id)],
        )
      : due.filter(({ of, occasion }) => of && hasTaken(duty, of.row, occasion));
  const known = new Set(there.map(({ id }) => id));
  let opened = 0;
  for (const { of, occasion, id } of due)
    if (!known.has(id) && (await openOne(looking, of, occasion, id))) opened += 1;
  return opened;
}

const dueFor = ({ duty, since, today, book, ruleOn }: Looking, row: KeptRow | null): readonly Occasion[] =>
  row && !duty.of?.has(row) ? [] : occasionsDue(duty, row, { since, today, calendar: book.calendar, ruleOn });

const hasTaken = ({ does }: Duty, { records }: KeptRow, { period }: Occasion): boolean =>
  'move' in does && records.some(({ move, data }) => move === does.move && data['period'] === period);

/** Opens one; another node may have done it a moment before, and then nothing is done. */
async function openOne(
  looking: Looking,
  of: FoundRow | null,
  occasion: Occasion,
  id: string,
): Promise<boolean> {
  const { app, book, duty } = looking;
  let opened = false;
  await eachApart(app, book.office, id, async (query) => {
    await query('savepoint opening');
    try {
      opened = await write(looking, query, of, occasion, id);
    } catch (error) {
      if (property(error, 'code') !== '23505') throw error;
      await query('rollback to savepoint opening');
      app.log.debug({ duty: duty.code, id }, 'opened by another node');
    }
  });
  return opened;
}

async function write(
  looking: Looking,
  query: Query,
  of: FoundRow | null,
  occasion: Occasion,
  id: string,
): Promise<boolean> {
  const { app, book, duty, now } = looking;
  const [data] = of ? await lockRows(query, book.office, [of.row.id]) : [];
  const before = data && of ? openRowData(book.office, of.kind, data, app.keys) : null;
  // As it stands now that nobody else may change it: it may have ended a moment ago.
  if (before && !dueFor(looking, before.row).some(({ period }) => period === occasion.period)) return false;
  const { does } = duty;
  const told = { ...occasion, of: before ? before.kind.title(before.row.answers) : '' };
  if ('move' in does) {
    if (!before || before.row.retired || hasTaken(duty, before.row, occasion)) return false;
    const command = { act: 'move', move: does.move, data: { ...does.data(told, before.row) } } as const;
    const changed = await decided(looking, query, before.kind, before.row.id, before, command);
    if (changed) await keep(looking, query, [changed.change], 'move');
    return changed !== undefined;
  }
  const kind = app.registers.find(({ code }) => code === does.enter);
  if (!kind) return false;
  const { code, name } = duty;
  const origin = { by: 'duty', duty: code, name, period: occasion.name, said: occasion.said } as const;
  const answers = does.answers(told, before?.row ?? null);
  const made = await decided(
    looking,
    query,
    kind,
    id,
    null,
    { act: 'enter', answers, origin },
    before?.row.org,
  );
  if (!made) return false;
  await keep(looking, query, tied(made, does.ties, before), 'enter');
  await tellPeople({ app, query, book, now }, kind, made.row, {
    keepers: 'nearest',
    roles: [],
    texts: [`（${occasion.name}）由周期任务打开，${occasion.day}前办完`],
  });
  return true;
}

const keep = (
  { app, book, duty, now }: Looking,
  query: Query,
  changes: readonly RowChange[],
  act: 'enter' | 'move',
) =>
  writeKept(
    app,
    query,
    changes,
    rowWriting(app, book, {
      at: now,
      doer: SYSTEM_DOER,
      source: '',
      action: `register.${act}`,
      detail: { duty: duty.code },
    }),
  );

interface Made {
  readonly change: RowChange;
  readonly row: KeptRow;
}

/** The row that was opened, and the tie that leads from it to the one it is of, and back. */
const tied = (
  { change, row }: Made,
  relation: string | undefined,
  of: FoundRow | null,
): readonly RowChange[] => {
  if (relation === undefined || !of) return [change];
  const ref = ({ kind }: { readonly kind: RegisterKind }, { id, answers }: KeptRow) => ({
    register: kind.code,
    id,
    title: kind.title(answers),
  });
  return [
    { ...change, events: [...change.events, { type: 'tied', relation, to: ref(of, of.row) }] },
    {
      kind: of.kind,
      id: of.row.id,
      before: of,
      events: [{ type: 'tied', relation, to: ref(change, row), back: true }],
    },
  ];
};

/** What an act of a duty comes to by the rules of the register; what they refuse is told in the log and tried again the next day. */
async function decided(
  { app, book, duty, now }: Looking,
  query: Query,
  kind: RegisterKind,
  id: string,
  before: FoundRow | null,
  command: Parameters<typeof decideRow>[3],
  home = book.root.id,
): Promise<Made | undefined> {
  const at: App = { ...app, clock: () => now };
  const made = await decideAsSystem({ app: at, query, book, kind, id, before, command, home });
  if (made.ok) return { change: { kind, id, before, events: made.value.events }, row: made.value.row };
  app.log.error(
    { duty: duty.code, row: id, problems: made.problems.map(({ code }) => code) },
    'a duty opened nothing',
  );
  return undefined;
}
