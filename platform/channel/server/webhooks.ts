import { randomBytes } from 'node:crypto';
import { blocking } from '@zhitongche/base';
import type { WebhookEvent } from '@zhitongche/channel';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  idempotent,
  notFound,
  type OfficeActor,
  openJson,
  type SealContext,
  sealJson,
  unsound,
  type WriteRequest,
} from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { beginFollowing } from './follow-cases.ts';
import { channelPolicy } from './rules.ts';
import { judgeTarget, type TargetRules, targetRules } from './target.ts';

/** Where the secret of a webhook is sealed. */
export const webhookPlace = (office: string, id: string): SealContext => ['webhook', office, id];

/** The secret in clear, for signing only. */
export function webhookSecret(app: App, office: string, id: string, sealed: string): string {
  const secret = openJson(sealed, app.keys, webhookPlace(office, id));
  return typeof secret === 'string' ? secret : '';
}

/** What targets of an office are judged by today. */
export const rulesOf = async (app: App, office: string): Promise<TargetRules> =>
  targetRules(channelPolicy(app, await app.offices.get(office)).list('channel.webhook-networks'));

/** Every webhook of the office, those in force first, with how its calls fare. */
export async function listWebhooks(app: App, { office }: OfficeActor) {
  const rows = await app.db.query<{
    id: string;
    label: string;
    url: string;
    events: WebhookEvent[];
    made_by: string;
    made_at: Date;
    ended_at: Date | null;
    queued: number;
    stuck: number;
  }>(
    `select w.id, w.label, w.url, w.events, w.made_by, w.made_at, w.ended_at,
       (select count(*) from webhook_call c where c.office = w.office and c.webhook = w.id and c.state = 'queued') as queued,
       (select count(*) from webhook_call c where c.office = w.office and c.webhook = w.id and c.state = 'stuck') as stuck
     from webhook w where w.office = $1 order by w.ended_at is not null, w.id desc limit 100`,
    [office],
  );
  return rows.map(({ made_by: by, made_at: at, ended_at: ended, ...row }) => ({
    ...row,
    by,
    at: at.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  }));
}

/** What a new webhook is made of. */
export interface WebhookWish {
  readonly label: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
}

/** Makes a webhook; its secret is told this once. */
export async function addWebhook(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  wish: WebhookWish,
): Promise<{ id: string; secret: string }> {
  const judged = await judgeTarget(wish.url, await rulesOf(app, actor.office));
  if (typeof judged === 'string')
    throw unsound([blocking('webhook.url', ['url'], judged, 'Nothing is sent to this address.')]);
  return await idempotent(app, actor, asked, async (query) => {
    const now = app.clock();
    const id = newId(now.getTime());
    await beginFollowing(query, actor.office);
    const secret = `ztw_${randomBytes(24).toString('base64url')}`;
    await query(
      `insert into webhook (office, id, label, url, events, secret, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        actor.office,
        id,
        wish.label.trim(),
        judged.url.href,
        [...new Set(wish.events)],
        sealJson(secret, app.keys, webhookPlace(actor.office, id)),
        actor.name,
        now,
      ],
    );
    await record(query, actor, now, 'webhook.add', `webhook:${id}`, {
      url: judged.url.href,
      events: [...wish.events],
    });
    return { id, secret };
  });
}

/** Ends a webhook: nothing more is told to it, what waited included. */
export async function endWebhook(app: App, actor: OfficeActor, id: string): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (query) => {
    const ended = await query(
      'update webhook set ended_at = $3 where office = $1 and id = $2 and ended_at is null returning id',
      [actor.office, id, now],
    );
    if (ended.length === 0)
      throw notFound('webhook.not-found', '没有这个推送地址，或已停用。', 'No such webhook.');
    await query(
      "update webhook_call set state = 'expired', problem = '推送地址已停用', ended_at = $3 where office = $1 and webhook = $2 and state in ('queued', 'stuck')",
      [actor.office, id, now],
    );
    await record(query, actor, now, 'webhook.end', `webhook:${id}`);
  });
}

/** The newest calls of a webhook, with what they said. */
export async function webhookCalls(app: App, { office }: OfficeActor, id: string) {
  const rows = await app.db.query<{
    id: string;
    event: WebhookEvent;
    body: string;
    state: 'queued' | 'handed-over' | 'stuck' | 'expired';
    tries: number;
    problem: string | null;
    proof: string | null;
    created_at: Date;
    ended_at: Date | null;
  }>(
    `select id, event, body, state, tries, problem, proof, created_at, ended_at from webhook_call
     where office = $1 and webhook = $2 order by id desc limit 50`,
    [office, id],
  );
  return rows.map(({ created_at: at, ended_at: ended, problem, proof, ...row }) => ({
    ...row,
    said: proof ?? problem ?? '',
    at: at.toISOString(),
    endedAt: ended?.toISOString() ?? null,
  }));
}

/** Sends a call again by hand, with its id and its words; to one that has ended, none. */
export async function replayCall(app: App, actor: OfficeActor, id: string): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (query) => {
    const again = await query(
      `update webhook_call c set state = 'queued', tries = 0, next_at = $3, ended_at = null from webhook w
       where c.office = $1 and c.id = $2 and c.state in ('handed-over', 'stuck') and w.office = c.office and w.id = c.webhook
         and w.ended_at is null returning c.id`,
      [actor.office, id, now],
    );
    if (again.length === 0)
      throw notFound('webhook.call', '没有可以重放的这一次推送。', 'No such call to replay.');
    await record(query, actor, now, 'webhook.replay', `webhook-call:${id}`);
  });
  app.wake();
}
