import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { fault } from '@zhitongche/account/server';
import { record, nameSettings } from '@zhitongche/audit/server';
import { isId, newId, type Query } from '@zhitongche/host';

/** Keeps everything of a case whatever its terms say, for a dispute or an investigation; refuses a second hold. */
export async function placeHold(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  hold: { readonly number: string; readonly reason: string },
): Promise<{ id: string }> {
  return await idempotent(app, actor, asked, async (query) => {
    // Locked: a deletion under way is over before the hold counts, or sees it.
    const found = await heldAs(query, actor.office, hold.number.trim());
    const [held] = found
      ? await query('select 1 from case_hold where office = $1 and case_id = $2 and ended_at is null', [
          actor.office,
          found.id,
        ])
      : [];
    const problems = [
      ...(found
        ? []
        : [
            fault(
              'hold.case',
              'number',
              '没有这个编号的办件或台账条目。',
              'There is no case or row of this number.',
            ),
          ]),
      ...(held ? [fault('hold.twice', 'number', '已在保全中。', 'It is held already.')] : []),
      ...(hold.reason.trim().length < 2
        ? [fault('hold.reason', 'reason', '请写明保全的原因。', 'State why the case is held.')]
        : []),
    ];
    if (!found || problems.length > 0) throw unsound(problems);
    const now = app.clock();
    const id = newId(now.getTime());
    await query(
      'insert into case_hold (office, id, case_id, reason, by_person, at) values ($1, $2, $3, $4, $5, $6)',
      [actor.office, id, found.id, hold.reason.trim(), actor.id, now],
    );
    await record(query, actor, now, 'hold.place', `${found.what}:${found.id}`, {
      hold: id,
      reason: hold.reason.trim(),
    });
    await nameSettings(app, query, actor.office, 'holds');
    return { id };
  });
}

/** The case of a number, or the row a list names by its register and id; locked. */
async function heldAs(
  query: Query,
  office: string,
  number: string,
): Promise<{ readonly id: string; readonly what: 'case' | 'row' } | undefined> {
  const id = number.split(/\s/u).at(-1) ?? '';
  if (isId(id)) {
    const [row] = await query<{ id: string }>(
      'select id from kept_row where office = $1 and id = $2 for update',
      [office, id],
    );
    return row && { id: row.id, what: 'row' };
  }
  const [found] = await query<{ id: string }>(
    'select id from case_file where office = $1 and number = $2 for update',
    [office, number],
  );
  return found && { id: found.id, what: 'case' };
}

/**
 * Ends a hold; from then on the terms count again.
 * @throws ProblemError: `hold.not-found`.
 */
export async function endHold(app: App, actor: OfficeActor, id: string, reason: string): Promise<void> {
  await app.db.tx(async (query) => {
    const now = app.clock();
    const [ended] = await query<{ case_id: string; what: string }>(
      `update case_hold h set ended_at = $3, ended_by = $4, end_reason = $5
       where office = $1 and id = $2 and ended_at is null returning case_id,
         case when exists (select 1 from kept_row k where k.office = h.office and k.id = h.case_id) then 'row' else 'case' end as what`,
      [actor.office, id, now, actor.id, reason.trim()],
    );
    if (!ended)
      throw notFound('hold.not-found', '没有这项保全，或已解除。', 'No such hold, or it has ended.');
    await record(query, actor, now, 'hold.end', `${ended.what}:${ended.case_id}`, {
      hold: id,
      reason: reason.trim(),
    });
    await nameSettings(app, query, actor.office, 'holds');
  });
}
