import { dayInShanghai, weekEnd } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { mayOpenRegister } from '@zhitongche/register';
import { reachOf } from './register-in.ts';

interface Due {
  readonly register: string;
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
}

/** Rows of the registers an actor opens that have something due until the end of the week, as far as they are seen, by register. */
export async function rowsDue(app: App, actor: OfficeActor) {
  const book = await app.offices.get(actor.office);
  const mine = app.registers.flatMap((kind) => {
    const reach = reachOf(book, kind, actor);
    return mayOpenRegister(reach) ? [{ kind, reach }] : [];
  });
  if (mine.length === 0) return [];
  const today = dayInShanghai(app.clock().toISOString());
  const whole = mine.flatMap(({ kind, reach }) => (reach.all ? [kind.code] : []));
  const parts = mine.flatMap(({ kind, reach }) =>
    reach.all ? [] : reach.seen.map((org) => [kind.code, org] as const),
  );
  const rows = await app.db.query<Due>(
    `select k.register, (count(*) filter (where k.due < $2::date))::int as overdue,
       (count(*) filter (where k.due = $2::date))::int as today,
       (count(*) filter (where k.due > $2::date))::int as week
     from kept_row k where k.office = $1 and k.due <= $3::date and k.retired_at is null
       and (k.register = any($4::text[]) or (k.register, k.org) in (select * from unnest($5::text[], $6::uuid[])))
     group by k.register`,
    [
      actor.office,
      today,
      weekEnd(today),
      whole,
      parts.map(([register]) => register),
      parts.map(([, org]) => org),
    ],
  );
  return mine.flatMap(({ kind }) => {
    const found = rows.find(({ register }) => register === kind.code);
    return found ? [{ ...found, name: kind.name }] : [];
  });
}
