import { addDays, dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import type { Duty } from '@zhitongche/register';
import { keepRow, openDuties, openRows } from '@zhitongche/register/server';
import { withRowUploads } from './demo-files.ts';

type Actors = ReadonlyMap<string, OfficeActor>;

/** Days before the first start from which the demo office has had its duties. */
const BACK = 105;
const WEEK = 7;

/** Lets the duties of the demo office open week by week, as they would have, and its people do some of what they opened. */
export async function seedDuties(real: App, actors: Actors, office: string, now: Date): Promise<void> {
  const today = dayInShanghai(now.toISOString());
  for (let ago = BACK; ago >= 0; ago -= WEEK) {
    const at = new Date(`${addDays(today, -ago)}T00:30:00Z`);
    const app: App = { ...real, clock: () => (at > now ? now : at) };
    await openDuties(app, office);
    for (const duty of real.duties) await done(app, actors, office, duty, addDays(today, -ago));
  }
}

/** Does what a duty says its people did of what it opened by that day. */
async function done(app: App, actors: Actors, office: string, duty: Duty, today: string): Promise<void> {
  const { demo, does, of } = duty;
  const register = 'enter' in does ? does.enter : of?.register;
  if (!demo || register === undefined) return;
  const ids = await app.db.query<{ id: string }>(
    'select id from kept_row where office = $1 and register = $2 and retired_at is null order by created_at, id',
    [office, register],
  );
  const rows = await openRows(
    app,
    app.db.query,
    office,
    ids.map(({ id }) => id),
  );
  // A register may hold what other duties and people entered: of those this one says nothing.
  const own = rows.filter(
    ({ row: { origin } }) => !('enter' in does) || (origin.by === 'duty' && origin.duty === duty.code),
  );
  for (const [nth, { row, kind }] of own.entries()) {
    const data = demo.data(row, today, nth);
    const move = kind.stages?.moves.find(({ key, from }) => key === demo.move && from.includes(row.stage));
    const turn = move?.by === undefined ? undefined : row.answers[move.by];
    const id = turn instanceof Object && 'id' in turn ? turn.id : undefined;
    const actor = [...actors.values()].find((one) =>
      id === undefined ? one.grants.some(({ role }) => kind.keepers.includes(role)) : one.id === id,
    );
    if (data && move && actor)
      await keepRow(app, actor, {
        register,
        id: row.id,
        revision: row.revision,
        key: `demo-${duty.code}-${row.id}-${today}`,
        command: { act: 'move', move: move.key, data: await withRowUploads(app, actor, register, data) },
      });
  }
}
