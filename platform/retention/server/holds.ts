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
import { newId } from '@zhitongche/host';

/** Keeps everything of a case whatever its terms say, for a dispute or an investigation; refuses a second hold. */
export async function placeHold(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  hold: { readonly number: string; readonly reason: string },
): Promise<{ id: string }> {
  return await idempotent(app, actor, asked, async (query) => {
    // Locked: a deletion under way is over before the hold counts, or sees it.
    const [found] = await query<{ id: string }>(
      'select id from case_file where office = $1 and number = $2 for update',
      [actor.office, hold.number.trim()],
    );
    const [held] = found
      ? await query('select 1 from case_hold where office = $1 and case_id = $2 and ended_at is null', [
          actor.office,
          found.id,
        ])
      : [];
    const problems = [
      ...(found
        ? []
        : [fault('hold.case', 'number', '没有这个办件编号。', 'There is no case of this number.')]),
      ...(held ? [fault('hold.twice', 'number', '该办件已在保全中。', 'The case is held already.')] : []),
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
    await record(query, actor, now, 'hold.place', `case:${found.id}`, {
      hold: id,
      reason: hold.reason.trim(),
    });
    await nameSettings(app, query, actor.office, 'holds');
    return { id };
  });
}

/**
 * Ends a hold; from then on the terms count again.
 * @throws ProblemError: `hold.not-found`.
 */
export async function endHold(app: App, actor: OfficeActor, id: string, reason: string): Promise<void> {
  await app.db.tx(async (query) => {
    const now = app.clock();
    const [ended] = await query<{ case_id: string }>(
      `update case_hold set ended_at = $3, ended_by = $4, end_reason = $5
       where office = $1 and id = $2 and ended_at is null returning case_id`,
      [actor.office, id, now, actor.id, reason.trim()],
    );
    if (!ended)
      throw notFound('hold.not-found', '没有这项保全，或已解除。', 'No such hold, or it has ended.');
    await record(query, actor, now, 'hold.end', `case:${ended.case_id}`, { hold: id, reason: reason.trim() });
    await nameSettings(app, query, actor.office, 'holds');
  });
}
