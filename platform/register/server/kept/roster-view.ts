import { addDays, dayInShanghai, daysBetween } from '@zhitongche/base';
import { type App, notFound, type OfficeActor } from '@zhitongche/core/server';
import { accountOf, demandsOf, type Gap, rosterGaps, type Turn, turnSlot } from '@zhitongche/register';
import { accountsKnown } from './accounts.ts';
import { openRowData, type RowData, ROW_COLUMNS } from './read-row.ts';
import { registerIn } from './register-in.ts';
import { tooManyDays } from './slots.ts';

/** Most days looked at together: a month in whole weeks. */
const DAYS = 42;

/** Turns of duty over some days, and what is not held of them: whose account is locked holds nothing. */
export async function rosterOf(app: App, actor: OfficeActor, register: string, from: string, until: string) {
  const { kind, reach, book, policy, now } = await registerIn(app, actor, register);
  const { roster } = kind;
  if (!roster) throw notFound('row.no-roster', '这个台账不是值班表。', 'This register is no roster.');
  const count = daysBetween(from, until) + 1;
  if (count < 1 || count > DAYS) throw tooManyDays();
  // The day before has turns that run into the first.
  const rows = await app.db.query<RowData>(
    `select ${ROW_COLUMNS} from kept_row where office = $1 and register = $2 and retired_at is null
       and day between $3::date and $4::date and ($5 or org = any($6::uuid[])) order by day, id limit 2000`,
    [actor.office, kind.code, addDays(from, -1), until, reach.all, reach.seen],
  );
  const opened = rows.map((data) => openRowData(actor.office, kind, data, app.keys).row);
  const persons = opened.flatMap(({ answers }) => accountOf(answers, roster.person) ?? []);
  const active = new Set(
    (await accountsKnown(app, app.db.query, actor.office, { ids: [...new Set(persons)] })).map(
      ({ id }) => id,
    ),
  );
  const turns = opened.flatMap((row) => {
    const slot = turnSlot(roster, row.answers);
    const person = accountOf(row.answers, roster.person);
    if (!slot || person === undefined || !roster.stands.includes(row.stage)) return [];
    return [{ row, slot, person, post: said(row.answers[roster.post]) }];
  });
  const held = turns
    .filter(({ person }) => active.has(person))
    .map(({ slot, person, post }): Turn => ({ ...slot, person, post }));
  const days = Array.from({ length: count }, (_, n) => addDays(from, n));
  const demands = demandsOf(roster, days, book.calendar, policy);
  return {
    demands: demands.map(({ day, shift, post, needs, from: begin, to }) => ({
      day,
      shift,
      post,
      needs,
      from: begin,
      to,
    })),
    turns: turns
      .filter(({ row }) => said(row.answers[roster.day]) >= from)
      .map(({ row, slot, person, post }) => ({
        id: row.id,
        day: said(row.answers[roster.day]),
        shift: said(row.answers[roster.shift]),
        post,
        ...slot,
        person: titleOf(row.answers[roster.person]),
        mine: person === actor.id,
        active: active.has(person),
        stage: row.stage,
      })),
    // What is over cannot be mended any more.
    gaps: rosterGaps(demands, held).filter(({ to }: Gap) => to > now.toISOString()),
    today: dayInShanghai(now.toISOString()),
  };
}

const said = (value: unknown): string => (typeof value === 'string' ? value : '');

const titleOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string'
    ? value.title
    : '';
