import { dayInShanghai } from '@zhitongche/base';
import { type OfficeActor, type App, type WriteRequest, idempotent, unsound } from '@zhitongche/core/server';
import { openRequest, openRequests, requestsSince, fault } from '@zhitongche/account/server';
import { newId } from '@zhitongche/host';
import { dueCases } from './due.ts';
import { dueRows, rowNumber } from './due-rows.ts';

/**
 * Puts what is due now on a list and asks a second administrator for it; nothing is deleted before.
 * @throws ProblemError: `erase.pending`, `erase.nothing`.
 */
export async function askErasure(app: App, actor: OfficeActor, asked: WriteRequest): Promise<{ id: string }> {
  const since = await requestsSince(app, actor.office);
  const due = await dueCases(app, actor.office);
  const rows = await dueRows(app, actor.office);
  return await idempotent(app, actor, asked, async (query) => {
    const now = app.clock();
    const open = await openRequests(app, query, actor.office, since);
    if (open.some((row) => row.kind === 'erasure'))
      throw unsound([
        fault(
          'erase.pending',
          '',
          '上一份清单还没有办完，请先办完再列。',
          'The list before is not settled yet.',
        ),
      ]);
    if (due.length + rows.length === 0)
      throw unsound([fault('erase.nothing', '', '没有到期的附件或个人信息。', 'Nothing is over its term.')]);
    const of = (part: 'files' | 'personal') =>
      due.flatMap((row) => (row.parts.includes(part) ? [row.id] : []));
    const id = await openRequest(app, query, actor, {
      kind: 'erasure',
      subject: newId(now.getTime()),
      body: {
        day: dayInShanghai(now.toISOString()),
        files: of('files'),
        personal: of('personal'),
        rows: rows.map(({ id, register }) => ({ id, register })),
        numbers: [...due.map((row) => row.number), ...rows.map(rowNumber)],
      },
    });
    return { id };
  });
}
