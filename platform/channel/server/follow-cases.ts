import { eventsOf, type WebhookEvent } from '@zhitongche/channel';
import type { App } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';

const BATCH = 500;

interface Line {
  readonly xid: string;
  readonly at: Date;
  readonly case: string;
  readonly service: string | null;
  readonly counts: Readonly<Record<string, number>> | null;
}

/**
 * Follows the audit in commit order and writes the calls that follow from it, once each: position and calls move in one
 * transaction. Gives how many lines it read.
 */
export async function followCases(app: App, office: string): Promise<number> {
  return await app.db.tx(async (query) => {
    const [turn] = await query<{ mine: boolean }>(
      "select pg_try_advisory_xact_lock(hashtext('webhook'), hashtext($1)) as mine",
      [office],
    );
    if (!turn?.mine) return 0;
    const told = await query<{ id: string; events: readonly string[]; made_at: Date }>(
      'select id, events, made_at from webhook where office = $1 and ended_at is null',
      [office],
    );
    const [mark] = await query<{ upto: string }>(
      "select upto_xid::text as upto from follower where office = $1 and name = 'webhook'",
      [office],
    );
    if (told.length === 0 || !mark) {
      // What happens while nobody is told is told to nobody later.
      if (mark) await query("delete from follower where office = $1 and name = 'webhook'", [office]);
      return 0;
    }
    const lines = await fresh(query, office, mark.upto);
    const last = lines.at(-1);
    if (!last) return 0;
    await call(app, query, office, told, lines);
    await query("update follower set upto_xid = $2::text::xid8 where office = $1 and name = 'webhook'", [
      office,
      last.xid,
    ]);
    return lines.length;
  });
}

/** In the transaction that makes a webhook: the first one is told what happens from now on. */
export async function beginFollowing(query: Query, office: string): Promise<void> {
  await query("select pg_advisory_xact_lock(hashtext('webhook'), hashtext($1))", [office]);
  await query(
    `insert into follower (office, name, upto_xid) select $1, 'webhook', coalesce(max(xid), '0'::xid8) from (
       select xid from audit where office = $1 and xid < audit_horizon() order by xid desc limit 1) newest
     on conflict (office, name) do nothing`,
    [office],
  );
}

/** Lines of transactions that nobody older can still join; those of one transaction stay together. */
const fresh = (query: Query, office: string, after: string): Promise<Line[]> =>
  query<Line>(
    `select xid::text, at, substr(object, 6) as case, detail->>'service' as service, detail->'counts' as counts from audit
     where office = $1 and xid > $2::text::xid8 and xid < audit_horizon()
       and xid <= coalesce((select xid from audit where office = $1 and xid > $2::text::xid8
                            order by xid, id offset $3 limit 1), '18446744073709551615'::xid8)
     order by audit.xid, audit.id`,
    [office, after, BATCH],
  );

async function call(
  app: App,
  query: Query,
  office: string,
  told: readonly { readonly id: string; readonly events: readonly string[]; readonly made_at: Date }[],
  lines: readonly Line[],
): Promise<void> {
  const happened = lines.flatMap((line) =>
    line.service === null || line.counts === null
      ? []
      : eventsOf(line.counts).map((event) => ({ ...line, event, outcome: outcomeOf(line.counts ?? {}) })),
  );
  if (happened.length === 0) return;
  const numbers = await query<{ id: string; number: string | null }>(
    'select id, number from case_file where office = $1 and id::text = any($2::text[])',
    [office, happened.map((one) => one.case)],
  );
  const now = app.clock();
  const rows = happened.flatMap((one) =>
    told
      // What somebody's open transaction held back may lie before the webhook: it is not told.
      .filter(({ events, made_at: made }) => events.includes(one.event) && one.at >= made)
      .map(({ id: webhook }) => ({
        id: newId(now.getTime()),
        webhook,
        event: one.event,
        body: bodyOf(office, one, numbers.find(({ id }) => id === one.case)?.number ?? null),
      })),
  );
  await query(
    `insert into webhook_call (office, id, webhook, event, body, next_at, created_at)
     select $1, c.id, c.webhook, c.event, c.body, $2, $2
     from json_to_recordset($3::json) as c(id uuid, webhook uuid, event text, body text)`,
    [office, now, JSON.stringify(rows)],
  );
}

/** How a case ended: `completed`, `refused`, `cancelled`; absent where it did not. */
const outcomeOf = (counts: Readonly<Record<string, number>>): string | undefined =>
  Object.keys(counts)
    .find((what) => what.startsWith('closed:'))
    ?.slice(7);

/** What is told: which matter, by number; never who or what about. */
const bodyOf = (
  office: string,
  one: {
    readonly event: WebhookEvent;
    readonly at: Date;
    readonly service: string | null;
    readonly outcome: string | undefined;
  },
  number: string | null,
): string =>
  JSON.stringify({
    event: one.event,
    at: one.at.toISOString(),
    office,
    service: one.service,
    case: number,
    ...(one.event === 'case.closed' && one.outcome !== undefined ? { outcome: one.outcome } : {}),
  });
