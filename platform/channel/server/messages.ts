import type { Channel, MessageState } from '@zhitongche/channel';
import { record } from '@zhitongche/audit/server';
import { type App, type OfficeActor, pageOf, readCursor } from '@zhitongche/core/server';

const PAGE = 50;

interface MessageRow {
  readonly id: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly hint: string;
  readonly state: MessageState;
  readonly tries: number;
  readonly problem: string | null;
  readonly proof: string | null;
  readonly due_at: Date;
  readonly next_at: Date;
  readonly ended_at: Date | null;
}

/** The office's messages, newest first: what became of each, never what it says. */
export async function listMessages(
  app: App,
  actor: OfficeActor,
  { state, cursor }: { readonly state?: MessageState; readonly cursor?: string },
) {
  const after = readCursor(cursor, 1);
  const rows = await app.db.query<MessageRow>(
    `select id, channel, subject, hint, state, tries, problem, proof, due_at, next_at, ended_at from message
     where office = $1 and ($2::text is null or state = $2) and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [actor.office, state ?? null, after?.[0] ?? null, PAGE + 1],
  );
  return pageOf(
    rows,
    PAGE,
    (row) => [row.id],
    (row) => ({
      id: row.id,
      channel: row.channel,
      subject: row.subject,
      address: row.hint,
      state: row.state,
      tries: row.tries,
      problem: row.problem ?? '',
      proof: row.proof ?? '',
      dueAt: row.due_at.toISOString(),
      nextAt: row.state === 'queued' ? row.next_at.toISOString() : null,
      endedAt: row.ended_at?.toISOString() ?? null,
    }),
  );
}

/** Tries messages again that were refused or are stuck, or gives them up; what has left or waits stays as it is. */
export async function settleMessages(
  app: App,
  actor: OfficeActor,
  ids: readonly string[],
  act: 'retry' | 'give-up',
): Promise<number> {
  const now = app.clock();
  const settled = await app.db.tx(async (query) => {
    const rows = await query<{ id: string }>(
      act === 'retry'
        ? `update message set state = 'queued', tries = 0, next_at = $3, ended_at = null
           where office = $1 and id = any($2::uuid[]) and state in ('refused', 'stuck') and sealed is not null returning id`
        : `update message set state = 'expired', problem = '由管理员放弃；' || coalesce(problem, ''), ended_at = $3,
             sealed = case when secret then null else sealed end
           where office = $1 and id = any($2::uuid[]) and state in ('refused', 'stuck') returning id`,
      [actor.office, ids, now],
    );
    for (const { id } of rows) await record(query, actor, now, `message.${act}`, `message:${id}`);
    return rows.length;
  });
  app.wake();
  return settled;
}
