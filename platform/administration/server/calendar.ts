import type { API, BodyOf } from '@zhitongche/contract';
import { type Problem, isDay, weekday } from '@zhitongche/base';
import { type OfficeActor, type App, unsound } from '@zhitongche/core/server';
import { record, nameSettings } from '@zhitongche/audit/server';
import { fault } from '@zhitongche/account/server';
import { officeChanged } from './office-changed.ts';

/**
 * Loads the yearly notice: the years it speaks of are replaced whole, and the calendar is certain up to `coversTo`.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function setCalendar(
  app: App,
  actor: OfficeActor,
  body: BodyOf<(typeof API)['setCalendar']>,
): Promise<void> {
  const problems = objections(body);
  if (problems.length > 0) throw unsound(problems);
  const years = [...new Set(body.exceptions.map((one) => one.date.slice(0, 4)))].toSorted();
  const first = `${years[0] ?? body.coversTo.slice(0, 4)}-01-01`;
  await app.db.tx(async (query) => {
    await query(
      "delete from calendar_exception where office = $1 and to_char(date, 'YYYY') = any($2::text[])",
      [actor.office, years],
    );
    await query(
      `insert into calendar_exception (office, date, kind, notice)
       select $1, e.date, e.kind, e.notice from json_to_recordset($2) as e(date date, kind text, notice text)`,
      [actor.office, JSON.stringify(body.exceptions)],
    );
    await query(
      `insert into calendar_cover (office, from_day, to_day) values ($1, $2, $3)
       on conflict (office) do update set from_day = least(calendar_cover.from_day, excluded.from_day),
         to_day = excluded.to_day`,
      [actor.office, first, body.coversTo],
    );
    await record(query, actor, app.clock(), 'calendar.set', 'calendar', {
      years,
      coversTo: body.coversTo,
      exceptions: body.exceptions.length,
    });
    await nameSettings(app, query, actor.office, 'calendar');
    await officeChanged(app, query, actor.office);
  });
}

function objections(body: BodyOf<(typeof API)['setCalendar']>): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  if (!isDay(body.coversTo))
    problems.push(fault('calendar.refused', 'coversTo', '截止日期不存在。', 'No such day.'));
  for (const [index, one] of body.exceptions.entries()) {
    const say = (message: string, en: string) =>
      problems.push({ ...fault('calendar.refused', '', message, en), at: ['exceptions', index, 'date'] });
    if (!isDay(one.date)) say('日期不存在。', 'No such day.');
    else if (seen.has(one.date)) say('同一天出现两次。', 'The day appears twice.');
    else if (one.kind === 'work' && weekday(one.date) < 6)
      say('这一天本来就是工作日。', 'Already a working day.');
    seen.add(one.date);
  }
  return problems;
}
